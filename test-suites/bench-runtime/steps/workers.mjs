#!/usr/bin/env node
// How the same JavaScript work scales from one worker thread to one for each usable CPU: rate of all over rate of one.
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { check, report } from './report.mjs';

if (isMainThread) await compare(Number(process.argv[2] ?? 1.5));
else work(workerData.seconds);

async function compare(seconds) {
	const all = availableParallelism();
	const one = await rateOf(1, seconds);
	const many = await rateOf(all, seconds);
	report({ value: many / one, workers: all });
}

async function rateOf(count, seconds) {
	const runs = Array.from({ length: count }, () => runWorker(seconds));
	return (await Promise.all(runs)).reduce((total, rate) => total + rate, 0);
}

function runWorker(seconds) {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL(import.meta.url), { workerData: { seconds } });
		worker.once('message', resolve).once('error', reject);
		worker.once('exit', (code) => (code === 0 ? reject(new Error('no answer')) : process.exit(code)));
	});
}

function work(seconds) {
	for (let i = 0; i < 20; i += 1) unit();
	const start = performance.now();
	let units = 0;
	while (performance.now() - start < seconds * 1000) {
		check('unit', unit(), 2_482_959_073);
		units += 1;
	}
	parentPort.postMessage((units * 1000) / (performance.now() - start));
}

/** Table look-ups, hashing and greatest common divisors on 32-bit numbers. */
function unit() {
	const table = new Uint32Array(256).map((_, i) => Math.imul(i + 1, 0x9e3779b1));
	let hash = 0x811c9dc5;
	for (let i = 0; i < 50_000; i += 1) hash = (Math.imul(hash, 31) ^ table[(hash ^ i) & 255]) >>> 0;
	let [a, b] = [hash | 1, 0x7fffffff];
	while (b !== 0) [a, b] = [b, a % b];
	return (hash + a) >>> 0;
}
