import { describe, expect, it } from 'vitest';
import { runKernel } from './run-kernel.ts';

describe('options', () => {
	it.each([
		[[], 'usage: '],
		[['cpu.nothing'], 'there is no kernel of this name'],
		[['cpu.int', '--second', '1'], '--second'],
		[['cpu.int', '--seconds'], 'an option lacks its value'],
		[['cpu.int', '--seconds', '1s'], '--seconds'],
		[['cpu.int', '--seconds', '0'], '--seconds'],
		[['cpu.int', '--seconds', '-1'], '--seconds'],
		[['cpu.int', '--workers', '0'], '--workers'],
		[['cpu.int', '--workers', 'both'], '--workers'],
		[['cpu.int', '--bytes', '1m'], 'this kernel does not take one of the options'],
		[['cpu.int', '--cpus', '1-'], '--cpus takes a list'],
		[['mem.triad', '--bytes', '1t'], '--bytes'],
		[['mem.triad', '--bytes', '99999999999999999999'], '--bytes'],
		[['mem.triad', '--pages', 'large'], '--pages takes default or huge'],
		[['mem.latency'], 'give either --bytes or --size'],
		[['mem.latency', '--size', 'l2', '--bytes', '1m'], 'give either --bytes or --size'],
		[['disk.randread'], '--file is needed'],
		[['os.messaging', '--groups', '0'], '--groups takes 1 to 100'],
	])('%j is refused with its reason', (args: string[], message) => {
		const ended = runKernel(...args);
		expect(ended.exit).toBe(2);
		expect(ended.line).toMatchObject({ error: 'usage', message: expect.stringContaining(message) });
	});

	it('can say the size of the cache that arrays must exceed', () => {
		const small = runKernel('mem.triad', '--bytes', '8m', '--llc', '1m', '--seconds', '0.02').line;
		expect(small).toMatchObject({ metric: 'mem.triad', llcBytes: 1 << 20, llcSource: 'argument' });
		const cached = runKernel('mem.triad', '--bytes', '8m', '--llc', '4m', '--seconds', '0.02').line;
		expect(cached).toMatchObject({ metric: 'mem.triad.cached', flags: expect.arrayContaining(['array-small']) });
	});

	it('are needed to get the figure of a cache: arrays that it could hold are refused', () => {
		const ended = runKernel('mem.triad', '--llc', '2g', '--seconds', '0.02');
		expect(ended).toMatchObject({ exit: 4, line: { error: 'unsupported', expected: 8 * 2 ** 30 } });
	});

	it('say which cache size a latency was measured for', () => {
		const machine = runKernel('machine').line;
		const ended = runKernel('mem.latency', '--size', 'l1', '--seconds', '0.02');
		if (machine.l1dBytes === 0) expect(ended.exit).toBe(4);
		else expect(ended.line).toMatchObject({ size: 'l1', bytes: (machine.l1dBytes as number) / 2 });
	});

	it('refuse a processor set, a NUMA node or a class that does not exist', () => {
		expect(runKernel('cpu.int', '--cpus', '4095').exit).toBe(4);
		expect(runKernel('cpu.int', '--cpu-node', '1023').exit).toBe(4);
		expect(runKernel('cpu.int', '--class', '200').exit).toBe(4);
		expect(runKernel('mem.triad', '--memory-node', '1023', '--bytes', '4m').exit).toBe(4);
	});
});
