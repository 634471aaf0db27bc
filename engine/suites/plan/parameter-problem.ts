import { statSync } from 'node:fs';
import type { Text } from '../../../contract/text.ts';
import { regexProblem } from '../../parsers/index.ts';
import type { ManifestParameter } from '../manifest/parameter.ts';

/** What a value of a parameter should have been; null when it is good. Files are looked for by `pathProblem`. */
export function parameterProblem(parameter: ManifestParameter, value: unknown): Text | null {
	switch (parameter.type) {
		case 'integer':
			return Number.isSafeInteger(value)
				? rangeProblem(parameter, Number(value))
				: { zh: '整数', en: 'a whole number' };
		case 'number':
			return typeof value === 'number' && Number.isFinite(value)
				? rangeProblem(parameter, value)
				: { zh: '数值', en: 'a number' };
		case 'boolean':
			return typeof value === 'boolean' ? null : { zh: 'true 或 false', en: 'true or false' };
		case 'choice':
			return parameter.choices.includes(String(value)) ? null : choiceText(parameter.choices);
		case 'url':
			return URL.canParse(String(value))
				? null
				: { zh: '网址，如 http://127.0.0.1:8080/', en: 'a URL such as http://127.0.0.1:8080/' };
		case 'list':
			return listProblem(parameter, value);
		case 'file':
			return typeof value === 'string'
				? acceptProblem(parameter.accept, value)
				: { zh: '文件路径', en: 'the path of a file' };
		default:
			return textProblem(parameter, value);
	}
}

/** What should be at the path of a file or directory parameter; null when it is there (or is no path at all). */
export function pathProblem(parameter: ManifestParameter, value: unknown): Text | null {
	if (parameter.type !== 'file' && parameter.type !== 'directory') return null;
	const stat = statSync(String(value), { throwIfNoEntry: false });
	if (parameter.type === 'file') return stat?.isFile() === true ? null : { zh: '存在的文件', en: 'a file that exists' };
	return stat?.isDirectory() === true ? null : { zh: '存在的目录', en: 'a folder that exists' };
}

function rangeProblem(
	{ min, max }: { min?: number | undefined; max?: number | undefined },
	value: number,
): Text | null {
	if ((min === undefined || value >= min) && (max === undefined || value <= max)) return null;
	const range = `${min ?? '−∞'} … ${max ?? '∞'}`;
	return { zh: `${range} 之间的数`, en: `a number in ${range}` };
}

function choiceText(choices: readonly string[]): Text {
	return { zh: `以下之一：${choices.join('、')}`, en: `one of: ${choices.join(', ')}` };
}

function listProblem(parameter: Extract<ManifestParameter, { type: 'list' }>, value: unknown): Text | null {
	if (!Array.isArray(value) || value.some((entry) => typeof entry !== 'string'))
		return { zh: '文本列表', en: 'a list of texts' };
	const counted = rangeProblem(parameter, value.length);
	if (counted !== null) return { zh: `${counted.zh}（项数）`, en: `${counted.en} (entries)` };
	const wrong = (value as string[]).find((entry) => !fits(parameter.pattern, entry));
	return wrong === undefined ? null : patternText(parameter.pattern);
}

function acceptProblem(accept: readonly string[] | undefined, value: string): Text | null {
	if (accept === undefined || accept.some((ending) => value.toLowerCase().endsWith(ending.toLowerCase()))) return null;
	return { zh: `以 ${accept.join('、')} 结尾的文件`, en: `a file ending in ${accept.join(', ')}` };
}

function textProblem(parameter: ManifestParameter, value: unknown): Text | null {
	if (typeof value !== 'string') return { zh: '文本', en: 'a text' };
	const pattern = 'pattern' in parameter ? parameter.pattern : undefined;
	return fits(pattern, value) ? null : patternText(pattern);
}

function fits(pattern: string | undefined, value: string): boolean {
	return pattern === undefined || regexProblem(pattern) !== null || new RegExp(`^(?:${pattern})$`, 'u').test(value);
}

function patternText(pattern: string | undefined): Text {
	return { zh: `符合 ${pattern ?? ''} 的文本`, en: `a text that fits ${pattern ?? ''}` };
}
