import type { Comparison, ComparisonVerdict, MetricComparison } from '../../contract/comparison.ts';
import { quantity } from '../../contract/measurement/quantity.ts';
import { type Language, textIn } from '../../contract/text.ts';
import { columns, table } from '../terminal/table.ts';
import { fill, gradeText, verdictText, WORDS } from './comparison-texts.ts';
import { scoreLines } from './score-lines.ts';

const ORDER: readonly ComparisonVerdict[] = ['worse', 'better', 'changed-slightly', 'inconclusive', 'equivalent'];

/**
 * A comparison for people: what changed first, then what did not, what cannot be compared and why, scores, remarks.
 * `width` is how many columns the terminal has.
 */
export function comparisonPage(
	comparison: Comparison,
	language: Language,
	width: number = Number.POSITIVE_INFINITY,
): string {
	const words = WORDS[language];
	const nameOf = shortNames(comparison.metrics);
	const shown = ordered(comparison.metrics);
	const apart = comparison.metrics.filter((one) => one.verdict === 'not-comparable');
	const parts = [
		`${heading(comparison, language)}\n${coverage(comparison, language)}`,
		shown.length === 0 ? words.none : figures(shown, nameOf, language, width),
		shown.length === 0 ? '' : [words.ratio, ...reasons(shown.filter(needsWords), nameOf, language)].join('\n'),
		apart.length === 0 ? '' : [words.notComparable, ...reasons(apart, nameOf, language)].join('\n'),
		scoreLines(comparison.scores, language),
		comparison.remarks.map((remark) => textIn(remark, language)).join('\n'),
	];
	return parts.filter((part) => part !== '').join('\n\n');
}

function ordered(metrics: readonly MetricComparison[]): MetricComparison[] {
	return ORDER.flatMap((verdict) =>
		metrics
			.filter((one) => one.verdict === verdict)
			.sort((a, b) => Math.abs(Math.log(b.ratio ?? 1)) - Math.abs(Math.log(a.ratio ?? 1))),
	);
}

function heading({ candidate, baseline }: Comparison, language: Language): string {
	return fill(WORDS[language].title, { candidate, baseline });
}

function coverage(comparison: Comparison, language: Language): string {
	const counts = ORDER.flatMap((verdict) => {
		const count = comparison.metrics.filter((one) => one.verdict === verdict).length;
		return count === 0 ? [] : [`${verdictText(verdict, language)} ${count}`];
	});
	const { comparable, total } = comparison;
	return [fill(WORDS[language].coverage, { comparable, total }), ...counts].join(' · ');
}

type Column = (typeof COLUMNS)[number];
const COLUMNS = ['metric', 'verdict', 'ratio', 'interval', 'q', 'baseline', 'candidate', 'n', 'grade'] as const;
/** What a narrow terminal has to do without, first to last; CSV and JSON have it all. */
const DISPENSABLE: readonly (readonly Column[])[] = [['q'], ['n'], ['baseline', 'candidate'], ['grade']];

/** The table with as many columns as fit. */
function figures(metrics: readonly MetricComparison[], nameOf: NameOf, language: Language, width: number): string {
	const rows = [WORDS[language].header, ...metrics.map((one) => row(one, nameOf(one), language))];
	let left: readonly Column[] = COLUMNS;
	for (const dropped of [[], ...DISPENSABLE]) {
		left = left.filter((column) => !dropped.includes(column));
		const text = table(rows.map((cells) => left.map((column) => cells[column])));
		if (Math.max(...text.split('\n').map(columns)) <= width || dropped === DISPENSABLE.at(-1)) return text;
	}
	return '';
}

function row(one: MetricComparison, name: string, language: Language): Record<Column, string> {
	const { unit } = one.metric;
	const median = (side: MetricComparison['candidate']) =>
		side === null || side.median === null ? '–' : quantity(side.median, unit);
	const grades = [one.baseline, one.candidate].map((side) => (side?.grade ? gradeText(side.grade, language) : '–'));
	return {
		metric: name,
		verdict: verdictText(one.verdict, language),
		ratio: one.ratio?.toFixed(3) ?? '–',
		interval: interval(one, language),
		q: one.q?.toFixed(3) ?? '–',
		baseline: median(one.baseline),
		candidate: median(one.candidate),
		n: `${one.baseline?.n ?? 0}/${one.candidate?.n ?? 0}`,
		grade: grades.join('/'),
	};
}

function interval({ ci95 }: MetricComparison, language: Language): string {
	if (ci95 === null) return '–';
	const { open } = WORDS[language];
	return `${ci95.lo?.toFixed(3) ?? open} … ${ci95.hi?.toFixed(3) ?? open}`;
}

/** Only what needs explaining gets a sentence. */
function needsWords({ verdict }: MetricComparison): boolean {
	return verdict !== 'equivalent';
}

/** One line for each reason, with all metrics that it holds for. */
function reasons(metrics: readonly MetricComparison[], nameOf: NameOf, language: Language): string[] {
	const grouped = Map.groupBy(metrics, (one) => textIn(one.reason, language));
	return [...grouped].map(([reason, group]) => `  ${group.map(nameOf).join(WORDS[language].list)}: ${reason}`);
}

export type NameOf = (one: MetricComparison) => string;

/** Names without what says nothing here: the only suite, the only metric of a case, parameters that all share. */
export function shortNames(metrics: readonly MetricComparison[]): NameOf {
	const oneSuite = new Set(metrics.map(({ suiteId }) => suiteId)).size <= 1;
	const caseOf = ({ suiteId, caseId }: MetricComparison) => `${oneSuite ? '' : `${suiteId}/`}${caseId}`;
	const ofCase = Map.groupBy(metrics, caseOf);
	return (one) => {
		const siblings = ofCase.get(caseOf(one)) ?? [];
		const others = siblings.filter(({ metric }) => metric.name === one.metric.name);
		const telling = Object.entries(one.params).filter(([name, value]) =>
			others.some((other) => other.params[name] !== value),
		);
		const params = telling.map(([name, value]) => `${name}=${value}`).join(' ');
		const metric = others.length === siblings.length ? '' : ` ${one.metric.name}`;
		return `${caseOf(one)}${params === '' ? '' : ` [${params}]`}${metric}`;
	};
}
