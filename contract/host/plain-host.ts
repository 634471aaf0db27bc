import type { HostProfile } from '../host.ts';

/** Every field replaced by its value: what requirements, matrices and `forEach` of a suite see as `host`. */
export type Plain<T> = T extends { value: infer Value; source: string; confidence: unknown }
	? Value
	: T extends readonly (infer Entry)[]
		? Plain<Entry>[]
		: T extends object
			? { [Key in keyof T]: Plain<T[Key]> }
			: T;

export function plainHost(profile: HostProfile): Plain<HostProfile> {
	return plain(profile) as Plain<HostProfile>;
}

function plain(part: unknown): unknown {
	if (Array.isArray(part)) return part.map(plain);
	if (part === null || typeof part !== 'object') return part;
	if ('value' in part && 'source' in part && 'confidence' in part) return part.value;
	return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, plain(value)]));
}
