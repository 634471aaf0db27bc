import type { JudgedBar } from '../../../contract/measurement/judged-bar.ts';
import type { ReportBenchmark } from '../../../contract/report.ts';
import type { Tone } from '../content/block.ts';

type Word = { readonly zh: string; readonly en: string };
type Look = Word & { readonly tone: Tone };
type Comparison = ReportBenchmark['comparison'][number];

/** What is said of figures, in the documents as in the sheets. */
export const DIRECTION_WORDS = {
	higher: { zh: '越大越好', en: 'higher is better' },
	lower: { zh: '越小越好', en: 'lower is better' },
} as const satisfies Record<ReportBenchmark['metric']['direction'], Word>;

export const LIMIT_WORDS = {
	must: { zh: '必测', en: 'must' },
	should: { zh: '应测', en: 'should' },
} as const satisfies Record<JudgedBar['level'], Word>;

export const LIMIT_LOOK = {
	passed: { zh: '达到', en: 'Met', tone: 'passed' },
	warned: { zh: '带条件', en: 'With remarks', tone: 'warned' },
	failed: { zh: '未达到', en: 'Missed', tone: 'failed' },
} as const satisfies Record<JudgedBar['outcome'], Look>;

export const COMPARISON_LOOK = {
	better: { zh: '更好', en: 'Better', tone: 'passed' },
	worse: { zh: '更差', en: 'Worse', tone: 'failed' },
	'changed-slightly': { zh: '略有变化', en: 'Changed slightly', tone: 'warned' },
	equivalent: { zh: '相当', en: 'Equivalent', tone: 'passed' },
	inconclusive: { zh: '无法判断', en: 'Inconclusive', tone: 'skipped' },
	'not-comparable': { zh: '不可比', en: 'Not comparable', tone: 'skipped' },
} as const satisfies Record<Comparison['verdict'], Look>;
