import type { Comparison, ComparisonVerdict, MetricComparison } from '../../contract/comparison.ts';
import { type Language, textIn } from '../../contract/text.ts';
import { table } from '../terminal/table.ts';
import { fill, gradeText, verdictText, WORDS } from './comparison-texts.ts';
import { figure } from './figure.ts';
import { scoreLines } from './score-lines.ts';

const ORDER: readonly ComparisonVerdict[] = ['worse', 'better', 'changed-slightly', 'inconclusive', 'equivalent'];

/** A comparison for people: what changed first, then what did not, what cannot be compared and why, scores, remarks. */
export function comparisonPage(comparison: Comparison, language: Language): string {
	const words = WORDS[language];
	const nameOf = shortNames(comparison.metrics);
	const shown = ordered(comparison.metrics);
	const apart = comparison.metrics.filter((one) => one.verdict === 'not-comparable');
	const parts = [
		`${heading(comparison, language)}\n${coverage(comparison, language)}`,
		shown.length === 0 ? words.none : table([words.header, ...shown.map((one) => row(one, nameOf(one), language))]),
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

function row(one: MetricComparison, name: string, language: Language): string[] {
	const { unit } = one.metric;
	const median = (side: MetricComparison['candidate']) =>
		side === null || side.median === null ? '–' : figure(side.median, unit);
	return [
		name,
		verdictText(one.verdict, language),
		one.ratio?.toFixed(3) ?? '–',
		interval(one, language),
		one.q?.toFixed(3) ?? '–',
		median(one.baseline),
		median(one.candidate),
		`${one.baseline?.n ?? 0}/${one.candidate?.n ?? 0}`,
		[one.baseline, one.candidate].map((side) => (side?.grade ? gradeText(side.grade, language) : '–')).join('/'),
	];
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

type NameOf = (one: MetricComparison) => string;

/** Names without what all metrics share: the suite when there is one only, parameters that tell nothing apart. */
function shortNames(metrics: readonly MetricComparison[]): NameOf {
	const oneSuite = new Set(metrics.map(({ suiteId }) => suiteId)).size <= 1;
	const sameName = Map.groupBy(metrics, ({ suiteId, caseId, metric }) => `${suiteId}/${caseId} ${metric.name}`);
	return (one) => {
		const base = `${oneSuite ? '' : `${one.suiteId}/`}${one.caseId}`;
		const others = sameName.get(`${one.suiteId}/${one.caseId} ${one.metric.name}`) ?? [];
		const telling = Object.entries(one.params).filter(([name, value]) =>
			others.some((other) => other.params[name] !== value),
		);
		const params = telling.map(([name, value]) => `${name}=${value}`).join(' ');
		return `${base}${params === '' ? '' : ` [${params}]`} ${one.metric.name}`;
	};
}
