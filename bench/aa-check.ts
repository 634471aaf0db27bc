/**
 * A/A check: a run compared with its own repetition must not be called better or worse, except by the chance that the
 * policy allows. Runs twenty metrics again and again with the policy engine and the kernels of this machine, compares
 * every run with every other, and counts. `node bench/aa-check.ts [minutes] [seconds a repetition]`
 *
 * The policy is the shipped one, a fresh process for every repetition, with one thing changed so that it fits into ten
 * minutes: a repetition lasts 0.1 s, not 1 s. A shorter look sees less of the machine's slow changes, so that intervals are
 * narrower and claims more frequent than in a real run. How little a metric can tell is what the shipped suites say.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AA_METRICS, measureRun, prepareDisk } from './statistics/aa-run.ts';
import { countClaims } from './statistics/count-claims.ts';

const MINUTES = Number(process.argv[2] ?? 9.5);
const SECONDS = Number(process.argv[3] ?? 0.1);
/** Six runs are fifteen pairs, 300 metric pairs; five are the 200 that are promised. */
const MOST_RUNS = 6;
const PROMISED_PAIRS = 200;
const MOST_PERCENT = 5;

const end = performance.now() + MINUTES * 60_000;
const folder = mkdtempSync(join(process.env.SHIPEI_BENCH_DIR ?? tmpdir(), 'shipei-aa-'));
try {
	console.log(
		`${AA_METRICS.length} metrics a run, ${SECONDS} s a repetition (the policy asks for 1 s), ≤ ${MINUTES} min`,
	);
	prepareDisk(folder);
	const runs = [];
	for (let longest = 0; runs.length < MOST_RUNS && performance.now() + longest < end; ) {
		const start = performance.now();
		runs.push(await measureRun(folder, SECONDS));
		longest = Math.max(longest, performance.now() - start);
		console.log(`run ${runs.length} of ${MOST_RUNS}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
	}
	const { pairs, claims, undisturbed, lines } = countClaims(runs);
	for (const line of lines) console.log(`  ${line}`);
	console.log(`A/A: ${share(claims, pairs)} metric pairs called better or worse, at most ${MOST_PERCENT} % allowed`);
	console.log(`     ${share(claims, undisturbed)} that were undisturbed on both sides`);
	const verdict = judge(pairs, undisturbed, claims);
	console.log(verdict);
	process.exitCode = verdict === 'met' ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}

/** Pairs that were disturbed make no claim: too many of them, and nothing was checked. */
function judge(pairs: number, undisturbed: number, claims: number): string {
	if (100 * claims > MOST_PERCENT * pairs) return 'NOT met';
	if (pairs < PROMISED_PAIRS) return `NOT judged: ${PROMISED_PAIRS} metric pairs are needed; allow more minutes`;
	if (undisturbed < pairs / 2) return 'NOT judged: most pairs were disturbed; run it again on a quieter host';
	return 'met';
}

function share(part: number, whole: number): string {
	return `${part} of ${whole}${whole === 0 ? '' : ` (${((100 * part) / whole).toFixed(1)} %)`}`;
}
