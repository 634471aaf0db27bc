import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../../contract/plan.ts';
import { judge, type Outcome } from '../../../engine/parsers/index.ts';
import { CAPTURED, caseOf, readCase } from './bench-suite.ts';

type Row = [suite: string, id: string, file: string, metrics: Record<string, number>, facts: Record<string, string>];

const SYSBENCH = { tool: 'sysbench 1.0.20' };
/** Versions that the suites ask not to be run: what they print has other names or units, and must give no number. */
const TOO_OLD: [suite: string, id: string, file: string][] = [
	['bench-cpu', 'sysbench-cpu', 'sysbench/1.0.7-cpu'],
	['bench-storage', 'fio-rand-read', 'fio/2.2.10-randread'],
];

const LTP = ['kirk/debian-13-fs.txt', 'kirk/openeuler-23.09-math.txt', 'kirk/skipped.txt'];

const OPENSSL = { tool: 'OpenSSL 3.0.22' };

/** Every figure below stands in the captured file; see its SOURCE. */
const ROWS: Row[] = [
	['bench-cpu', 'sysbench-cpu', 'sysbench/1.0.20-cpu', figures('cpu'), SYSBENCH],
	[
		'bench-cpu',
		'sysbench-cpu',
		'sysbench/1.1.0-cpu',
		{ 'sysbench.cpu.events': 780.69, 'sysbench.cpu.p95': 1.34 },
		{ tool: 'sysbench 1.1.0' },
	],
	[
		'bench-system',
		'sysbench-threads',
		'sysbench/1.1.0-threads',
		{ 'sysbench.threads.events': 2492 },
		{ tool: 'sysbench 1.1.0', threads: '1' },
	],
	[
		'bench-system',
		'sysbench-mutex',
		'sysbench/1.1.0-mutex',
		{ 'sysbench.mutex.time': 0.2218 },
		{ tool: 'sysbench 1.1.0', threads: '1' },
	],
	[
		'bench-storage',
		'sysbench-fileio',
		'sysbench/1.1.0-fileio',
		{ 'sysbench.fileio.reads': 3175.24, 'sysbench.fileio.writes': 2116.79 },
		{ tool: 'sysbench 1.1.0' },
	],
	['bench-memory', 'sysbench-memory', 'sysbench/1.0.20-memory', figures('memory'), SYSBENCH],
	['bench-system', 'sysbench-threads', 'sysbench/1.0.20-threads', figures('threads'), { ...SYSBENCH, threads: '2' }],
	['bench-system', 'sysbench-mutex', 'sysbench/1.0.20-mutex', figures('mutex'), { ...SYSBENCH, threads: '2' }],
	['bench-storage', 'sysbench-fileio', 'sysbench/1.0.20-fileio', figures('fileio'), SYSBENCH],
	['bench-storage', 'fio-rand-read', 'fio/3.33-randread', figures('randread'), { tool: 'fio-3.33', engine: 'libaio' }],
	['bench-storage', 'fio-seq-write', 'fio/3.33-write', figures('write'), { tool: 'fio-3.33', engine: 'libaio' }],
	[
		'bench-storage',
		'fio-seq-write',
		'fio/3.1-write',
		{ 'fio.write.bandwidth': 1_753_471 * 1024, 'fio.write.p99': 0.006176 },
		{ tool: 'fio-3.1', engine: 'sync' },
	],
	['bench-network', 'iperf3-send', 'iperf3/3.12', figures('iperf3'), { tool: 'iperf 3.12', retransmits: '13' }],
	[
		'bench-network',
		'iperf3-send',
		'iperf3/3.1.3',
		{ 'iperf3.send': 4_692_033.394359 },
		{ tool: 'iperf 3.1.3', retransmits: '0' },
	],
	['bench-network', 'iperf3-send', 'iperf3/3.14', { 'iperf3.send': 204_737_447.4407 }, { tool: 'iperf 3.14' }],
	['bench-network', 'netperf-rr', 'netperf/2.7.0-rr', { 'netperf.tcp_rr': 5595.35 }, {}],
	['bench-network', 'netperf-stream', 'netperf/2.7.0-stream', { 'netperf.tcp_stream': 20_770_000 }, {}],
	['bench-network', 'netperf-rr', 'netperf/demo-rr', { 'netperf.tcp_rr': 48_645.53 }, {}],
	['bench-network', 'netperf-stream', 'netperf/2.7.1-stream', { 'netperf.tcp_stream': 14_637_300_000 }, {}],
	['bench-crypto', 'openssl-bulk', 'openssl/3.0.22-sm3', figures('sm3'), OPENSSL],
	['bench-crypto', 'openssl-bulk', 'openssl/3.0.22-sm4-cbc', figures('sm4-cbc'), OPENSSL],
	['bench-crypto', 'openssl-sm2', 'openssl/3.0.22-sm2', figures('sm2'), OPENSSL],
	[
		'bench-crypto',
		'openssl-sm2',
		'openssl/babassl-8.3.2-sm2',
		{ 'openssl.sm2.sign': 746.3, 'openssl.sm2.verify': 970.04 },
		{ tool: 'BabaSSL 8.3.2' },
	],
	['bench-crypto', 'openssl-p256', 'openssl/3.0.22-ecdsap256', figures('ecdsap256'), OPENSSL],
	['bench-cpu', 'seven-zip', '7zip/26.02', { 'seven-zip.rating': 4976 }, { tool: '26.02' }],
	['bench-cpu', 'seven-zip', '7zip/16.02', { 'seven-zip.rating': 1230 }, { tool: '16.02' }],
	['bench-cpu', 'seven-zip', '7zip/22.01', { 'seven-zip.rating': 152_828 }, { tool: '22.01' }],
	['bench-system', 'hackbench', 'hackbench/perf-old', { 'hackbench.time': 5.484 }, { tasks: '400' }],
	['bench-system', 'hackbench', 'hackbench/rt-tests-2.4', figures('hackbench'), { tasks: '400' }],
	[
		'bench-system',
		'pgbench',
		'pgbench/15',
		{ 'pgbench.tps': 421.366252, 'pgbench.latency': 9.493 },
		{ tool: '15.18', scale: '1' },
	],
	[
		'bench-system',
		'pgbench',
		'pgbench/13',
		{ 'pgbench.tps': 14_924.836465, 'pgbench.latency': 4.263 },
		{ scale: '100' },
	],
	['bench-system', 'pgbench', 'pgbench/9.5', { 'pgbench.tps': 2401.013184, 'pgbench.latency': 6.663 }, { scale: '1' }],
	[
		'bench-memory',
		'stream',
		'stream/5.9',
		{
			...{ 'stream.copy': 9663.6238e6, 'stream.scale': 9315.7724e6 },
			...{ 'stream.add': 10_429.739e6, 'stream.triad': 10_108.3413e6 },
		},
		{ tool: '5.9', elements: '31576436' },
	],
	[
		'bench-memory',
		'stream',
		'stream/5.10',
		{ 'stream.copy': 8296.5e6, 'stream.scale': 8225.3e6, 'stream.add': 6135.3e6, 'stream.triad': 6155e6 },
		{ tool: '5.10', elements: '10000000', threads: '4' },
	],
	[
		'bench-system',
		'unixbench',
		'unixbench/5.1.3',
		{ 'unixbench.index': 1118, 'unixbench.dhrystone': 49_734_458.7 },
		{ tool: 'BYTE UNIX Benchmarks (Version 5.1.3)' },
	],
	[
		'bench-system',
		'unixbench',
		'unixbench/5.1.2',
		{ 'unixbench.index': 376.3, 'unixbench.dhrystone': 10_640_007.5 },
		{ tool: 'BYTE UNIX Benchmarks (Version 5.1.2)' },
	],
	[
		'bench-system',
		'unixbench',
		'unixbench/6.0.0',
		{ 'unixbench.index': 378.8, 'unixbench.dhrystone': 14_451_052.2 },
		{ tool: 'BYTE UNIX Benchmarks (Version 6.0.0)' },
	],
	[
		'bench-desktop',
		'glmark2',
		'glmark2/2021.02',
		{ 'glmark2.score': 2129 },
		{ tool: 'glmark2 2021.02', renderer: 'Mesa Intel(R) HD Graphics 530 (SKL GT2)' },
	],
	[
		'bench-desktop',
		'glmark2',
		'glmark2/2023.01',
		{ 'glmark2.score': 566 },
		{ tool: 'glmark2 2023.01', renderer: 'virgl (Mali-G78)', size: '800x600 windowed' },
	],
	['bench-memory', 'lmbench-latency', 'lmbench/3.0-a9-latency', { 'lmbench.latency': 135.272 }, {}],
	['bench-memory', 'lmbench-bandwidth', 'lmbench/3.0-a9-bandwidth', { 'lmbench.bandwidth': 9516.73e6 }, {}],
	['bench-memory', 'lmbench-bandwidth', 'lmbench/3alpha4-bandwidth', { 'lmbench.bandwidth': 23_705e6 }, {}],
	[
		'bench-java',
		'specjbb2015',
		'specjbb/2015',
		{ 'specjbb2015.max-jops': 18_489, 'specjbb2015.critical-jops': 7698 },
		{},
	],
	['bench-java', 'specjvm2008', 'specjvm/2008', { specjvm2008: 250 }, { run: 'Noncompliant composite' }],
];

