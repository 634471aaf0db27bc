import type { HostProfile } from '../../contract/host.ts';

export interface FoundField {
	readonly value: unknown;
	readonly sensitive?: true;
}

/** The detected field that a path such as "memory.modules.0.part" leads to; null when it leads to none. */
export function fieldAt(profile: HostProfile, path: string): FoundField | null {
	const found = path
		.split('.')
		.reduce<unknown>(
			(at, step) =>
				at !== null && typeof at === 'object' && Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined,
			profile,
		);
	return isField(found) ? found : null;
}

function isField(found: unknown): found is FoundField {
	return found !== null && typeof found === 'object' && 'confidence' in found && 'value' in found;
}
