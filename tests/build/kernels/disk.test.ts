import {
	closeSync,
	existsSync,
	mkdtempSync,
	openSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runKernel } from './run-kernel.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipei-disk-'));
const file = join(folder, 'data');

function damage(offset: number): void {
	const fd = openSync(file, 'r+');
	writeSync(fd, Buffer.alloc(16, 0xff), 0, 16, offset);
	closeSync(fd);
}

beforeAll(() => {
	expect(runKernel('disk.prepare', '--file', file, '--bytes', '2m').exit).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the disk kernels', () => {
	it('leave a file alone that disk.prepare did not make', () => {
		const precious = join(folder, 'precious');
		writeFileSync(precious, 'x'.repeat(2 << 20));
		for (const kernel of ['disk.seqwrite', 'disk.randwrite', 'disk.randread']) {
			expect(runKernel(kernel, '--file', precious)).toMatchObject({ exit: 2, line: { error: 'usage' } });
		}
		expect(runKernel('disk.prepare', '--file', precious, '--bytes', '1m').exit).toBe(2);
		expect(readFileSync(precious, 'utf8')).toBe('x'.repeat(2 << 20));
	});

	it('say that a missing file must be prepared', () => {
		const { exit, line } = runKernel('disk.seqread', '--file', join(folder, 'none'));
		expect(exit).toBe(5);
		expect(line.message).toContain('disk.prepare');
	});

	it('replace their own file when it is prepared again', () => {
		expect(runKernel('disk.prepare', '--file', file, '--bytes', '3m').exit).toBe(0);
		expect(statSync(file).size).toBe(3 << 20);
	});

	it.each(['disk.seqread', 'disk.randread'])('%s reports a block that somebody else wrote to', (kernel) => {
		expect(runKernel('disk.prepare', '--file', file, '--bytes', '1m').exit).toBe(0);
		for (let block = 1; block < 256; block++) damage(block * 4096);
		const { exit, line } = runKernel(kernel, '--file', file, '--seconds', '0.2', '--queue-depth', '8');
		expect(exit).toBe(3);
		expect(line).toMatchObject({ error: 'wrong-answer', message: expect.stringContaining('does not hold') });
		expect(runKernel('disk.prepare', '--file', file, '--bytes', '2m').exit).toBe(0);
	});

	it('say which engine kept the requests in flight', () => {
		const blocking = runKernel(
			'disk.randread',
			'--file',
			file,
			'--seconds',
			'0.02',
			'--queue-depth',
			'4',
			'--engine',
			'psync',
		);
		expect(blocking.line).toMatchObject({ engine: 'psync', workers: 4, queueDepth: 4, blockBytes: 4096 });
	});

	it('put the write kernels’ blocks where later reads expect them', () => {
		for (const kernel of ['disk.seqwrite', 'disk.randwrite', 'disk.seqread']) {
			expect(runKernel(kernel, '--file', file, '--seconds', '0.05', '--queue-depth', '8').exit, kernel).toBe(0);
		}
	});

	it('flush one file after another until a window is over, where one is asked for', () => {
		for (const kernel of ['disk.fdatasync.overwrite', 'disk.fdatasync.fresh']) {
			const args = [kernel, '--directory', folder, '--calls', '3'];
			const { line } = runKernel(...args, '--seconds', '0.1');
			expect(line.checksum, kernel).toBeGreaterThan(3);
			expect((line.checksum as number) % 3).toBe(0);
		}
	});

	it('leave nothing behind after timing flushes', () => {
		expect(runKernel('disk.fdatasync.fresh', '--directory', folder, '--calls', '3').line.checksum).toBe(3);
		expect(existsSync(join(folder, 'shipei-fdatasync.tmp'))).toBe(false);
	});
});
