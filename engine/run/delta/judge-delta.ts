import type { Decision } from '../case/decision.ts';
import { type Changes, isEmpty } from './compare-inventory.ts';
import type { IdleWindow, Load } from './idle-window.ts';
import type { Kind } from './inventory.ts';

/** Two idle windows may differ by this much, percentage points; more means that the machine is not idle. */
const NOISE_LIMIT = 0.5;

export type Windows = readonly [IdleWindow, IdleWindow];

/** Means of the idle windows before and after, and how much more the case allows. */
export type Loads = Readonly<Partial<Record<Load, { before: number; after: number; limit: number }>>>;

/** Noise is never the product's fault: the case is errored, whatever else was seen. */
export function unusableWindows([first, second]: Windows, wanted: readonly Load[]): Decision | null {
	for (const load of wanted) {
		const [a, b] = [first[load], second[load]];
		if (a === null || b === null) return unreadable(load);
		if (Math.abs(a - b) > NOISE_LIMIT) return noisy(load, a, b);
	}
	return null;
}

export function loadDecision(loads: Loads): Decision | null {
	for (const [load, { before, after, limit }] of Object.entries(loads)) {
		if (after - before > limit) return rose(load, before, after, limit);
		// Quieter than before by more than the limit: then the machine was not idle before.
		if (before - after > Math.max(limit, NOISE_LIMIT)) return noisy(load, before, after);
	}
	return null;
}

export function changedDecision(changes: Readonly<Partial<Record<Kind, Changes>>>): Decision | null {
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

export function unreadable(what: Kind | Load): Decision {
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
