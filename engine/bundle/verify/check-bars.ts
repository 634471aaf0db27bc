import { grouped } from '../../../contract/grouped.ts';
import type { JudgedBar } from '../../../contract/measurement/judged-bar.ts';
import type { ReportBenchmark, ReportPredicate, ReportTest } from '../../../contract/report.ts';
import { judgedBars } from '../../statistics/index.ts';
import { agrees } from './agrees.ts';

/** Judges every limit again from the measurement's summary (rule 9). Answers with the names of what differs. */
export function barProblems({ id, summary, bars = [] }: ReportBenchmark): string[] {
	const differing = bars.filter((bar) => summary === null || !isRight(bar, judgedAgain(summary, bar)));
	return differing.map(({ level }) => `${id} bars.${level}`);
}

/** The first test that claims more than its measurements reach; undefined when there is none. */
export function testAboveItsBars({ tests, benchmarks }: ReportPredicate): ReportTest | undefined {
	const outcomes = grouped(
		benchmarks.flatMap(({ test, bars = [] }) => bars.map(({ outcome }) => ({ test, outcome }))),
		({ test }) => test,
	);
	return tests.find(({ id, status, verdict, measured }) => {
		const reached = outcomes.get(id) ?? [];
		if (status !== 'passed' || reached.length === 0) return false;
		if (measured === true) return true;
		const missed = reached.some(({ outcome }) => outcome === 'failed');
		return missed || (verdict === 'PASSED' && reached.some(({ outcome }) => outcome === 'warned'));
	});
}

function judgedAgain(
	summary: NonNullable<ReportBenchmark['summary']>,
	{ level, bar }: JudgedBar,
): JudgedBar | undefined {
	try {
		return judgedBars(summary, { [level]: bar })[0];
	} catch (error) {
		// What is no comparison at all can have been met by nothing.
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

function isRight(claimed: JudgedBar, found: JudgedBar | undefined): boolean {
	return (
		found !== undefined &&
		claimed.outcome === found.outcome &&
		claimed.bound === found.bound &&
		agrees(claimed.value, found.value) &&
		agrees(claimed.margin, found.margin)
	);
}
