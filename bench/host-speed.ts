/**
 * How long a whole `host detect --json` takes, Node's start included, beside inxi -Fxxx and systeminformation's
 * getAllData, in one run, taking turns. Prints medians and ratios: of the kit, which is what lab machines run, and of
 * this checkout, which loads its sources file by file. The promise holds for both. Usage: node bench/host-speed.ts [rounds]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Contender {
	readonly name: string;
	readonly argv: readonly string[];
	/** Shipei's time may be at most this share of the contender's. */
	readonly bar?: number;
}

const ROUNDS = Number(process.argv[2] ?? 5);
const root = resolve(import.meta.dirname, '..');
const out = mkdtempSync(join(tmpdir(), 'shipei-bench-kit-'));
process.on('exit', () => rmSync(out, { recursive: true, force: true }));

const detect = ['host', 'detect', '--json'];
const kit: Contender = { name: 'shipei host detect --json (kit)', argv: [join(buildKit(), 'shipei'), ...detect] };
const checkout: Contender = {
	name: 'shipei host detect --json (checkout)',
	argv: [process.execPath, resolve(root, 'cli/shipei.js'), ...detect],
};

const getAllData = "require('systeminformation').getAllData().then((data) => console.log(JSON.stringify(data)))";
const contenders: readonly Contender[] = [
	{ name: 'inxi -Fxxx', argv: ['inxi', '-Fxxx'], bar: 0.5 },
	{ name: 'systeminformation getAllData', argv: [process.execPath, '-e', getAllData], bar: 0.2 },
];

function buildKit(): string {
	const argv = ['build/kit/kit.mjs', '--no-archive', '--out', out];
	const built = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' });
	if (built.status !== 0) throw new Error(`the kit could not be built: ${built.stderr}`);
	return built.stdout.trim().split('\n').at(-1) ?? '';
}

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
	for (const contender of [kit, checkout, ...contenders]) {
		const seconds = secondsFor(contender);
		if (seconds === undefined || round < 0) continue;
		times.set(contender.name, [...(times.get(contender.name) ?? []), seconds]);
	}
}

console.log(`host detection, median of ${ROUNDS} rounds on ${cpus().length} CPUs`);
for (const ours of [kit, checkout]) {
	const own = median(times.get(ours.name) ?? []);
	console.log(`  ${ours.name.padEnd(38)} ${own.toFixed(3)} s`);
	if (Number.isNaN(own)) process.exitCode = 1;
	for (const contender of contenders) compare(own, contender);
}

function compare(own: number, { name, bar = 1 }: Contender): void {
	const theirs = times.get(name);
	if (theirs === undefined) {
		console.log(`    ${name.padEnd(36)} skipped: not installed here`);
		return;
	}
	const ratio = own / median(theirs);
	const verdict = ratio <= bar ? 'met' : 'MISSED';
	const seconds = median(theirs).toFixed(3);
	console.log(`    ${name.padEnd(36)} ${seconds} s  ratio ${ratio.toFixed(3)}  (at most ${bar}: ${verdict})`);
	if (ratio > bar) process.exitCode = 1;
}
