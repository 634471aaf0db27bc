import type { TextExpectation } from '../../contract/plan.ts';
import type { Text } from '../../contract/text.ts';
import { searchAll } from './bounded-regex.ts';
import type { CapturedOutput, Judgement } from './outcome.ts';
import { decodeOutput, type OutputText } from './output-text.ts';
import { decisive, reason } from './reason.ts';

type Otherwise = TextExpectation['otherwise'];

/** What one comparison found: null holds; `at` are UTF-16 indices of what decided. */
type Finding =
	| null
	| { readonly kind: 'broken'; readonly text: Text; readonly expected: string }
	| {
			readonly kind: 'differs';
			readonly expected: string;
			readonly actual: string;
			readonly at?: { readonly from: number; readonly to: number };
			/** The finding rests on something not being there: of no worth when the output was cut. */
			readonly absent?: true;
	  };

/** Compares a text (a stream, or a file named `what`) with what was expected of it. */
export function judgeText(
	expected: TextExpectation | undefined,
	output: CapturedOutput,
	what: string,
	otherwise?: Otherwise,
): Judgement | null {
	if (expected === undefined) return null;
	const decoded = decodeOutput(output.bytes);
	const findings = [
		equalsFinding(expected, decoded.text),
		emptyFinding(expected, decoded.text),
		containsFinding(expected, decoded.text),
		notContainsFinding(expected, decoded.text),
		patternFinding(expected.matches, decoded.text, true),
		patternFinding(expected.notMatches, decoded.text, false),
	];
	const finding = findings.find((entry) => entry?.kind === 'broken') ?? findings.find((entry) => entry !== null);
	if (finding === undefined || finding === null) {
		return output.cutBytes > 0 && needsTheWhole(expected) ? cutShort(what, output.cutBytes) : null;
	}
	if (finding.kind === 'broken') {
		return { status: 'errored', reason: { code: 'expectation', text: finding.text, expected: finding.expected } };
	}
	if (finding.absent === true && output.cutBytes > 0) return cutShort(what, output.cutBytes);
	return differs(finding, what, output, decoded, expected.otherwise ?? otherwise);
}

/** Expectations that hold only when nothing else was printed. */
function needsTheWhole(expected: TextExpectation): boolean {
	return (
		expected.notMatches !== undefined ||
		expected.notContains !== undefined ||
		expected.equals !== undefined ||
		expected.empty !== undefined
	);
}

function equalsFinding({ equals }: TextExpectation, text: string): Finding {
	if (equals === undefined || withoutLastBreak(text) === withoutLastBreak(equals)) return null;
	return { kind: 'differs', expected: equals, actual: text, at: { from: 0, to: text.length } };
}

function withoutLastBreak(text: string): string {
	return text.replace(/\r?\n$/u, '');
}

function emptyFinding({ empty }: TextExpectation, text: string): Finding {
	if (empty === undefined || (text.trim() === '') === empty) return null;
	if (!empty) return { kind: 'differs', expected: 'some text', actual: '', absent: true };
	return { kind: 'differs', expected: '', actual: text, at: { from: 0, to: text.length } };
}

function containsFinding({ contains }: TextExpectation, text: string): Finding {
	if (contains === undefined || text.includes(contains)) return null;
	return { kind: 'differs', expected: contains, actual: text, absent: true };
}

function notContainsFinding({ notContains }: TextExpectation, text: string): Finding {
	if (notContains === undefined) return null;
	const from = text.indexOf(notContains);
	if (from < 0) return null;
	return {
		kind: 'differs',
		expected: `not “${notContains}”`,
		actual: lineAt(text, from),
		at: { from, to: from + notContains.length },
	};
}

function patternFinding(pattern: string | undefined, text: string, wanted: boolean): Finding {
	if (pattern === undefined) return null;
	const answer = searchAll(pattern, '', text, 1);
	if ('problem' in answer) return { kind: 'broken', text: BROKEN[answer.problem], expected: pattern };
	const hit = answer.hits[0]?.groups[0];
	if ((hit !== undefined) === wanted) return null;
	if (hit === undefined) return { kind: 'differs', expected: `/${pattern}/`, actual: text, absent: true };
	return { kind: 'differs', expected: `not /${pattern}/`, actual: lineAt(text, hit.from), at: hit };
}

const BROKEN = {
	invalid: { zh: '正则表达式无法使用。', en: 'The regular expression cannot be used.' },
	'too-long': {
		zh: '输出过长，未对其执行正则表达式。',
		en: 'The output is too long to run a regular expression over it.',
	},
	'too-slow': {
		zh: '正则表达式在半秒内未得出结果（回溯过多），请改写。',
		en: 'The regular expression gave no answer within half a second (too much backtracking): rewrite it.',
	},
} as const satisfies Record<string, Text>;

function lineAt(text: string, index: number): string {
	const from = text.lastIndexOf('\n', index - 1) + 1;
	const to = text.indexOf('\n', index);
	return text.slice(from, to < 0 ? undefined : to);
}

/** The output was cut in the middle, so what is not in it may well have been printed. */
function cutShort(what: string, cutBytes: number): Judgement {
	const text = {
		zh: `${what} 过长，中间有 ${cutBytes} 字节未保留，无法据此判定。`,
		en: `${what} was too long: ${cutBytes} bytes in its middle were not kept, so nothing can be concluded from it.`,
	};
	return { status: 'errored', reason: { code: 'output.cut', text } };
}

function differs(
	finding: Extract<Finding, { kind: 'differs' }>,
	what: string,
	output: CapturedOutput,
	decoded: OutputText,
	otherwise: Otherwise,
): Judgement {
	const { expected, actual, at } = finding;
	const text = { zh: `${what} 的内容与期望不符。`, en: `${what} is not what was expected.` };
	const where = at === undefined ? {} : decisive(output.evidence, decoded.byteAt(at.from), decoded.byteAt(at.to));
	return { status: 'failed', reason: reason(what, text, otherwise, { expected, actual, ...where }) };
}
