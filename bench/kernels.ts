/**
 * The built-in kernels side by side with native references: ten interleaved rounds, fresh processes, the median of the
 * per-round ratios, and whether it lies in the band of the design. A row whose interval is wider than its band is not
 * judged, and says how noisy either side was. About twenty minutes on a quiet machine, most of them for the disk. `node bench/kernels.ts [part of a name]`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureRow, type Outcome, type Row } from './kernels/interleave.ts';
import { compileReferences, isInstalled } from './kernels/references.ts';
import { cryptoRows, diskRows, memoryRows, processorRows, windowRow } from './kernels/rows.ts';

const ROUNDS = 10;
const start = performance.now();
const folder = mkdtempSync(join(process.env.SHIPEI_BENCH_DIR ?? tmpdir(), 'shipei-bench-'));
try {
	const outcomes = rows()
		.filter((row) => row.name.includes(process.argv[2] ?? ''))
		.map((row) => print(measureRow(row, ROUNDS)));
	const outside = outcomes.filter((outcome) => outcome.verdict === 'OUTSIDE').length;
	const noisy = outcomes.filter((outcome) => outcome.verdict === 'too noisy to judge').length;
	const minutes = ((performance.now() - start) / 60_000).toFixed(1);
	console.log(`${outcomes.length} rows in ${minutes} min: ${outside} outside their band, ${noisy} too noisy to judge`);
	if (outside + noisy > 0) process.exitCode = 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function rows(): Row[] {
	if (!isInstalled('gcc')) throw new Error('gcc is not installed: there is nothing to compare with');
	const references = compileReferences(folder);
	const disk = isInstalled('fio') ? diskRows(folder) : [];
	if (disk.length === 0) console.log('fio is not installed (package fio): no disk rows');
	const crypto = isInstalled('openssl') ? cryptoRows() : [];
	if (crypto.length === 0) console.log('openssl is not installed: no rows of cryptography');
	return [...processorRows(references), ...crypto, windowRow(), ...memoryRows(references), ...disk];
}

function print(outcome: Outcome): Outcome {
	const { row, ratio, interval, cv, verdict } = outcome;
	const figures = `${format(outcome.ours)} / ${format(outcome.reference)} ${row.unit}`;
	const band = `${row.band[0]}–${row.band[1]}`;
	const range = `${interval[0].toFixed(2)}–${interval[1].toFixed(2)}`;
	const noise = verdict === 'too noisy to judge' ? `, CV ${percent(cv.ours)} / ${percent(cv.reference)}` : '';
	console.log(`${row.name.padEnd(52)} ${ratio.toFixed(3)} (${range})  band ${band}  ${verdict}   ${figures}${noise}`);
	return outcome;
}

function percent(share: number): string {
	return `${(100 * share).toFixed(0)} %`;
}

function format(value: number): string {
	return value >= 1e4 ? value.toExponential(3) : value.toPrecision(4);
}
