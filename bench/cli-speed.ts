import { spawnSync } from 'node:child_process';

/** `shipei --version` against `node -e 0`, interleaved: what the bare start of the runtime costs is the reference. */
const ROUNDS = 20;
const LIMIT = 2.5;

const ratios: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
	const pair = round % 2 === 0 ? [bare(), ours()] : [ours(), bare()].reverse();
	const [reference = 0, measured = 0] = pair;
	ratios.push(measured / reference);
}
ratios.sort((a, b) => a - b);
const median = ((ratios[ROUNDS / 2 - 1] ?? 0) + (ratios[ROUNDS / 2] ?? 0)) / 2;
console.log(`shipei --version / node -e 0: ${median.toFixed(2)} × (median of ${ROUNDS} pairs, limit ${LIMIT} ×)`);
process.exitCode = median <= LIMIT ? 0 : 1;

function bare(): number {
	return timed(['-e', '0']);
}

function ours(): number {
	return timed(['cli/shipei.js', '--version']);
}

function timed(argv: readonly string[]): number {
	const started = performance.now();
	const { status } = spawnSync(process.execPath, argv, { stdio: 'ignore' });
	if (status !== 0) throw new Error(`node ${argv.join(' ')} ended with ${status}`);
	return performance.now() - started;
}