describe('the parsers of the benchmark suites', () => {
	it.each(ROWS)('of %s/%s read every figure and fact out of a real output (%s)', (suite, id, file, metrics, facts) => {
		const found = readCase(caseOf(suite, id), textOf(file));
		expect(Object.keys(found.metrics)).toEqual(Object.keys(metrics));
		for (const [name, value] of Object.entries(metrics)) expect(found.metrics[name]).toBeCloseTo(value, 3);
		expect(found.facts).toEqual(facts);
	});

	it.each(ROWS)('of %s/%s give no number for an output that was cut off (%s)', (suite, id, file) => {
		const whole = textOf(file);
		const cut = whole.slice(0, Math.min(60, whole.length / 3));
		for (const value of Object.values(readCase(caseOf(suite, id), cut).metrics)) expect(value).toBeTypeOf('string');
	});

	it.each(TOO_OLD)(
		'of %s/%s never take the output of a version that is too old for a figure (%s)',
		(suite, id, file) => {
			const found = readCase(caseOf(suite, id), textOf(file));
			expect(Object.values(found.metrics).filter((value) => typeof value === 'string')).not.toEqual([]);
		},
	);

	it.each([
		['skipped', 'failed: ltp-empty'],
		['debian-13-fs', 'failed: ltp-failed'],
		// A test is "fail", and yet its version counts no failure.
		['openeuler-23.09-math', 'failed: ltp-failed'],
	])('take LTP as kirk reports it in %s for %s', (file, judged) => {
		expect(judgeLtp(textOf(`kirk/${file}`))).toBe(judged);
	});

	it('let LTP pass whose tests all passed', () => {
		const mended = textOf('kirk/openeuler-23.09-math').replaceAll('"fail"', '"pass"');
		expect(judgeLtp(mended)).toBe('holds');
	});

	it('leave no captured output unread', () => {
		const files = readdirSync(CAPTURED, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
		const own = ['7zip', 'fio', 'glmark2', 'hackbench', 'iperf3', 'lmbench', 'netperf', 'openssl', 'pgbench'];
		const mine = files.filter((name) =>
			[...own, 'kirk', 'specjbb', 'specjvm', 'stream', 'sysbench', 'unixbench'].includes(name.split('/')[0] ?? ''),
		);
		const read = [...ROWS, ...TOO_OLD].map((row) => `${row[2]}.txt`);
		expect(mine.sort()).toEqual([...new Set([...read, ...LTP])].sort());
	});

	it('refuse a STREAM run that did not validate', () => {
		const [step] = caseOf('bench-memory', 'stream').steps;
		const wanted = step !== undefined && 'script' in step ? step.expect?.stdout?.contains : undefined;
		expect(textOf('stream/5.10')).toContain(wanted);
		expect(textOf('stream/5.10').replace('Solution Validates', 'Failed Validation')).not.toContain(wanted);
	});
});

/** What the suite's own rules say of a report of kirk. */
function judgeLtp(report: string): string {
	const stream = (text: string) => ({ bytes: Buffer.from(text), evidence: null, cutBytes: 0 });
	const outcome: Outcome = { exitCode: 0, signal: null, stdout: stream(report), stderr: stream(''), file: () => null };
	const judgement = judge(caseOf('bench-system', 'ltp').expect as Expectation, outcome);
	return judgement === null ? 'holds' : `${judgement.status}: ${judgement.reason.code}`;
}

function textOf(file: string): string {
	return readFileSync(join(CAPTURED, `${file}.txt`), 'utf8');
}

/** Figures that a person read in the captured files. */
function figures(name: string): Record<string, number> {
	const read: Record<string, Record<string, number>> = {
		cpu: { 'sysbench.cpu.events': 2590.34, 'sysbench.cpu.p95': 4.41 },
		memory: { 'sysbench.memory': 30_805.51 * 1_048_576 },
		threads: { 'sysbench.threads.events': 818 },
		mutex: { 'sysbench.mutex.time': 0.478 },
		fileio: { 'sysbench.fileio.reads': 2323.06, 'sysbench.fileio.writes': 1548.71 },
		randread: { 'fio.randread.iops': 64_481.75912, 'fio.randread.p99': 4.489216 },
		write: { 'fio.write.bandwidth': 2_687_872 * 1024, 'fio.write.p99': 4.947968 },
		iperf3: { 'iperf3.send': 15_247_380_505.043 },
		sm3: { 'openssl.bulk': 218_759_168 },
		'sm4-cbc': { 'openssl.bulk': 89_669_632 },
		sm2: { 'openssl.sm2.sign': 2280, 'openssl.sm2.verify': 2851 },
		ecdsap256: { 'openssl.p256.sign': 39_448, 'openssl.p256.verify': 13_509 },
		hackbench: { 'hackbench.time': 0.958 },
	};
	return read[name] ?? {};
}
