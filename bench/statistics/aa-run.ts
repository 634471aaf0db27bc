import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measurement } from '../../contract/measurement.ts';
import type { Repetition } from '../../contract/plan.ts';
import { detectHost } from '../../engine/host/index.ts';
import { measureCase } from '../../engine/run/measure/measure-case.ts';
import { linuxProbe } from '../../engine/run/measure/probe/linux-probe.ts';
import { systemClock } from '../../engine/run/measure/probe/system-clock.ts';
import { newMeasureSession } from '../../engine/run/measure/quiet.ts';
import type { RepetitionOutcome } from '../../engine/run/measure/repetition.ts';
import { shippedResolutions } from './shipped-resolution.ts';

const KERNELS = fileURLToPath(new URL(`../../build/kernels/bin/linux-${process.arch}/shipei-kernels`, import.meta.url));

/** Twenty metrics of every kind; `$F` and `$D` stand for the prepared file and its folder. */
export const AA_METRICS: readonly (readonly string[])[] = [
	...['cpu.int', 'cpu.int64', 'cpu.branch', 'cpu.float', 'cpu.matmul', 'cpu.matmul.simd', 'cpu.lz'].map((id) => [id]),
	...['crypto.sm3', 'crypto.sm4', 'crypto.sm2verify'].map((id) => [id]),
	...['cpu.int', 'crypto.sm3'].map((id) => [id, '--workers', 'all']),
	...[
		['mem.latency', '--size', 'l1'],
		['mem.latency', '--size', 'l2'],
	],
	...['os.spawn', 'os.fork', 'os.pipe.same', 'os.pipe.cross', 'net.lo.rr'].map((id) => [id]),
	['disk.randread', '--file', '$F', '--queue-depth', '4'],
];

const REPETITION: Repetition = {
	...{ policy: 'shipei-bench/1', mode: 'policy', warmup: 1, minRuns: 7, maxRuns: 30 },
	...{ targetRelHalfWidth: 0.02, budgetMs: 600_000 },
};

/** The check has to end in time: a busy host is waited for less long than in a real run, and flagged as there. */
const MOST_WAITING_MS = 10_000;

export function prepareDisk(folder: string): void {
	const { status } = spawnSync(KERNELS, ['disk.prepare', '--file', join(folder, 'disk.bin'), '--bytes', '256m']);
	if (status !== 0) throw new Error('the disk file could not be prepared: do the kernels run here?');
}

/** All metrics once, each by the policy; the same session rules as a real run. */
export async function measureRun(folder: string, seconds: number): Promise<Measurement[]> {
	const session = { ...newMeasureSession(), waitLeftMs: MOST_WAITING_MS };
	// What a real run would know of the host: a virtual machine's figures can tell less.
	const { virtualisation } = await detectHost();
	const probe = linuxProbe({ scratch: folder, virt: virtualisation.type.value });
	const resolutions = shippedResolutions();
	const all: Measurement[] = [];
	for (const words of AA_METRICS) {
		const [kernel = ''] = words;
		const resolution = resolutions.get(kernel);
		const caseId = words.filter((word) => !word.startsWith('$')).join(' ');
		const subject = {
			...{ suiteId: 'aa', suiteVersion: '1.0.0', caseId, key: caseId, params: {}, facts: [], repetition: REPETITION },
			measure: [
				{
					metric: kernel,
					unit: '1',
					direction: 'higher' as const,
					...(resolution === undefined ? {} : { resolution }),
				},
			],
		};
		const runRepetition = () => runKernel([...words, '--seconds', String(seconds)], folder);
		const { measurements } = await measureCase(subject, { runRepetition, probe, clock: systemClock, session });
		all.push(...measurements);
	}
	return all;
}

async function runKernel(words: readonly string[], folder: string): Promise<RepetitionOutcome> {
	const args = words.map((word) => word.replace('$F', join(folder, 'disk.bin')));
	const [startedOn, start, cpu] = [new Date().toISOString(), performance.now(), childUserMs()];
	const child = spawn(KERNELS, args, { stdio: ['ignore', 'pipe', 'ignore'] });
	const parts: Buffer[] = [];
	child.stdout.on('data', (part: Buffer) => parts.push(part));
	const [code] = (await once(child, 'close')) as [number | null];
	const base = {
		startedOn,
		durationMs: performance.now() - start,
		userMs: childUserMs() - cpu,
		memoryBytes: null,
		facts: {},
	};
	if (code !== 0) return { ...base, values: {}, problem: 'exit' };
	return {
		...base,
		values: { [words[0] ?? '']: (JSON.parse(Buffer.concat(parts).toString()) as { value: number }).value },
	};
}

/** User CPU time of children that ended and were waited for, from /proc/self/stat. */
function childUserMs(): number {
	const fields = readFileSync('/proc/self/stat', 'utf8')
		.replace(/^.*\) /u, '')
		.split(' ');
	return Number(fields[13]) * 10;
}
