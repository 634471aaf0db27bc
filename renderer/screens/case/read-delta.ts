export const DELTA_LOADS = ['cpu', 'memory', 'disk', 'network'] as const;
export const DELTA_KINDS = ['ports', 'services', 'packages', 'processes', 'files', 'taint'] as const;
export type DeltaLoad = (typeof DELTA_LOADS)[number];
export type DeltaKind = (typeof DELTA_KINDS)[number];

/** Percent of what the machine has, and by how many points it may rise. */
export interface LoadRow {
	readonly load: DeltaLoad;
	readonly before: number;
	readonly after: number;
	readonly limit: number;
	readonly rose: boolean;
}

export interface ChangeRow {
	readonly kind: DeltaKind;
	readonly added: readonly string[];
	readonly removed: readonly string[];
	readonly changed: readonly string[];
}

export interface DeltaTables {
	readonly loads: readonly LoadRow[];
	readonly changes: readonly ChangeRow[];
}

/** An attempt's stored comparison of before and after, as rows; null when it holds none. What it does not hold is left out. */
export function readDelta(delta: unknown): DeltaTables | null {
	const loads = DELTA_LOADS.flatMap((load) => loadRow(load, part(part(delta, 'loads'), load)));
	const changes = DELTA_KINDS.flatMap((kind) => changeRow(kind, part(part(delta, 'changes'), kind)));
	return loads.length + changes.length === 0 ? null : { loads, changes };
}

function loadRow(load: DeltaLoad, found: unknown): LoadRow[] {
	const [before, after, limit] = [part(found, 'before'), part(found, 'after'), part(found, 'limit')];
	if (typeof before !== 'number' || typeof after !== 'number' || typeof limit !== 'number') return [];
	return [{ load, before, after, limit, rose: after - before > limit }];
}

function changeRow(kind: DeltaKind, found: unknown): ChangeRow[] {
	if (found === undefined) return [];
	const names = (list: unknown) => (Array.isArray(list) ? list.map(String) : []);
	return [
		{
			kind,
			added: names(part(found, 'added')),
			removed: names(part(found, 'removed')),
			changed: names(part(found, 'changed')),
		},
	];
}

function part(whole: unknown, name: string): unknown {
	return whole !== null && typeof whole === 'object' && Object.hasOwn(whole, name)
		? Reflect.get(whole, name)
		: undefined;
}
