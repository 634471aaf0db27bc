import type { NotApplicable, PlannedCase } from '../../../contract/plan.ts';
import type { PrivacyProfile, ReportTest } from '../../../contract/report.ts';
import type { CaseResult, Reason } from '../../../contract/run.ts';
import type { Text } from '../../../contract/text.ts';
import { type EvidenceList, evidenceOfCase } from './evidence-list.ts';
import { expectedText } from './expected-text.ts';

/** What every test of one statement is made with. */
export interface TestContext {
	readonly evidence: EvidenceList;
	readonly privacy: PrivacyProfile;
	/** Hides sensitive values in free text. */
	readonly mask: (text: string) => string;
	/** Version of each suite. */
	readonly versions: ReadonlyMap<string, string>;
	/** The cases as they were planned, by key. */
	readonly planned: ReadonlyMap<string, PlannedCase>;
}

export function testOf(result: CaseResult, context: TestContext): ReportTest {
	const { suite, reason, waiver } = result;
	const decisive = decisiveOf(reason, context);
	const planned = context.planned.get(result.key);
	return {
		id: result.key,
		suiteId: suite,
		suiteVersion: context.versions.get(suite) ?? '',
		title: result.title,
		level: result.level,
		...(result.quality === undefined ? {} : { characteristic: result.quality }),
		// A case without an end was interrupted, whatever it had been doing.
		status: result.status ?? 'interrupted',
		...(result.skip === undefined ? {} : { skip: result.skip }),
		verdict: result.verdict,
		...(result.measured ? { measured: true as const } : {}),
		...(planned === undefined || context.privacy === 'minimal'
			? {}
			: { expected: maskedText(expectedText(planned), context.mask) }),
		...(reason === undefined ? {} : { reason: reasonOf(reason, context) }),
		startedOn: result.startedOn,
		durationMs: result.durationMs,
		attempts: result.attempts.map((attempt) => attemptOf(attempt, context)),
		...(waiver === undefined ? {} : { waiver: waiverOf(waiver, context) }),
		evidence: context.evidence.indexesOf(evidenceOfCase(result)),
		...(decisive === undefined ? {} : { decisive }),
		manual: result.answers.flatMap((answer) => manualOf(answer, planned, context)),
	};
}

/** A case that the plan left out because it does not apply here. */
export function notApplicableTest(left: NotApplicable, { versions }: TestContext): ReportTest {
	return {
		id: left.key,
		suiteId: left.suite,
		suiteVersion: versions.get(left.suite) ?? '',
		title: left.title,
		level: left.level,
		status: 'skipped',
		skip: 'notApplicable',
		verdict: null,
		reason: { code: 'requirement', text: left.reason, expected: left.requirement, actual: left.found },
		startedOn: null,
		durationMs: null,
		attempts: [],
		evidence: [],
		manual: [],
	};
}

function reasonOf({ code, text, expected, actual }: Reason, { privacy, mask }: TestContext): ReportTest['reason'] {
	return {
		code,
		text: maskedText(text, mask),
		...(expected === undefined ? {} : { expected: mask(expected) }),
		...(actual === undefined || privacy === 'minimal' ? {} : { actual: mask(actual) }),
	};
}

function attemptOf(attempt: CaseResult['attempts'][number], { privacy, mask }: TestContext) {
	const { status, durationMs, reason } = attempt;
	const hidden = reason === undefined || privacy === 'minimal';
	return { status, durationMs, ...(hidden ? {} : { message: maskedText(reason.text, mask) }) };
}

function waiverOf(waiver: NonNullable<CaseResult['waiver']>, { privacy, mask }: TestContext) {
	const { id, reason, by, on } = waiver;
	return { id, reason: mask(reason), ...(privacy === 'full' ? { by } : {}), on };
}

function manualOf(
	{ step, by, on, answers }: CaseResult['answers'][number],
	planned: PlannedCase | undefined,
	context: TestContext,
): ReportTest['manual'] {
	const { privacy, mask, evidence } = context;
	const minimal = privacy === 'minimal';
	const asked = planned?.steps.find(({ id }) => id === step);
	const expectations = asked?.kind === 'manual' && !minimal ? asked.expected : [];
	return answers.map((answer) => ({
		step,
		expected: answer.expected,
		...expectationAt(expectations, answer.expected, mask),
		...(privacy === 'full' ? { by } : {}),
		...(privacy === 'full' && answer.witness !== undefined ? { witness: answer.witness } : {}),
		on,
		answer: answer.verdict,
		actual: minimal ? '' : mask(answer.actual),
		note: minimal ? '' : mask(answer.comment),
		evidence: evidence.indexesOf(answer.evidence),
	}));
}

function expectationAt(expectations: readonly Text[], at: number, mask: (text: string) => string) {
	const expectation = expectations[at];
	return expectation === undefined ? {} : { expectation: maskedText(expectation, mask) };
}

function decisiveOf(reason: Reason | undefined, { evidence }: TestContext): ReportTest['decisive'] {
	if (reason?.decisive === undefined) return undefined;
	const { evidence: sha256, byteFrom, byteTo } = reason.decisive;
	const idx = evidence.indexOfBytes(sha256);
	return idx === undefined ? undefined : { evidence: idx, byteFrom, byteTo };
}

function maskedText({ zh, en }: Text, mask: (text: string) => string): Text {
	return { ...(zh === undefined ? {} : { zh: mask(zh) }), ...(en === undefined ? {} : { en: mask(en) }) };
}
