import type { ShipeiError } from '../../../contract/errors.ts';
import type { Fact, FactOf } from '../../../contract/events.ts';
import type { PlannedCase } from '../../../contract/plan.ts';
import type { RunDetail } from '../../../contract/run.ts';
import { verdictOf } from '../case/decision.ts';
import type { StartRequest } from '../runner.ts';
import type { Settled } from './case-queue.ts';

export function plannedFact(request: Omit<StartRequest, 'host' | 'secrets'>): FactOf<'run.planned'> {
	const { run, plan, planEvidence, hostEvidence, operator } = request;
	const { product } = plan;
	return {
		type: 'run.planned',
		run,
		plan: planEvidence,
		host: hostEvidence,
		planDigest: plan.digest,
		operator,
		suites: plan.suites.map(({ id, version, title }) => ({ id, version, title })),
		product: product === null ? null : { id: product.id, name: product.name, version: product.version },
		cases: plan.cases.map(({ key, suite, case: name, title, level, quality }) => ({
			key,
			suite,
			case: name,
			title,
			level,
			...(quality !== undefined && { quality }),
		})),
	};
}

/** The end of a cancelled run that cannot be carried out: what was torn or waiting ends as interrupted, and the run with it. */
export function cancelFacts({ id, cases }: RunDetail, by: string, why: ShipeiError): Fact[] {
	const text = { zh: '运行已取消，此用例未完成。', en: 'The run was cancelled before this case was done.' };
	const end = { status: 'interrupted', measured: false, verdict: null } as const;
	const reason = { code: 'cancelled', text, actual: by };
	const begun = cases.some(({ status, attempts }) => status === null && attempts > 0);
	return [
		{ type: 'run.cancelled', run: id, by },
		...(begun ? [{ type: 'run.noticed', run: id, code: 'cleanup', text: uncleanedText(why) } as const] : []),
		...cases
			.filter(({ status }) => status === null)
			.map(({ key }): Fact => ({ type: 'case.finished', run: id, key, ...end, reason })),
	];
}

function uncleanedText({ code }: ShipeiError) {
	return {
		zh: `被取消的运行中已开始的用例无法清理（${code}）：机器可能没有恢复原状。`,
		en: `Cases that were begun when the run was cancelled could not be cleaned up (${code}): the machine may not be as it was.`,
	};
}

/** Who asked for another attempt of a case that had ended: a reader of the result must see it. */
export function retriedFact(run: string, key: string, by: string): Fact {
	const text = {
		zh: `${by === '' ? '操作人员' : `“${by}”`}重新执行了用例“${key}”。`,
		en: `The case “${key}” was tried again${by === '' ? '' : ` by “${by}”`}.`,
	};
	return { type: 'run.noticed', run, code: 'retried', text };
}

export function unsupervisedText(why: string) {
	return {
		zh: `监管程序无法运行（${why}）：步骤在没有监管的情况下执行。若引擎被强制结束，步骤启动的进程可能残留，内存与进程数上限不生效。`,
		en: `The supervisor cannot run here (${why}): steps run without it. If the engine is killed, what a step started may stay; limits on memory and processes do not hold.`,
	};
}

/** A case that ended without an attempt: skipped, blocked or cut off before it began. */
export function settledFact(run: string, { key, level }: PlannedCase, { status, skip, reason }: Settled): Fact {
	return {
		type: 'case.finished',
		run,
		key,
		status,
		...(skip !== undefined && { skip }),
		measured: false,
		verdict: verdictOf(status, level, false, false),
		reason,
	};
}
