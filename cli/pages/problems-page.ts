import type { ManifestProblem } from '../../contract/suite.ts';
import { type Language, textIn } from '../../contract/text.ts';

/** Findings of `suite check`, one a paragraph, beginning `file:line:column:` as editors understand it. */
export function problemsPage(problems: readonly ManifestProblem[], language: Language): string {
	return problems.map((problem) => paragraph(problem, language)).join('\n');
}

const WORDS = {
	zh: { error: '错误', warning: '提醒', expected: '应为', found: '实为' },
	en: { error: 'error', warning: 'warning', expected: 'expected', found: 'found' },
} as const;

function paragraph(
	{ file, line, column, path, expected, found, severity }: ManifestProblem,
	language: Language,
): string {
	const words = WORDS[language];
	const colon = language === 'zh' ? '：' : ': ';
	return [
		`${file}:${line}:${column}: ${words[severity]} ${path}`.trimEnd(),
		`  ${words.expected}${colon}${textIn(expected, language)}`,
		`  ${words.found}${colon}${found}`,
	].join('\n');
}
