import type { FileExpectation } from '../../contract/plan.ts';
import type { FileFact } from './file-fact.ts';
import { judgeText } from './judge-text.ts';
import type { Judgement, Outcome } from './outcome.ts';
import { reason } from './reason.ts';

type Otherwise = FileExpectation['otherwise'];

/** Judges one file: that it is there (or not), what it is, how large, which bytes. */
export function judgeFile(expected: FileExpectation, outcome: Outcome, otherwise?: Otherwise): Judgement | null {
	try {
		return judgeFact(expected, outcome, otherwise);
	} catch (error) {
		const why = (error as Error).message;
		const text = { zh: `无法读取“${expected.path}”：${why}`, en: `“${expected.path}” cannot be read: ${why}` };
		return { status: 'errored', reason: { code: 'file.unreadable', text } };
	}
}

function judgeFact(expected: FileExpectation, outcome: Outcome, otherwise?: Otherwise): Judgement | null {
	const because = expected.otherwise ?? otherwise;
	const fact = outcome.file(expected.path);
	if (fact === null) return expected.exists === false ? null : differs(expected.path, 'exists', 'nothing', because);
	if (expected.exists === false) return differs(expected.path, 'nothing', fact.type, because);
	const [difference] = differencesOf(expected, fact);
	if (difference !== undefined) return differs(expected.path, ...difference, because);
	return contentJudgement(expected, fact, because);
}

function* differencesOf(expected: FileExpectation, fact: FileFact): Generator<[expected: string, actual: string]> {
	const { type, minBytes, maxBytes, mode, sha256 } = expected;
	if (type !== undefined && type !== fact.type) yield [type, fact.type];
	if (minBytes !== undefined && fact.size < minBytes) yield [`≥ ${minBytes} bytes`, `${fact.size} bytes`];
	if (maxBytes !== undefined && fact.size > maxBytes) yield [`≤ ${maxBytes} bytes`, `${fact.size} bytes`];
	if (mode !== undefined && mode.padStart(4, '0') !== fact.mode) yield [mode, fact.mode];
	if (sha256 !== undefined && sha256 !== fact.sha256()) yield [`sha256 ${sha256}`, `sha256 ${fact.sha256() ?? '∅'}`];
}

function contentJudgement(expected: FileExpectation, fact: FileFact, otherwise: Otherwise): Judgement | null {
	if (expected.content === undefined) return null;
	const bytes = fact.content();
	if (bytes === null)
		return differs(expected.path, 'a readable file of at most 16 MiB', `${fact.type}, ${fact.size} bytes`, otherwise);
	const judgement = judgeText(expected.content, { bytes, evidence: null, cutBytes: 0 }, expected.path, otherwise);
	if (judgement === null || judgement.reason.code !== expected.path) return judgement;
	return { ...judgement, reason: { ...judgement.reason, code: 'file' } };
}

function differs(path: string, expected: string, actual: string, otherwise: Otherwise): Judgement {
	const text = { zh: `文件“${path}”与期望不符。`, en: `The file “${path}” is not what was expected.` };
	return { status: 'failed', reason: reason('file', text, otherwise, { expected, actual }) };
}
