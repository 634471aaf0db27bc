import { setTimeout as pause } from 'node:timers/promises';
import type { Delta } from '../../../contract/plan.ts';
import type { CaseContext } from '../case/case-context.ts';
import type { Decision } from '../case/decision.ts';
import { allowedNames, type Changes, compareInventory, isEmpty } from './compare-inventory.ts';
import { type IdleWindow, LOADS, type Load, watchIdle } from './idle-window.ts';
import { type Inventory, KINDS, type Kind, takeInventory } from './inventory.ts';

/** Two idle windows may differ by this much, percentage points; more means that the machine is not idle. */
const NOISE_LIMIT = 0.5;

type Windows = readonly [IdleWindow, IdleWindow];

export interface DeltaReport {
	readonly before: Windows | null;
	readonly after: Windows | null;
	readonly loads: Readonly<Partial<Record<Load, { before: number; after: number; limit: number }>>>;
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

/** Noise is never the product's fault: the case is errored, whatever else was seen. */
function unusableWindows([first, second]: Windows, wanted: readonly Load[]): Decision | null {
	for (const load of wanted) {
		const [a, b] = [first[load], second[load]];
		if (a === null || b === null) return unreadable(load);
		if (Math.abs(a - b) > NOISE_LIMIT) return noisy(load, a, b);
	}
	return null;
}

function loadsOf(
	asked: Delta,
	wanted: readonly Load[],
	before: Windows | null,
	after: Windows | null,
): DeltaReport['loads'] {
	const mean = (windows: Windows | null, load: Load) => ((windows?.[0][load] ?? 0) + (windows?.[1][load] ?? 0)) / 2;
	return Object.fromEntries(
		wanted.map((load) => [load, { before: mean(before, load), after: mean(after, load), limit: asked[load] ?? 0 }]),
	);
}

function loadDecision(loads: DeltaReport['loads']): Decision | null {
	for (const [load, { before, after, limit }] of Object.entries(loads)) {
		if (after - before > limit) return rose(load, before, after, limit);
		// Quieter than before by more than the limit: then the machine was not idle before.
		if (before - after > Math.max(limit, NOISE_LIMIT)) return noisy(load, before, after);
	}
	return null;
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

function changedDecision(changes: DeltaReport['changes']): Decision | null {
	for (const [kind, found] of Object.entries(changes)) {
		if (isEmpty(found)) continue;
		const shown = [
			...found.added.map((name) => `+${name}`),
			...found.removed.map((name) => `-${name}`),
			...found.changed.map((name) => `~${name}`),
		];
		const text = {
			zh: `用例执行前后${KIND_NAMES[kind as Kind].zh}发生了变化。`,
			en: `${KIND_NAMES[kind as Kind].en} are not as they were before the case.`,
		};
		const actual = shown.slice(0, 20).join(', ') + (shown.length > 20 ? ` … (${shown.length})` : '');
		return { status: 'failed', reason: { code: `delta.${kind}`, text, expected: 'unchanged', actual } };
	}
	return null;
}

function rose(load: string, before: number, after: number, limit: number): Decision {
	const text = {
		zh: `空闲时${LOAD_NAMES[load as Load].zh}占用在用例之后升高。`,
		en: `The idle ${LOAD_NAMES[load as Load].en} load is higher after the case.`,
	};
	const actual = `${before.toFixed(2)} % → ${after.toFixed(2)} %`;
	return { status: 'failed', reason: { code: `delta.${load}`, text, expected: `≤ +${limit}`, actual } };
}

function noisy(load: string, first: number, second: number): Decision {
	const text = {
		zh: `机器不空闲：两个空闲窗口的${LOAD_NAMES[load as Load].zh}占用相差超过 ${NOISE_LIMIT} 个百分点，无法比较。请关闭其他负载后重试。`,
		en: `The machine is not idle: two idle windows differ by more than ${NOISE_LIMIT} points of ${LOAD_NAMES[load as Load].en} load, so nothing can be compared. Stop other work, then try again.`,
	};
	return {
		status: 'errored',
		reason: { code: 'noisy-host', text, actual: `${first.toFixed(2)} %, ${second.toFixed(2)} %` },
	};
}

function unreadable(what: Kind | Load): Decision {
	const text = {
		zh: `本机无法读取“${what}”，不能比较用例前后的状态。`,
		en: `“${what}” cannot be read on this machine, so before and after cannot be compared.`,
	};
	return { status: 'errored', reason: { code: 'delta.unreadable', text, actual: what } };
}

const LOAD_NAMES: Readonly<Record<Load, { zh: string; en: string }>> = {
	cpu: { zh: '处理器', en: 'processor' },
	memory: { zh: '内存', en: 'memory' },
	disk: { zh: '磁盘', en: 'disk' },
	network: { zh: '网络', en: 'network' },
};
const KIND_NAMES: Readonly<Record<Kind, { zh: string; en: string }>> = {
	ports: { zh: '监听端口', en: 'Listening ports' },
	services: { zh: '服务', en: 'Services' },
	packages: { zh: '软件包', en: 'Packages' },
	processes: { zh: '进程', en: 'Processes' },
	files: { zh: '文件', en: 'Files' },
	taint: { zh: '内核污染标志', en: 'Kernel taint flags' },
};
