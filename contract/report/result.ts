import type { Verdict } from '../run.ts';
import type { ReportTest } from './test.ts';

/** The six lists of case ids that follow from the tests, each sorted. A test that was only measured is in none. */
export interface TestLists {
	readonly passedTests: string[];
	readonly warnedTests: string[];
	readonly failedTests: string[];
	readonly skippedTests: string[];
	readonly blockedTests: string[];
	readonly notApplicableTests: string[];
}

type Judged = Pick<ReportTest, 'id' | 'level' | 'status' | 'skip' | 'verdict' | 'measured' | 'waiver'>;

export function listsOf(tests: readonly Judged[]): TestLists {
	const ids = (belongs: (test: Judged) => boolean) =>
		tests
			.filter(belongs)
			.map(({ id }) => id)
			.sort();
	return {
		passedTests: ids(({ verdict }) => verdict === 'PASSED'),
		warnedTests: ids(({ verdict }) => verdict === 'WARNED'),
		failedTests: ids(({ verdict }) => verdict === 'FAILED'),
		skippedTests: ids((test) => test.skip !== undefined && test.skip !== 'blocked' && test.skip !== 'notApplicable'),
		blockedTests: ids(({ skip }) => skip === 'blocked'),
		notApplicableTests: ids(({ skip }) => skip === 'notApplicable'),
	};
}

/**
 * The result of the whole, by the worst of its parts: FAILED when a `must` failed, or broke off so that nothing shows it
 * works (errored, timed out, interrupted, quarantined) and nobody waived it; PASSED only when something was judged,
 * everything judged passed, and no `must` or `should` is left without a judgement (skipped, blocked, broken); WARNED for
 * all between. Cases that do not apply and cases that are only measured count neither way.
 */
export function resultOf(tests: readonly Judged[]): Verdict {
	if (tests.some((test) => test.level === 'must' && (test.verdict === 'FAILED' || isBroken(test)))) return 'FAILED';
	const judged = tests.filter(({ verdict }) => verdict !== null);
	const open = tests.some((test) => test.level !== 'may' && isOpen(test));
	return judged.length > 0 && !open && judged.every(({ verdict }) => verdict === 'PASSED') ? 'PASSED' : 'WARNED';
}

/**
 * Why a test contradicts itself, as a code; null when it does not. PASSED needs a passed status; a `must` that did not
 * pass may only be WARNED under a waiver; a skip has its reason and no verdict; only what passed counts as measured.
 */
export function contradictionOf(test: Judged): string | null {
	const { status, skip, verdict, measured, waiver, level } = test;
	if ((status === 'skipped') !== (skip !== undefined)) return 'skip-without-reason';
	if (status === 'skipped' && verdict !== null && waiver === undefined) return 'verdict-on-skipped';
	if (verdict === 'PASSED' && status !== 'passed') return 'passed-without-passing';
	if (verdict === 'PASSED' && measured === true) return 'passed-by-measuring';
	if (verdict === 'FAILED' && status === 'passed') return 'failed-although-passed';
	if (verdict === 'WARNED' && status !== 'passed' && level === 'must' && waiver === undefined) return 'no-waiver';
	if (status === 'passed' && verdict === null && measured !== true) return 'passed-without-verdict';
	return status === 'failed' && verdict === null ? 'failed-without-verdict' : null;
}

// A hang, a crash or a cancelled run must never read as passed with remarks.
function isBroken({ status, skip, verdict }: Judged): boolean {
	if (verdict !== null) return false;
	return status === 'errored' || status === 'timedOut' || status === 'interrupted' || skip === 'quarantined';
}

function isOpen({ verdict, skip, measured }: Judged): boolean {
	return verdict === null && skip !== 'notApplicable' && measured !== true;
}
