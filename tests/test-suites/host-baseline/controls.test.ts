import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CaseResult } from '../../../contract/run.ts';
import { sampleHost, sampleInterface } from '../../engine/suites/sample-host.ts';
import { runBaseline, Tree } from './baseline-test.ts';

/** The case failed, and for the reason that it is there to find. */
function expectFailed(result: CaseResult, code: string): void {
	expect(result, JSON.stringify(result.attempts.at(-1), null, 1)).toMatchObject({ status: 'failed', reason: { code } });
}

function expectPassed(result: CaseResult): void {
	expect(result, JSON.stringify(result.attempts.at(-1), null, 1)).toMatchObject({ status: 'passed' });
}

function expectUnsupported(result: CaseResult): void {
	expect(result, JSON.stringify(result.attempts.at(-1), null, 1)).toMatchObject({
		status: 'skipped',
		skip: 'unsupported',
	});
}

describe('bom-match', () => {
	const gibibyte = 2 ** 30;
	const dimm = { slot: 'A', bytes: 8 * gibibyte, speed: 3200 };
	const field = (value: unknown) => ({ value, source: 'test', confidence: 'certain', evidence: [] });
	const unknown = { value: null, source: 'test', confidence: null, evidence: [] };
	const modules = (count: number) =>
		Array.from({ length: count }, () => ({
			...Object.fromEntries(['slot', 'type', 'manufacturer', 'part', 'serial'].map((name) => [name, unknown])),
			bytes: field(dimm.bytes),
			speed: field(dimm.speed),
		}));
	const host = sampleHost({
		'cpu.model': 'FT-2000/4',
		'cpu.sockets': 1,
		'memory.total': 15.4 * gibibyte,
		'memory.modules': modules(2),
	});
	const bill = (changes: object) => ({
		cpu: { model: 'FT2000/4', sockets: 1 },
		memory: { bytes: 16 * gibibyte, modules: [dimm, dimm] },
		...changes,
	});

	async function against(bom: object): Promise<CaseResult> {
		using tree = new Tree({ 'bom.json': JSON.stringify(bom) });
		return await runBaseline({ only: 'bom-match', host, params: { bom: `${tree.root}/bom.json` } });
	}

	it('passes when every part on the bill is there, spelled as vendors spell', async () => {
		expectPassed(await against(bill({})));
	});

	it('fails when a memory module is missing', async () => {
		expectFailed(await against(bill({ memory: { modules: [dimm, dimm, dimm] } })), 'bom-differs');
	});

	it('fails when a part on the bill could not be detected: unknown is not equal', async () => {
		expectFailed(await against(bill({ disks: [{ model: 'ZTSSD' }] })), 'bom-unknown');
	});

	it('errs on a bill that lists nothing', async () => {
		expect(await against({})).toMatchObject({ status: 'errored', reason: { code: 'step-broke' } });
	});
});

describe('cpu-identity', () => {
	it('fails when the board names another maker than the processor', async () => {
		using tree = new Tree({
			'proc/cpuinfo': 'processor\t: 0\nCPU implementer\t: 0x70',
			'sys/class/dmi/id/product_name': 'TaiShan 200 (Kunpeng 920)',
		});
		expectFailed(await runBaseline({ only: 'cpu-identity', params: { root: tree.root } }), 'cpu-contradiction');
	});

	it('passes when two sources agree', async () => {
		using tree = new Tree({
			'proc/cpuinfo': 'processor\t: 0\nCPU implementer\t: 0x70',
			'sys/bus/pci/devices/0000:00:00.0/class': '0x060400',
			'sys/bus/pci/devices/0000:00:00.0/vendor': '0x1db7',
		});
		expectPassed(await runBaseline({ only: 'cpu-identity', params: { root: tree.root } }));
	});

	it('is not decided by one source alone', async () => {
		using tree = new Tree({ 'proc/cpuinfo': 'processor\t: 0\nvendor_id\t: HygonGenuine' });
		expectUnsupported(await runBaseline({ only: 'cpu-identity', params: { root: tree.root } }));
	});
});

