import type { Comparison, MetricComparison, Score } from '../../contract/comparison.ts';
import { type Language, textIn } from '../../contract/text.ts';
import { csvLine } from './csv-line.ts';

const COLUMNS = [
	...['record', 'candidate', 'baseline', 'suite', 'case', 'metric', 'unit', 'direction', 'params', 'verdict'],
	...['ratio', 'ciLow', 'ciHigh', 'p', 'q', 'baselineMedian', 'candidateMedian', 'baselineN', 'candidateN'],
	...['baselineGrade', 'candidateGrade', 'resolution', 'score', 'members', 'reference', 'reason', 'flags'],
] as const;

type Line = Readonly<Partial<Record<(typeof COLUMNS)[number], string | number | null | undefined>>>;

/**
 * Comparisons as RFC 4180 CSV with stable English column names and unrounded numbers: a line for each metric and one for
 * each score. The byte order mark tells spreadsheets that it is UTF-8; without it they read Chinese as something else.
 */
export function comparisonCsv(comparisons: readonly Comparison[], language: Language): string {
	const lines = comparisons.flatMap((comparison) => [
		...comparison.metrics.map((one) => metricLine(comparison, one, language)),
		...comparison.scores.map((one) => scoreLine(comparison, one, language)),
	]);
	return `\uFEFF${csvLine(COLUMNS)}${lines.map((line) => csvLine(COLUMNS.map((name) => line[name]))).join('')}`;
}

function metricLine({ candidate, baseline }: Comparison, one: MetricComparison, language: Language): Line {
	const { suiteId, caseId, metric, verdict, ratio, ci95, p, q, reason, flags } = one;
	return {
		...{ record: 'metric', candidate, baseline, suite: suiteId, case: caseId, metric: metric.name },
		...{ unit: metric.unit, direction: metric.direction, params: paramsText(one), verdict },
		...{ ratio, ciLow: ci95?.lo, ciHigh: ci95?.hi, p, q },
		...{ baselineMedian: one.baseline?.median, candidateMedian: one.candidate?.median },
		...{ baselineN: one.baseline?.n, candidateN: one.candidate?.n },
		...{ baselineGrade: one.baseline?.grade, candidateGrade: one.candidate?.grade },
		...{ resolution: metric.resolution, reason: textIn(reason, language), flags: flags.join(' ') },
	};
}

function scoreLine({ candidate, baseline }: Comparison, one: Score, language: Language): Line {
	const { side, suiteId, id, group, value, ci95, k, n, reference, missing } = one;
	const reasons = missing.map((member) => `${member.id}: ${textIn(member.reason, language)}`);
	return {
		...{ record: `score:${side}`, candidate, baseline, suite: suiteId, metric: group === null ? id : `${id}/${group}` },
		...{ score: value, ciLow: ci95?.lo, ciHigh: ci95?.hi, members: `${k} of ${n}`, reference: reference.reportId },
		reason: reasons.join('; '),
	};
}

function paramsText({ params }: MetricComparison): string {
	return Object.entries(params)
		.map(([name, value]) => `${name}=${value}`)
		.join(' ');
}
