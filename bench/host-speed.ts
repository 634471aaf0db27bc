/**
 * How long a whole `host detect --json` takes, Node's start included, beside inxi -Fxxx and systeminformation's
 * getAllData, in one run, taking turns. Prints medians and ratios. Usage: node bench/host-speed.ts [rounds]
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';

interface Contender {
	readonly name: string;
	readonly argv: readonly string[];
	/** Shipei's time may be at most this share of the contender's. */
	readonly bar?: number;
}

const ROUNDS = Number(process.argv[2] ?? 5);
const root = resolve(import.meta.dirname, '..');
const cli = resolve(root, 'cli/shipei.js');
const engine = resolve(root, 'engine/host/index.ts');

/** The CLI where it is there, else the same detection through the engine's door. */
const ours: Contender = existsSync(cli)
	? { name: 'shipei host detect --json', argv: [process.execPath, cli, 'host', 'detect', '--json'] }
	: {
			name: 'engine/host detectHost (no CLI yet)',
			argv: [
				process.execPath,
				'--input-type=module',
				'-e',
				`const { detectHost } = await import(${JSON.stringify(engine)}); console.log(JSON.stringify(await detectHost()));`,
			],
		};

const getAllData = "require('systeminformation').getAllData().then((data) => console.log(JSON.stringify(data)))";
const contenders: readonly Contender[] = [
	{ name: 'inxi -Fxxx', argv: ['inxi', '-Fxxx'], bar: 0.5 },
	{ name: 'systeminformation getAllData', argv: [process.execPath, '-e', getAllData], bar: 0.2 },
];

function secondsFor({ argv }: Contender): number | undefined {
	const [file = '', ...args] = argv;
	const started = performance.now();
	const done = spawnSync(file, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], timeout: 120_000 });
	if (done.error !== undefined || done.status !== 0) return undefined;
	return (performance.now() - started) / 1000;
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

const times = new Map<string, number[]>();
// One round unmeasured, so that nobody pays for cold caches.
for (let round = -1; round < ROUNDS; round += 1) {
	for (const contender of [ours, ...contenders]) {
		const seconds = secondsFor(contender);
		if (seconds === undefined || round < 0) continue;
		times.set(contender.name, [...(times.get(contender.name) ?? []), seconds]);
	}
}

const own = median(times.get(ours.name) ?? []);
console.log(`host detection, median of ${ROUNDS} rounds on ${cpus().length} CPUs`);
console.log(`  ${ours.name.padEnd(38)} ${own.toFixed(3)} s`);
if (Number.isNaN(own)) process.exitCode = 1;
for (const { name, bar = 1 } of contenders) {
	const theirs = times.get(name);
	if (theirs === undefined) {
		console.log(`  ${name.padEnd(38)} skipped: not installed here`);
		continue;
	}
	const ratio = own / median(theirs);
	const verdict = ratio <= bar ? 'met' : 'MISSED';
	console.log(
		`  ${name.padEnd(38)} ${median(theirs).toFixed(3)} s  ratio ${ratio.toFixed(3)}  (at most ${bar}: ${verdict})`,
	);
	if (ratio > bar) process.exitCode = 1;
}