describe('cpu-online', () => {
	const processors = (count: number) => Array.from({ length: count }, (_, index) => `processor\t: ${index}`).join('\n');

	it('fails when a processor is present but offline', async () => {
		using tree = new Tree({
			'sys/devices/system/cpu/present': '0-3',
			'sys/devices/system/cpu/online': '0,2-3',
			'proc/cpuinfo': processors(3),
		});
		expectFailed(await runBaseline({ only: 'cpu-online', params: { root: tree.root } }), 'cpu-offline');
	});

	it('fails when the counts disagree', async () => {
		using tree = new Tree({
			'sys/devices/system/cpu/present': '0-3',
			'sys/devices/system/cpu/online': '0-3',
			'proc/cpuinfo': processors(3),
		});
		expectFailed(await runBaseline({ only: 'cpu-online', params: { root: tree.root } }), 'cpu-count');
	});

	it('passes on the machine of this test', async () => {
		expectPassed(await runBaseline({ only: 'cpu-online' }));
	});
});

describe('cpu-freq', () => {
	const machine = (current: number) => ({
		'sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq': current,
		'sys/devices/system/cpu/cpu0/cpufreq/cpuinfo_max_freq': 2_300_000,
		'sys/devices/system/cpu/cpu0/cpufreq/scaling_governor': 'powersave',
	});

	it('fails at half the nominal clock', async () => {
		using tree = new Tree(machine(1_150_000));
		expectFailed(await runBaseline({ only: 'cpu-freq', params: { root: tree.root } }), 'cpu-slow');
	});

	it('passes at the nominal clock', async () => {
		using tree = new Tree(machine(2_300_000));
		expectPassed(await runBaseline({ only: 'cpu-freq', params: { root: tree.root } }));
	});
});

describe('memory', () => {
	it('is found faulty when one bit is not kept', async () => {
		const result = await runBaseline({ only: 'memory-pattern', params: { inject: 'memory-bit' } });
		expectFailed(result, 'memory-error');
		expect(result.reason).toMatchObject({ actual: '1', decisive: { byteFrom: expect.any(Number) } });
	});

	it('passes when every pattern comes back', async () => {
		expectPassed(await runBaseline({ only: 'memory-pattern' }));
	});

	it('fails on counted errors, corrected or not, and is unknown without a counting controller', async () => {
		using uncorrected = new Tree({
			'sys/devices/system/edac/mc/mc0/ce_count': 0,
			'sys/devices/system/edac/mc/mc0/ue_count': 1,
		});
		expectFailed(await runBaseline({ only: 'ecc-errors', params: { root: uncorrected.root } }), 'ecc-uncorrected');
		using corrected = new Tree({
			'sys/devices/system/edac/mc/mc0/ce_count': 3,
			'sys/devices/system/edac/mc/mc0/ue_count': 0,
		});
		expectFailed(await runBaseline({ only: 'ecc-errors', params: { root: corrected.root } }), 'ecc-corrected');
		using none = new Tree({});
		expectUnsupported(await runBaseline({ only: 'ecc-errors', params: { root: none.root } }));
	});

	it('fails when its modules run at different speeds', async () => {
		const unknown = { value: null, source: 'test', confidence: null, evidence: [] };
		const module = (speed: number) => ({
			...Object.fromEntries(['slot', 'type', 'manufacturer', 'part', 'serial'].map((name) => [name, unknown])),
			bytes: { value: 8, source: 'test', confidence: 'certain', evidence: [] },
			speed: { value: speed, source: 'test', confidence: 'certain', evidence: [] },
		});
		const mixed = sampleHost({ 'memory.modules': [module(3200), module(2133)] });
		expectFailed(await runBaseline({ only: 'memory-layout', host: mixed }), 'memory-speed');
		const alike = sampleHost({ 'memory.modules': [module(3200), module(3200)] });
		expectPassed(await runBaseline({ only: 'memory-layout', host: alike }));
	});
});

