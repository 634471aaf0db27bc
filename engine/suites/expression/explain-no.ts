import type { ASTNode } from '@marcbachmann/cel-js';
import type { Text } from '../../../contract/text.ts';
import { compile, type Scope } from './environment.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { nameOf } from './host-names.ts';
import { chainOf, mentions } from './mentions.ts';

export interface ExplainedNo {
	/** The values that the expression speaks of: `host.os.packageFormat = "other"`. */
	readonly found: string;
	readonly reason: Text;
}

/** Why an expression does not hold, in a sentence that needs no knowledge of expressions. */
export function explainNo(expression: string, scope: Scope, answer: Evaluation): ExplainedNo {
	const compiled = compile(expression);
	if ('message' in compiled) return { found: '', reason: wrongText(expression, compiled.message) };
	const found = mentions(compiled.ast, scope)
		.map(({ path, value }) => `${path} = ${shownValue(value)}`)
		.join(', ');
	if ('wrong' in answer) return { found, reason: wrongText(expression, answer.wrong) };
	if ('unknown' in answer) return { found, reason: unknownText(answer.unknown) };
	return { found, reason: sentenceFor(compiled.ast, scope) ?? plainText(expression, found) };
}

function wrongText(expression: string, message: string): Text {
	return {
		zh: `条件“${expression}”无法计算：${message}`,
		en: `The condition “${expression}” cannot be worked out: ${message}`,
	};
}

function unknownText(paths: readonly string[]): Text {
	const names = (language: 'zh' | 'en'): string => paths.map((path) => nameOf(path)[language] ?? path).join('、');
	return { zh: `本机未能检测到：${names('zh')}。`, en: `Not detected on this machine: ${names('en')}.` };
}

function plainText(expression: string, found: string): Text {
	return {
		zh: `不满足条件“${expression}”（${found}）。`,
		en: `The condition “${expression}” does not hold (${found}).`,
	};
}

/** A sentence for the part that does not hold: of `a && b` the first such part, of `a || b` all of them. */
function sentenceFor(node: ASTNode, scope: Scope): Text | null {
	if (node.op === '&&') {
		const failing = node.args.find((part) => !holds(part, scope));
		return failing === undefined ? null : sentenceFor(failing, scope);
	}
	if (node.op === '||') return joined(node.args.map((part) => sentenceFor(part, scope)));
	const [left, right] = comparedParts(node);
	const chain = left === undefined ? null : chainOf(left);
	if (chain === null || right === undefined) return null;
	const wanted = valueOfPart(right, scope);
	const words = wanted === undefined ? null : wordsFor(node.op, wanted);
	return words === null ? null : sentence(chain.join('.'), valueOfPart(left, scope), words);
}

function holds(part: ASTNode, scope: Scope): boolean {
	const answer = evaluate(sourceOf(part), scope);
	return 'value' in answer && answer.value === true;
}

function sourceOf(node: ASTNode): string {
	return node.input.slice(node.start, node.end);
}

function joined(texts: readonly (Text | null)[]): Text | null {
	const known = texts.filter((text) => text !== null);
	if (known.length < texts.length) return null;
	return { zh: known.map((text) => text.zh).join(''), en: known.map((text) => text.en).join(' ') };
}

const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=', 'in']);

function comparedParts(node: ASTNode): [ASTNode?, ASTNode?] {
	if (COMPARISONS.has(node.op)) return node.args as [ASTNode, ASTNode];
	if (node.op === 'call' && (node.args[0] === 'atLeast' || node.args[0] === 'below')) {
		return [node.args[1][0], node.args[1][1]] as [ASTNode?, ASTNode?];
	}
	return [];
}

function valueOfPart(node: ASTNode | undefined, scope: Scope): unknown {
	if (node === undefined) return undefined;
	const answer = evaluate(sourceOf(node), scope);
	return 'value' in answer ? answer.value : undefined;
}

function wordsFor(op: string, wanted: unknown): Text | null {
	const value = shownValue(wanted);
	const list = Array.isArray(wanted) ? wanted.map(shownValue).join('、') : value;
	const words: Readonly<Record<string, Text>> = {
		'==': { zh: `须为 ${value}`, en: `must be ${value}` },
		'!=': { zh: `不得为 ${value}`, en: `must not be ${value}` },
		'<': { zh: `须小于 ${value}`, en: `must be below ${value}` },
		'<=': { zh: `不得大于 ${value}`, en: `must be at most ${value}` },
		'>': { zh: `须大于 ${value}`, en: `must be above ${value}` },
		'>=': { zh: `不得小于 ${value}`, en: `must be at least ${value}` },
		in: { zh: `须为以下之一：${list}`, en: `must be one of ${list.replaceAll('、', ', ')}` },
		call: { zh: `版本要求 ${value}`, en: `is compared with version ${value}` },
	};
	return words[op] ?? null;
}

function sentence(path: string, value: unknown, words: Text): Text {
	const name = nameOf(path);
	const here: Text =
		value === null || value === undefined
			? { zh: '本机未能检测到', en: 'it was not detected on this machine' }
			: { zh: `本机为 ${shownValue(value)}`, en: `here it is ${shownValue(value)}` };
	return { zh: `${name.zh}${words.zh}，${here.zh}。`, en: `${name.en} ${words.en}; ${here.en}.` };
}

function shownValue(value: unknown): string {
	if (value === null || value === undefined) return '?';
	if (typeof value === 'string') return `“${value}”`;
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
