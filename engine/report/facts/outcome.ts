import type { ReportTest } from '../../../contract/report.ts';
import type { Status, Verdict } from '../../../contract/run.ts';
import type { Tone } from '../content/block.ts';

/** The column under which a test is counted. Every test falls under exactly one. */
export const OUTCOMES = ['passed', 'warned', 'failed', 'notApplicable', 'notRun', 'broken', 'measured'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_WORDS = {
	passed: { zh: '通过', en: 'Passed' },
	warned: { zh: '带条件通过', en: 'Passed with conditions' },
	failed: { zh: '不通过', en: 'Failed' },
	notApplicable: { zh: '不涉及', en: 'Not applicable' },
	notRun: { zh: '未执行', en: 'Not run' },
	broken: { zh: '出错/中断', en: 'Error / interrupted' },
	measured: { zh: '仅测量', en: 'Measured only' },
} as const satisfies Record<Outcome, { zh: string; en: string }>;

/** The same for the heads of narrow columns. */
export const OUTCOME_HEADS = {
	passed: { zh: '通过', en: 'Passed' },
	warned: { zh: '带条件', en: 'With cond.' },
	failed: { zh: '不通过', en: 'Failed' },
	notApplicable: { zh: '不涉及', en: 'N/A' },
	notRun: { zh: '未执行', en: 'Not run' },
	broken: { zh: '出错', en: 'Error' },
	measured: { zh: '仅测量', en: 'Meas.' },
} as const satisfies Record<Outcome, { zh: string; en: string }>;

export const VERDICT_OUTCOME = { PASSED: 'passed', WARNED: 'warned', FAILED: 'failed' } as const satisfies Record<
	Verdict,
	Outcome
>;

type Judged = Pick<ReportTest, 'status' | 'skip' | 'verdict' | 'measured'>;

/** The verdict where there is one; else why there is none. Nothing falls into `passed` by default. */
export function outcomeOf({ status, skip, verdict, measured }: Judged): Outcome {
	if (verdict !== null) {
		return VERDICT_OUTCOME[verdict];
	}
	if (skip !== undefined || status === 'skipped') {
		return skip === 'notApplicable' ? 'notApplicable' : 'notRun';
	}
	return status === 'passed' && measured === true ? 'measured' : 'broken';
}

const BROKEN_WORDS = {
	errored: { zh: '出错', en: 'Error' },
	timedOut: { zh: '超时', en: 'Timed out' },
	interrupted: { zh: '中断', en: 'Interrupted' },
} as const satisfies Partial<Record<Status, { zh: string; en: string }>>;

const SKIP_WORDS = {
	requirement: { zh: '未执行（条件不具备）', en: 'Not run (requirement missing)' },
	blocked: { zh: '未执行（前置未通过）', en: 'Not run (blocked)' },
	operator: { zh: '未执行（人工跳过）', en: 'Not run (skipped by operator)' },
	unsupported: { zh: '未执行（不支持）', en: 'Not run (unsupported)' },
	quarantined: { zh: '未执行（已隔离）', en: 'Not run (quarantined)' },
	notApplicable: OUTCOME_WORDS.notApplicable,
} as const satisfies Record<NonNullable<ReportTest['skip']>, { zh: string; en: string }>;

export interface OutcomeLook {
	readonly word: { readonly zh: string; readonly en: string };
	readonly tone: Tone;
}

/** The words and the look of one test's end: 不通过（超时）, 出错, 未执行（前置未通过）. */
export function lookOf(test: Judged): OutcomeLook {
	const outcome = outcomeOf(test);
	const broken = brokenStatus(test.status);
	if (outcome === 'broken') {
		return { word: broken === null ? OUTCOME_WORDS.broken : BROKEN_WORDS[broken], tone: broken ?? 'errored' };
	}
	if (outcome === 'failed' && broken !== null) {
		return { word: joined(OUTCOME_WORDS.failed, BROKEN_WORDS[broken]), tone: 'failed' };
	}
	if (outcome === 'notRun' && test.skip !== undefined) {
		return { word: SKIP_WORDS[test.skip], tone: 'skipped' };
	}
	const judged = outcome === 'passed' || outcome === 'warned' || outcome === 'failed';
	return { word: OUTCOME_WORDS[outcome], tone: judged ? outcome : 'skipped' };
}

function brokenStatus(status: Status): keyof typeof BROKEN_WORDS | null {
	return status === 'errored' || status === 'timedOut' || status === 'interrupted' ? status : null;
}

function joined(verdict: { zh: string; en: string }, cause: { zh: string; en: string }) {
	return { zh: `${verdict.zh}（${cause.zh}）`, en: `${verdict.en} (${cause.en.toLowerCase()})` };
}
