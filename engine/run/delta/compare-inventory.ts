import type { Delta } from '../../../contract/plan.ts';
import type { Inventory, Kind } from './inventory.ts';

export interface Changes {
	readonly added: string[];
	readonly removed: string[];
	readonly changed: string[];
}

/** Names that may change: what the case lists, "*" at the end stands for anything. */
export function allowedNames(asked: Delta, kind: Kind): string[] {
	const value = kind === 'files' || kind === 'taint' ? undefined : asked[kind];
	return Array.isArray(value) ? value : [];
}

/** What is different afterwards. A program that ended is no leftover, nor is one more of a kind that was there. */
export function compareInventory(
	before: NonNullable<Inventory[Kind]>,
	after: NonNullable<Inventory[Kind]>,
	kind: Kind,
	allowed: readonly string[],
): Changes {
	const counts = (name: string) => !allowed.some((entry) => covers(entry, name));
	const added = [...after.keys()].filter((name) => !before.has(name) && counts(name));
	if (kind === 'processes') return { added, removed: [], changed: [] };
	return {
		added,
		removed: [...before.keys()].filter((name) => !after.has(name) && counts(name)),
		changed: [...after]
			.filter(([name, state]) => before.has(name) && before.get(name) !== state && counts(name))
			.map(([name]) => name),
	};
}

export function isEmpty({ added, removed, changed }: Changes): boolean {
	return added.length + removed.length + changed.length === 0;
}

function covers(entry: string, name: string): boolean {
	return entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : entry === name || `tcp/${entry}` === name;
}
