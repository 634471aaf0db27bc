import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { binaryOf, nativeTarget, runKernel } from './run-kernel.ts';

interface Machine {
	classes: number[][];
}

const cpus = (runKernel('machine').line as unknown as Machine).classes.flat();

/** Processes of the same program whose parent was `parent` when they were looked for. */
function childrenOf(parent: number): number[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.filter((name) => statOf(Number(name))?.[1] === String(parent))
		.map(Number);
}

/** State and parent of a process, undefined when it is gone. */
function statOf(process: number): string[] | undefined {
	try {
		return readFileSync(`/proc/${process}/stat`, 'utf8')
			.replace(/^.*\) /, '')
			.split(' ');
	} catch {
		return undefined;
	}
}

async function until(condition: () => boolean): Promise<boolean> {
	for (let tries = 0; tries < 200 && !condition(); tries++) await sleep(20);
	return condition();
}

describe('workers', () => {
	it('report one rate each, and the sum is the figure', () => {
		const { line } = runKernel('cpu.int', '--seconds', '0.1', '--workers', 'all');
		const rates = line.perWorker as number[];
		expect(line.workers).toBe(cpus.length);
		expect(line.cpus).toEqual(cpus);
		expect(rates).toHaveLength(cpus.length);
		expect(rates.reduce((sum, rate) => sum + rate, 0)).toBeCloseTo(line.value as number, 1);
	});

	it('run on the processors that --cpus names', () => {
		const last = cpus.at(-1);
		expect(runKernel('cpu.int', '--seconds', '0.02', '--cpus', String(last)).line.cpus).toEqual([last]);
	});

	it('are refused when there are more of them than processors', () => {
		const ended = runKernel('cpu.int', '--workers', String(cpus.length + 1));
		expect(ended.exit).toBe(4);
		expect(ended.line).toMatchObject({ error: 'unsupported', expected: cpus.length + 1, found: cpus.length });
	});

	it('die with the process that started them', async () => {
		const program = spawn(binaryOf(nativeTarget), ['cpu.int', '--seconds', '60', '--workers', 'all'], {
			stdio: 'ignore',
		});
		const pid = program.pid as number;
		expect(await until(() => childrenOf(pid).length === cpus.length)).toBe(true);
		const workers = childrenOf(pid);
		program.kill('SIGKILL');
		expect(await until(() => workers.every((worker) => ['Z', undefined].includes(statOf(worker)?.[0])))).toBe(true);
	});

	it('end the run with an error when one of them is killed', async () => {
		const program = spawn(binaryOf(nativeTarget), ['cpu.int', '--seconds', '60', '--workers', 'all']);
		let output = '';
		program.stdout.on('data', (bytes: Buffer) => {
			output += bytes.toString();
		});
		const ended = new Promise((resolve) => program.once('close', resolve));
		expect(await until(() => childrenOf(program.pid as number).length === cpus.length)).toBe(true);
		process.kill(childrenOf(program.pid as number)[0] as number, 'SIGKILL');
		expect(await ended).toBe(12);
		expect(JSON.parse(output)).toMatchObject({ error: 'killed', message: 'a worker was killed', signal: 9 });
	});
});