describe('disks', () => {
	it('are found to be corrupt when one byte is not kept', async () => {
		const result = await runBaseline({ only: 'disk-verify', params: { inject: 'disk-byte' } });
		if (result.status === 'skipped') expectUnsupported(result);
		else expectFailed(result, 'disk-corrupt');
	});
});

describe('clocks', () => {
	it('fail when the wall clock runs one percent fast', async () => {
		expectFailed(await runBaseline({ only: 'clock-monotonic', params: { inject: 'clock-rate' } }), 'clock-drift');
	});

	it('fail when the monotonic clock goes back', async () => {
		expectFailed(
			await runBaseline({ only: 'clock-monotonic', params: { inject: 'clock-backwards' } }),
			'clock-backwards',
		);
	});

	it('fail when the hardware clock stands still or is wrong', async () => {
		using still = new Tree({ 'sys/class/rtc/rtc0/since_epoch': Math.floor(Date.now() / 1000) });
		expectFailed(await runBaseline({ only: 'rtc-drift', params: { root: still.root } }), 'rtc-drift');
		using none = new Tree({});
		expectUnsupported(await runBaseline({ only: 'rtc-drift', params: { root: none.root } }));
	});

	it('fail when the time is not synchronised, and say nothing when that is unknown', async () => {
		const wrong = sampleHost({ 'timeSource.synchronised': false });
		expectFailed(await runBaseline({ only: 'time-sync', host: wrong }), 'time-not-synchronised');
		expectPassed(await runBaseline({ only: 'time-sync', host: sampleHost({ 'timeSource.synchronised': true }) }));
		expectUnsupported(await runBaseline({ only: 'time-sync', host: sampleHost() }));
	});
});

describe('page-size-loader', () => {
	const arm = (pageSize: number, loader = '/lib/ld-linux-aarch64.so.1') =>
		sampleHost({ 'cpu.isa': 'aarch64', 'runtime.pageSize': pageSize, 'runtime.loader': loader });

	it('fails on a page size that was not asked for', async () => {
		const params = { pageSize: 4096 };
		expectFailed(await runBaseline({ only: 'page-size-loader', host: arm(65536), params }), 'page-size');
		expectPassed(await runBaseline({ only: 'page-size-loader', host: arm(65536) }));
	});

	it('fails on the loader of another architecture', async () => {
		const host = arm(4096, '/lib64/ld-linux-x86-64.so.2');
		expectFailed(await runBaseline({ only: 'page-size-loader', host }), 'loader');
	});

	it('is unknown where no loader was detected', async () => {
		const host = sampleHost({ 'cpu.isa': 'aarch64', 'runtime.pageSize': 4096 });
		expectUnsupported(await runBaseline({ only: 'page-size-loader', host }));
	});
});

describe('the kernel', () => {
	it('fails on a taint that is not accepted, and passes when it is', async () => {
		using tree = new Tree({ 'proc/sys/kernel/tainted': 4096 + 1, 'proc/modules': 'kysec 16384 0 - Live 0x0 (POE)' });
		expectFailed(await runBaseline({ only: 'kernel-taint', params: { root: tree.root } }), 'kernel-tainted');
		const accepted = { root: tree.root, taintAllowed: ['P', 'O'] };
		expectPassed(await runBaseline({ only: 'kernel-taint', params: accepted }));
	});

	it.each([
		'[ 1.0] mce: [Hardware Error]: Machine check events logged',
		'[ 1.0] blk_update_request: I/O error, dev sda, sector 1',
		'[ 1.0] INFO: task kworker:12 blocked for more than 120 seconds.',
		'[ 1.0] BUG: unable to handle page fault',
	])('fails on the line “%s”', async (line) => {
		using tree = new Tree({ 'kernel.log': `[ 0.1] Linux version 6.6\n${line}` });
		expectFailed(await runBaseline({ only: 'kernel-log-errors', params: { root: tree.root } }), 'kernel-log-fault');
	});

	it('passes on a log without faults and on faults that are accepted', async () => {
		using clean = new Tree({ 'kernel.log': '[ 0.1] Linux version 6.6\n[ 0.2] usb 1-1: new device' });
		expectPassed(await runBaseline({ only: 'kernel-log-errors', params: { root: clean.root } }));
		using known = new Tree({ 'kernel.log': '[ 1.0] demo[7]: segfault at 0 ip 0' });
		const params = { root: known.root, logAllowed: ['demo\\[\\d+\\]: segfault'] };
		expectPassed(await runBaseline({ only: 'kernel-log-errors', params }));
	});
});

