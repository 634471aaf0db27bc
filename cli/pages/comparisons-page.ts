import type { Comparison, MetricComparison } from '../../contract/comparison.ts';
import type { Language } from '../../contract/text.ts';
import { table } from '../terminal/table.ts';
import { comparisonPage, shortNames } from './comparison-page.ts';
import { fill, verdictText, WORDS } from './comparison-texts.ts';

/** All comparisons with one baseline: side by side in short where there are several, then each one whole. */
export function comparisonsPage(comparisons: readonly Comparison[], language: Language, width?: number): string {
	const pages = comparisons.map((one) => comparisonPage(one, language, width));
	return [...(comparisons.length > 1 ? [overview(comparisons, language)] : []), ...pages].join('\n\n');
}

/** A row for each metric, a column for each candidate. */
function overview(comparisons: readonly Comparison[], language: Language): string {
	const all = comparisons.flatMap(({ metrics }) => metrics);
	const nameOf = shortNames(all);
	const names = [...new Set(all.map(nameOf))];
	const columns = comparisons.map(({ metrics }) => new Map(metrics.map((one) => [nameOf(one), one])));
	const header = ['', ...comparisons.map((_one, at) => `[${at + 1}]`)];
	const rows = names.map((name) => [name, ...columns.map((column) => cell(column.get(name), language))]);
	const legend = comparisons.map(({ candidate }, at) => `[${at + 1}] ${candidate}`);
	const title = fill(WORDS[language].overview, { baseline: comparisons[0]?.baseline ?? '' });
	return [title, ...legend, '', table([header, ...rows])].join('\n');
}

function cell(one: MetricComparison | undefined, language: Language): string {
	if (one === undefined) return '–';
	const verdict = verdictText(one.verdict, language);
	return one.ratio === null ? verdict : `${one.ratio.toFixed(3)} ${verdict}`;
}
