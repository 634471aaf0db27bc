import type { Expectation, ValueExpectation } from '../../contract/plan.ts';
import { regexProblem, searchAll } from './bounded-regex.ts';
import { compareValue, wantedText } from './compare-value.ts';
import { parsePath } from './json-path.ts';
import { isComplete, type JsonHit, locateJson } from './locate-json.ts';
import type { CapturedOutput, Judgement } from './outcome.ts';
import { decodeOutput, type OutputText } from './output-text.ts';
import { jsonStart } from './read-values.ts';
import { decisive, reason } from './reason.ts';

/** Judges the values of an output that is JSON. */
export function judgeValues(
	expected: Expectation['json'],
	output: CapturedOutput,
	otherwise?: ValueExpectation['otherwise'],
): Judgement | null {
	if (expected === undefined) return null;
	const decoded = decodeOutput(output.bytes);
	const from = output.cutBytes > 0 ? null : jsonStart(decoded.text);
	if (from === null) return notJson(output, decoded.text);
	const found = [expected]
		.flat()
		.map((entry) => judgeValue({ otherwise, ...entry }, output, decoded, from))
		.filter((judgement) => judgement !== null);
	return found.find((judgement) => judgement.status === 'errored') ?? found[0] ?? null;
}

function notJson(output: CapturedOutput, text: string): Judgement {
	if (output.cutBytes > 0) {
		const cut = {
			zh: `输出过长，中间有 ${output.cutBytes} 字节未保留，无法作为 JSON 读取。`,
			en: `The output was too long: ${output.cutBytes} bytes in its middle were not kept, so it cannot be read as JSON.`,
		};
		return { status: 'errored', reason: { code: 'output.cut', text: cut } };
	}
	const sentence = { zh: '期望输出 JSON，但输出不是 JSON。', en: 'JSON was expected, but the output is none.' };
	const detail = { expected: 'JSON', actual: text, ...decisive(output.evidence, 0, output.bytes.length) };
	return { status: 'failed', reason: reason('json', sentence, undefined, detail) };
}

function judgeValue(
	expected: ValueExpectation,
	output: CapturedOutput,
	decoded: OutputText,
	from: number,
): Judgement | null {
	const path = parsePath(expected.path);
	if (path === null) return broken(expected.path);
	if (expected.matches !== undefined && regexProblem(expected.matches) !== null) return broken(expected.matches);
	const text = decoded.text.slice(from);
	const hits = locateJson(text, path);
	if (expected.exists === false)
		return hits[0] === undefined ? null : differs(expected, output, decoded, from, hits[0]);
	if (!isComplete(text, path)) return differs(expected, output, decoded, from);
	if (hits.some((hit) => runsWild(expected, hit))) return broken(expected.matches ?? '');
	const wrong = hits.find((hit) => !compareValue(expected, hit.value));
	return wrong === undefined ? null : differs(expected, output, decoded, from, wrong);
}

function runsWild({ matches }: ValueExpectation, { value }: JsonHit): boolean {
	return matches !== undefined && typeof value === 'string' && 'problem' in searchAll(matches, '', value, 1);
}

function broken(what: string): Judgement {
	const text = { zh: `期望中的“${what}”无法使用。`, en: `“${what}” in the expectation cannot be used.` };
	return { status: 'errored', reason: { code: 'expectation', text } };
}

function differs(
	expected: ValueExpectation,
	output: CapturedOutput,
	decoded: OutputText,
	from: number,
	hit?: JsonHit,
): Judgement {
	const text = {
		zh: `“${expected.path}”的值与期望不符。`,
		en: `The value of “${expected.path}” is not what was expected.`,
	};
	const where =
		hit === undefined ? {} : decisive(output.evidence, decoded.byteAt(from + hit.from), decoded.byteAt(from + hit.to));
	const actual = hit === undefined ? '∅' : JSON.stringify(hit.value);
	return {
		status: 'failed',
		reason: reason('json', text, expected.otherwise, { expected: wantedText(expected), actual, ...where }),
	};
}
