import type { z } from 'zod';
import type { Text } from '../../../contract/text.ts';
import { EXPECTED, type ExpectedKey } from '../manifest/words.ts';
import { nearest } from './did-you-mean.ts';

type Issue = z.core.$ZodIssue;

/** One thing that is wrong at one path, in words. `key`: the key itself is at fault, not what stands behind it. */
export interface Explained {
	readonly path: readonly PropertyKey[];
	readonly key: boolean;
	readonly expected: Text;
	readonly found: unknown;
}

/** What a schema's issue means to the author of the manifest. */
export function explainIssue(
	issue: Issue,
	root: unknown,
	known: KnownKeys,
	base: readonly PropertyKey[] = [],
): Explained[] {
	const path = [...base, ...issue.path];
	if (issue.code === 'invalid_union' && issue.errors.length > 0) {
		const branch = bestBranch(issue.errors, valueAt(root, path));
		if (branch !== null && !isOurs(issue.message))
			return branch.flatMap((inner) => explainIssue(inner, root, known, path));
		if (branch !== null && isObject(valueAt(root, path))) {
			return branch.flatMap((inner) => explainIssue(inner, root, known, path));
		}
	}
	if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, known(path)));
	const key = issue.code === 'invalid_key';
	return [{ path, key, expected: expectedText(issue), found: valueAt(root, path) }];
}

/** The keys that may stand at a path. */
export type KnownKeys = (path: readonly PropertyKey[]) => readonly string[];

function unknownKey(path: readonly PropertyKey[], key: string, known: readonly string[]): Explained {
	const meant = nearest(key, known);
	const list = known.join(', ');
	const expected =
		meant === undefined
			? { zh: `已知的键：${list}`, en: `a known key: ${list}` }
			: { zh: `已知的键（是否想写“${meant}”？）`, en: `a known key (did you mean “${meant}”?)` };
	return { path: [...path, key], key: true, expected, found: `unknown key “${key}”` };
}

/**
 * The branch of a union that the author most likely meant: the one whose demands are nearest to being met. A branch
 * that fails at its first look (another type altogether) counts as far away.
 */
function bestBranch(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | null {
	const scored = branches
		.map((issues) => ({ issues, score: issues.reduce((total, issue) => total + weight(issue, value), 0) }))
		.filter(({ score }) => score < 100)
		.sort((a, b) => a.score - b.score);
	return scored[0]?.issues ?? null;
}

function weight(issue: Issue, value: unknown): number {
	if (issue.path.length === 0 && issue.code !== 'unrecognized_keys') return issue.code === 'custom' ? 1 : 100;
	if (issue.code === 'unrecognized_keys') return 3 * issue.keys.length;
	const missing = issue.path.length === 1 && isObject(value) && !Object.hasOwn(value, String(issue.path[0]));
	return missing ? 4 : 1;
}

const TYPES: Readonly<Record<string, Text>> = {
	string: { zh: '文本', en: 'a text' },
	number: { zh: '数值', en: 'a number' },
	int: { zh: '整数', en: 'a whole number' },
	boolean: { zh: 'true 或 false', en: 'true or false' },
	array: { zh: '列表', en: 'a list' },
	object: { zh: '键值对', en: 'keys and values' },
	record: { zh: '键值对', en: 'keys and values' },
};

function expectedText(issue: Issue): Text {
	if (isOurs(issue.message)) return EXPECTED[issue.message];
	switch (issue.code) {
		case 'invalid_type':
			return TYPES[issue.expected] ?? { zh: issue.expected, en: issue.expected };
		case 'invalid_value': {
			const values = issue.values.map((value) => String(value)).join(', ');
			return { zh: `以下之一：${values}`, en: `one of: ${values}` };
		}
		case 'too_small':
			return { zh: `不小于 ${issue.minimum}（${issue.origin}）`, en: `at least ${issue.minimum} (${issue.origin})` };
		case 'too_big':
			return { zh: `不大于 ${issue.maximum}（${issue.origin}）`, en: `at most ${issue.maximum} (${issue.origin})` };
		case 'invalid_format':
			return {
				zh: `符合 ${issue.pattern ?? issue.format}`,
				en: `something that fits ${issue.pattern ?? issue.format}`,
			};
		case 'invalid_union':
			return unionText(issue);
		case 'invalid_key':
			return issue.issues[0] === undefined ? { zh: '有效的键', en: 'a valid key' } : expectedText(issue.issues[0]);
		default:
			return { zh: issue.message, en: issue.message };
	}
}

/** When no branch of a union is near: what each of them would take. */
function unionText(issue: Extract<Issue, { code: 'invalid_union' }>): Text {
	const texts = issue.errors.flatMap((branch) => (branch[0] === undefined ? [] : [expectedText(branch[0])]));
	if (texts.length === 0) {
		const name = issue.discriminator ?? '';
		return { zh: `“${name}”为已知类型`, en: `a known “${name}”` };
	}
	const join = (language: 'zh' | 'en', word: string): string =>
		[...new Set(texts.map((text) => text[language] ?? ''))].join(word);
	return { zh: join('zh', '，或'), en: join('en', ', or ') };
}

function isOurs(message: string): message is ExpectedKey {
	return Object.hasOwn(EXPECTED, message);
}

function isObject(value: unknown): value is object {
	return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
	let value = root;
	for (const part of path) {
		if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined;
		value = (value as Record<PropertyKey, unknown>)[part];
	}
	return value;
}
