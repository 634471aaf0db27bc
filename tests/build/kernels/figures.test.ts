import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listKernels, runKernel, shortRun } from './run-kernel.ts';

const kernels = listKernels();
const folder = mkdtempSync(join(tmpdir(), 'shipei-kernels-'));
const fewCpus = runKernel('mem.c2c', '--seconds', '0.01').exit === 4;
const noVectors = runKernel('cpu.matmul.simd', '--seconds', '0.01').exit === 4;
const unsupported = new Set([
	...(fewCpus ? ['mem.c2c', 'os.pipe.cross'] : []),
	...(noVectors ? ['cpu.matmul.simd'] : []),
]);

beforeAll(() => {
	expect(runKernel('disk.prepare', '--file', join(folder, 'data'), '--bytes', '4m').exit).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('every kernel', () => {
	it('is listed with a unit, a direction and what it means', () => {
		expect(kernels.length).toBeGreaterThan(30);
		for (const kernel of kernels) {
			expect(kernel).toEqual({
				id: expect.stringMatching(/^[a-z0-9]+(\.[a-z0-9]+)+$/),
				unit: expect.stringMatching(/./),
				direction: expect.stringMatching(/^(higher|lower)$/),
				means: expect.stringMatching(/.{20}/),
			});
		}
	});

	it.each(kernels)('$id reports a positive figure in its unit', ({ id, unit, direction }) => {
		const { exit, line, stdout } = runKernel(...shortRun(id, folder));
		expect(exit, stdout).toBe(0);
		expect(stdout.split('\n')).toHaveLength(2);
		expect(line).toMatchObject({ kernel: id, version: 'shipei-kernels/1', unit, direction });
		expect(line.value).toBeGreaterThan(0);
		expect(line.seconds).toBeGreaterThan(0);
		expect(line.workers).toBeGreaterThan(0);
		expect(line.flags).toBeInstanceOf(Array);
	});

	it.each(kernels)('$id reports a planted wrong answer as an error and prints no figure', ({ id }) => {
		const { exit, line, stdout } = runKernel(...shortRun(id, folder), '--corrupt');
		if (unsupported.has(id)) return expect(exit).toBe(4);
		expect(exit, stdout).toBe(3);
		expect(line).toMatchObject({ kernel: id, error: 'wrong-answer' });
		expect(line).not.toHaveProperty('value');
		expect(line.message).not.toContain('unnoticed');
		if (id === 'disk.prepare') rmSync(join(folder, 'fresh'), { force: true });
	});

	it.each(kernels.filter((kernel) => kernel.id !== 'disk.prepare'))(
		'$id ends at its deadline when a worker hangs',
		({ id }) => {
			const { exit, line, stdout } = runKernel(...shortRun(id, folder), '--hang', '0', '--deadline', '0.05');
			if (unsupported.has(id)) return expect(exit).toBe(4);
			expect(exit, stdout).toBe(6);
			expect(line).toMatchObject({ kernel: id, error: 'deadline' });
			expect(line).not.toHaveProperty('value');
		},
	);
});
