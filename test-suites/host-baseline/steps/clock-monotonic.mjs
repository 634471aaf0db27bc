// The wall clock against the monotonic one, and the monotonic one against itself on every processor.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { answer, inject, sleep, text } from './machine.mjs';

const seconds = Number(process.env.BASELINE_SECONDS);
const rate = inject === 'clock-rate' ? 1.01 : 1;
const shared = new BigInt64Array(new SharedArrayBuffer(16));

const workers = Array.from({ length: Math.min(8, availableParallelism()) }, startWatch);
const before = tick();
await sleep(seconds * 1000);
const after = tick();
await Promise.all(workers.map((worker) => worker.terminate()));

const monotonic = Number(after.monotonic - before.monotonic) / 1e6;
const wall = (after.wall - before.wall) * rate;
answer({
	seconds: monotonic / 1000,
	clocksource: text('/sys/devices/system/clocksource/clocksource0/current_clocksource'),
	ppm: Math.round(((wall - monotonic) / monotonic) * 1e7) / 10,
	backwards: Number(shared[1]) + (inject === 'clock-backwards' ? 1 : 0),
});

/** Both clocks at the moment when the wall clock's millisecond changes: a millisecond more would be 200 ppm in 5 s. */
function tick() {
	const from = Date.now();
	for (;;) {
		const wall = Date.now();
		if (wall !== from) return { wall, monotonic: process.hrtime.bigint() };
	}
}

/** Every worker publishes the time and counts when it sees an earlier one than some other had published before. */
function startWatch() {
	const source = `
		const { workerData: shared } = require('node:worker_threads');
		for (;;) {
			for (let turn = 0; turn < 2000; turn++) {
				const last = Atomics.load(shared, 0);
				const now = process.hrtime.bigint();
				if (now < last) Atomics.add(shared, 1, 1n);
				Atomics.compareExchange(shared, 0, last, now);
			}
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
		}`;
	return new Worker(source, { eval: true, workerData: shared });
}
