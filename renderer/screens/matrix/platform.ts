import type { FoundServer } from '../../../contract/report-result.ts';
import type { Verification } from '../../../contract/verification.ts';
import { cpuFamily } from './cpu-family.ts';

type Signed = NonNullable<Verification['summary']>['platform'];

/** A column: what products were tested on. null = the report does not say. */
export interface Platform {
	/** What rules, exports and the address call it; the servers are not part of it. */
	readonly name: string;
	readonly key: string;
	readonly cpuVendor: string | null;
	readonly cpu: string | null;
	readonly osName: string | null;
	readonly osVersion: string | null;
	/** Databases and middleware where columns are split by them; null where they are not, or where they are unknown. */
	readonly servers: readonly string[] | null;
}

/** `servers`: undefined where columns are not split by databases and middleware. */
export function platformOf(signed: Signed, servers?: readonly FoundServer[] | null): Platform {
	const { cpuVendor, cpuModel, arch, osName, osVersion } = signed;
	const cpu = cpuModel === null ? null : cpuFamily(cpuModel);
	const name = nameOf(cpu ?? arch, osName, osVersion);
	const split = servers === undefined || servers === null ? null : serverNames(servers);
	const key = servers === undefined ? name : `${name}\t${split?.join(' + ') ?? UNKNOWN}`;
	return { name, key, cpuVendor, cpu: cpu ?? arch, osName, osVersion, servers: split };
}

/** A platform that only a rule names. */
export function namedPlatform(name: string): Platform {
	return { name, key: name, cpuVendor: null, cpu: null, osName: null, osVersion: null, servers: null };
}

/** By the model instead of its family, as rules of earlier versions call it. */
export function modelName({ cpuModel, arch, osName, osVersion }: Signed): string {
	return nameOf(cpuModel ?? arch, osName, osVersion);
}

/** By maker and family of the CPU, then by system and version, numbers by size; what is unknown comes last. */
export function comparePlatforms(a: Platform, b: Platform): number {
	const parts = ({ cpuVendor, cpu, osName, osVersion, name, key }: Platform) => [
		cpuVendor,
		cpu,
		osName,
		osVersion,
		name,
		key,
	];
	const [left, right] = [parts(a), parts(b)];
	for (const [index, part] of left.entries()) {
		const order = compareKnown(part, right[index] ?? null);
		if (order !== 0) return order;
	}
	return 0;
}

export function compareKnown(a: string | null, b: string | null): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	return COLLATOR.compare(a, b) || (a < b ? -1 : Number(a > b));
}

const UNKNOWN = '?';
const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });

function nameOf(cpu: string | null, osName: string | null, osVersion: string | null): string {
	return `${cpu ?? UNKNOWN} · ${[osName, osVersion].filter((part) => part !== null).join(' ') || UNKNOWN}`;
}

/** Databases before middleware, and the same ones always in the same order. */
function serverNames(servers: readonly FoundServer[]): string[] {
	const named = servers.map(({ kind, name, version }) => ({
		kind,
		text: version === null ? name : `${name} ${version}`,
	}));
	return named.sort((a, b) => compareKnown(a.kind, b.kind) || compareKnown(a.text, b.text)).map(({ text }) => text);
}
