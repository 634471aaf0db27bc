/**
 * A/A check: a run compared with its own repetition must not be called better or worse, except by the chance that the
 * policy allows. Measures the same metrics twice, pair after pair, with the policy engine and the built-in kernels of
 * this machine. `node bench/aa-check.ts [pairs of runs] [seconds a repetition]`; ten pairs are 200 metric pairs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareRuns } from '../engine/statistics/index.ts';
import { AA_METRICS, measureRun, prepareDisk } from './statistics/aa-run.ts';

const PAIRS = Number(process.argv[2] ?? 10);
const SECONDS = Number(process.argv[3] ?? 0.1);
const MOST_PERCENT = 5;

const folder = mkdtempSync(join(process.env.SHIPEI_BENCH_DIR ?? tmpdir(), 'shipei-aa-'));
try {
	prepareDisk(folder);
	let [called, claimed, undisturbed] = [0, 0, 0];
	for (let pair = 1; pair <= PAIRS; pair += 1) {
		const [first, second] = [await measureRun(folder, SECONDS), await measureRun(folder, SECONDS)];
		const { metrics } = compareRuns(
			{ name: 'second', host: 'here', measurements: second },
			{ name: 'first', host: 'here', measurements: first },
		);
		for (const { caseId, verdict, ratio, q, candidate, flags } of metrics) {
			if (verdict === 'better' || verdict === 'worse') {
				claimed += 1;
				console.log(
					`  pair ${pair}: ${caseId} ${verdict} ×${ratio?.toFixed(3)} q ${q?.toFixed(4)} grade ${candidate?.grade} ${flags.join(' ')}`,
				);
			}
		}
		called += metrics.filter(({ verdict }) => verdict !== 'not-comparable').length;
		undisturbed += metrics.filter(({ q }) => q !== null).length;
		console.log(
			`pair ${pair} of ${PAIRS}: ${claimed} of ${called} metric pairs so far called better or worse (${undisturbed} measured undisturbed)`,
		);
	}
	const percent = (100 * claimed) / called;
	const right = called === PAIRS * AA_METRICS.length && percent <= MOST_PERCENT;
	console.log(
		`A/A: ${claimed} of ${called} (${percent.toFixed(1)} %) called better or worse, at most ${MOST_PERCENT} % allowed`,
	);
	const telling = undisturbed >= called / 2;
	const remark = telling ? '' : ', which says little: run it again on a quieter host';
	console.log(
		`${right ? 'met' : 'NOT met'}; ${undisturbed} of ${called} pairs were undisturbed on both sides${remark}`,
	);
	process.exitCode = right ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