describe('failed-units', () => {
	it('fails when a unit has failed and passes when none has', async () => {
		const host = sampleHost({ 'runtime.init': 'systemd' });
		using broken = new Tree({ 'failed-units': 'kdump.service' });
		expectFailed(await runBaseline({ only: 'failed-units', host, params: { root: broken.root } }), 'failed-units');
		using fine = new Tree({ 'failed-units': '' });
		expectPassed(await runBaseline({ only: 'failed-units', host, params: { root: fine.root } }));
	});
});

describe('devices', () => {
	it('fail when a network card has no driver, and pass when it has', async () => {
		const card = 'sys/bus/pci/devices/0000:01:00.0';
		using tree = new Tree({
			[`${card}/class`]: '0x020000',
			[`${card}/vendor`]: '0x19e5',
			[`${card}/device`]: '0x0200',
		});
		expectFailed(await runBaseline({ only: 'pci-drivers', params: { root: tree.root } }), 'no-driver');
		tree.link(`${card}/driver`, '../../drivers/hinic');
		tree.write('sys/bus/drivers/hinic', '');
		tree.write('sys/bus/pci/drivers/hinic', '');
		expectPassed(await runBaseline({ only: 'pci-drivers', params: { root: tree.root } }));
	});

	it('fail when a link is slower than asked for, and pass at that speed', async () => {
		const host = sampleHost({ 'network.interfaces': [sampleInterface('eth0')] });
		const link = { 'sys/class/net/eth0/operstate': 'up', 'sys/class/net/eth0/speed': 100 };
		using tree = new Tree(link);
		const params = { root: tree.root, linkMegabits: 1000 };
		expectFailed(await runBaseline({ only: 'nic-link', host, params }), 'nic-speed');
		expectPassed(await runBaseline({ only: 'nic-link', host, params: { ...params, linkMegabits: 100 } }));
	});

	it('fail when a link counts errors', async () => {
		const host = sampleHost({ 'network.interfaces': [sampleInterface('eth0')] });
		using tree = new Tree({
			'sys/class/net/eth0/operstate': 'up',
			'sys/class/net/eth0/speed': 1000,
			'sys/class/net/eth0/statistics/rx_errors': 0,
		});
		// Renamed into place: a file of sysfs is never seen half written.
		const counter = 'sys/class/net/eth0/statistics/rx_errors';
		const rising = setInterval(() => {
			tree.write(`${counter}.new`, String(Date.now()));
			renameSync(join(tree.root, `${counter}.new`), join(tree.root, counter));
		}, 50);
		try {
			expectFailed(await runBaseline({ only: 'nic-link', host, params: { root: tree.root } }), 'nic-errors');
		} finally {
			clearInterval(rising);
		}
	});

	it('fail when a chip is at its critical point or a fan stands still', async () => {
		const chip = 'sys/class/hwmon/hwmon0';
		using hot = new Tree({
			[`${chip}/name`]: 'coretemp',
			[`${chip}/temp1_input`]: 99_000,
			[`${chip}/temp1_crit`]: 100_000,
		});
		expectFailed(await runBaseline({ only: 'sensors', params: { root: hot.root } }), 'too-hot');
		using still = new Tree({ [`${chip}/fan1_input`]: 0 });
		expectFailed(await runBaseline({ only: 'sensors', params: { root: still.root } }), 'fan-still');
		using fine = new Tree({
			[`${chip}/temp1_input`]: 45_000,
			[`${chip}/temp1_crit`]: 100_000,
			[`${chip}/fan1_input`]: 2100,
		});
		expectPassed(await runBaseline({ only: 'sensors', params: { root: fine.root } }));
	});
});
