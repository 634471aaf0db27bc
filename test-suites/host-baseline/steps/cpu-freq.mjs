// Clock of every processor while all of them are busy, against the nominal one.
import { Worker } from 'node:worker_threads';
import { answer, names, number, sleep, text, unsupported } from './machine.mjs';

const folder = '/sys/devices/system/cpu';
const cpus = names(folder, /^cpu\d+$/u).filter((cpu) => current(cpu) !== null);
if (cpus.length === 0) unsupported('no frequency counter on this machine');
const seconds = Number(process.env.BASELINE_SECONDS);

const busy = cpus.map(() => new Worker('for (;;) Math.sqrt(Math.random());', { eval: true }));
const samples = new Map(cpus.map((cpu) => [cpu, []]));
for (let waited = 0; waited < seconds; waited += 0.5) {
	await sleep(500);
	for (const cpu of cpus) samples.get(cpu).push(current(cpu));
}
await Promise.all(busy.map((worker) => worker.terminate()));

const ratios = cpus.map((cpu) => ({ cpu, megahertz: median(samples.get(cpu)) / 1000, percent: percent(cpu) }));
answer({
	governor: [...new Set(cpus.map((cpu) => text(`${folder}/${cpu}/cpufreq/scaling_governor`)))],
	cpus: ratios,
	lowestPercent: Math.min(...ratios.map((entry) => entry.percent)),
});

function current(cpu) {
	return number(`${folder}/${cpu}/cpufreq/scaling_cur_freq`);
}

/** Nominal is the base frequency where the kernel tells it, else the highest (no turbo on those machines). */
function percent(cpu) {
	const nominal =
		number(`${folder}/${cpu}/cpufreq/base_frequency`) ?? number(`${folder}/${cpu}/cpufreq/cpuinfo_max_freq`);
	if (nominal === null || nominal === 0) unsupported('the kernel does not tell the nominal frequency');
	return Math.round((1000 * median(samples.get(cpu))) / nominal) / 10;
}

function median(values) {
	const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
