import type { ExitMeaning, Expectation } from '../../contract/plan.ts';
import type { Reason, SkipReason } from '../../contract/run.ts';
import { judgeFile } from './judge-file.ts';
import { judgeText } from './judge-text.ts';
import { judgeValues } from './judge-value.ts';
import { type MissingPart, missingPart } from './missing-part.ts';
import type { Judgement, Outcome } from './outcome.ts';
import { reason } from './reason.ts';

/**
 * Whether an outcome is what was expected; null when it is. A test that could not decide comes before a failure:
 * a step whose pattern ran wild says nothing about the product. Without an expectation exit status 0 is expected.
 */
export function judge(expectation: Expectation | undefined, outcome: Outcome): Judgement | null {
	const expected = expectation ?? {};
	const found = [
		judgeEnd(expected, outcome),
		judgeText(expected.stdout, outcome.stdout, 'stdout', expected.otherwise),
		judgeText(expected.stderr, outcome.stderr, 'stderr', expected.otherwise),
		judgeValues(expected.json, outcome.stdout, expected.otherwise),
		...(expected.files ?? []).map((file) => judgeFile(file, outcome, expected.otherwise)),
	].filter((judgement) => judgement !== null);
	return found.find((judgement) => judgement.status === 'errored') ?? found[0] ?? null;
}

function judgeEnd(expected: Expectation, outcome: Outcome): Judgement | null {
	const { exitCode, signal } = outcome;
	if (expected.exit === 'any' && expected.signal === undefined) return null;
	const actual = signal ?? `exit ${exitCode ?? '?'}`;
	if (expected.signal !== undefined) {
		if (signal === expected.signal) return null;
		return failed(expected, 'signal', expected.signal, actual, null);
	}
	const wanted = expected.exit === 'any' ? [] : [expected.exit ?? 0].flat();
	if (signal === null && exitCode !== null && wanted.includes(exitCode)) return null;
	const code = signal === null ? 'exit' : 'signal';
	return failed(expected, code, `exit ${wanted.join(', ')}`, actual, missingPart(exitCode, outcome.stderr));
}

function failed(
	expected: Expectation,
	code: 'exit' | 'signal',
	wanted: string,
	actual: string,
	missing: MissingPart | null,
): Judgement {
	const because = {
		zh: missing === null ? '' : `：${missing.text.zh}`,
		en: missing === null ? '' : `: ${missing.text.en}`,
	};
	const text = {
		zh: `程序的结束方式不符：期望 ${wanted}，实际 ${actual}${because.zh}。`,
		en: `The program did not end as expected: expected ${wanted}, found ${actual}${because.en}.`,
	};
	const where = missing?.decisive === undefined ? {} : { decisive: missing.decisive };
	return { status: 'failed', reason: reason(code, text, expected.otherwise, { expected: wanted, actual, ...where }) };
}

export interface ExitVerdict {
	readonly status: ExitMeaning['status'];
	readonly skip?: SkipReason;
	readonly reason: Reason;
}

/** What a declared exit status means; null when the step declares nothing for it. */
export function exitVerdict(meanings: readonly ExitMeaning[] | undefined, outcome: Outcome): ExitVerdict | null {
	if (outcome.signal !== null) return null;
	const meaning = meanings?.find(({ code }) => code === outcome.exitCode);
	if (meaning === undefined) return null;
	const text = meaning.text ?? {
		zh: `程序以退出码 ${meaning.code} 结束，套件将其定义为该结果。`,
		en: `The program ended with exit status ${meaning.code}, which the suite defines as this result.`,
	};
	const { status } = meaning;
	const why: Reason = { code: meaning.reasonCode ?? 'exit', text, actual: `exit ${meaning.code}` };
	return status === 'skipped'
		? { status, skip: meaning.reason ?? 'notApplicable', reason: why }
		: { status, reason: why };
}
