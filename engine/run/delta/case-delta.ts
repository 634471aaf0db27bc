import { setTimeout as pause } from 'node:timers/promises';
import type { Delta } from '../../../contract/plan.ts';
import type { CaseContext } from '../case/case-context.ts';
import type { Decision } from '../case/decision.ts';
import { allowedNames, type Changes, compareInventory } from './compare-inventory.ts';
import { LOADS, type Load, watchIdle } from './idle-window.ts';
import { type Inventory, KINDS, type Kind, takeInventory } from './inventory.ts';
import { changedDecision, type Loads, loadDecision, unreadable, unusableWindows, type Windows } from './judge-delta.ts';

export interface DeltaReport {
	readonly before: Windows | null;
	readonly after: Windows | null;
	readonly loads: Loads;
	readonly changes: Readonly<Partial<Record<Kind, Changes>>>;
}

export interface DeltaEnd {
	/** Null when everything is as it was. */
	readonly decision: Decision | null;
	readonly report: DeltaReport | null;
}

/** A comparison that has begun; or, on a machine too noisy to compare anything, its end. */
export type BegunDelta = { readonly end: () => Promise<DeltaEnd> } | { readonly refused: Decision };

/** Looks at the machine before a case, so that what the case left behind can be told afterwards. */
export async function beginDelta({ signal, run }: CaseContext, asked: Delta): Promise<BegunDelta> {
	run.recorder.record();
	const wanted = LOADS.filter((load) => asked[load] !== undefined);
	const before = wanted.length === 0 ? null : await twoWindows(asked.windowMs, signal);
	const unusable = before === null || signal.aborted ? null : unusableWindows(before, wanted);
	if (unusable !== null) return { refused: unusable };
	const inventory = await takeInventory(asked);
	return {
		async end() {
			await pause(asked.settleMs, undefined, { signal }).catch(() => undefined);
			const after = wanted.length === 0 ? null : await twoWindows(asked.windowMs, signal);
			if (signal.aborted) return { decision: null, report: null };
			return compare(asked, wanted, { before, inventory }, { before: after, inventory: await takeInventory(asked) });
		},
	};
}

interface Look {
	readonly before: Windows | null;
	readonly inventory: Inventory;
}

function compare(asked: Delta, wanted: readonly Load[], before: Look, after: Look): DeltaEnd {
	const loads = loadsOf(asked, wanted, before.before, after.before);
	const changes = changesOf(asked, before.inventory, after.inventory);
	const report = { before: before.before, after: after.before, loads, changes: changes.found };
	const unusable = after.before === null ? null : unusableWindows(after.before, wanted);
	const decision = unusable ?? changes.unreadable ?? changedDecision(changes.found) ?? loadDecision(loads);
	return { decision, report };
}

async function twoWindows(ms: number, signal: AbortSignal): Promise<Windows> {
	return [await watchIdle(ms, signal), await watchIdle(ms, signal)];
}

function loadsOf(asked: Delta, wanted: readonly Load[], before: Windows | null, after: Windows | null): Loads {
	const mean = (windows: Windows | null, load: Load) => ((windows?.[0][load] ?? 0) + (windows?.[1][load] ?? 0)) / 2;
	return Object.fromEntries(
		wanted.map((load) => [load, { before: mean(before, load), after: mean(after, load), limit: asked[load] ?? 0 }]),
	);
}

function changesOf(asked: Delta, before: Inventory, after: Inventory) {
	const found: Partial<Record<Kind, Changes>> = {};
	for (const kind of KINDS) {
		if (asked[kind] === undefined) continue;
		const [then, now] = [before[kind], after[kind]];
		if (then == null || now == null) return { found, unreadable: unreadable(kind) };
		found[kind] = compareInventory(then, now, kind, allowedNames(asked, kind));
	}
	return { found, unreadable: null };
}
