import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Row } from './interleave.ts';
import type { References } from './references.ts';

const program = resolve(import.meta.dirname, '../../build/kernels/bin', `linux-${process.arch}`, 'shipei-kernels');
const WINDOW = '0.4';
const DISK_WINDOW = '1';
/** A disk that others share changes from second to second, large blocks most: a round is the mean of so many turns. */
const TURNS = { small: 4, large: 12, flush: 6 };
const FILE_BYTES = 256 << 20;

/** Reads a number out of one line of JSON. */
function read(command: string, args: readonly string[], path: readonly string[], environment = process.env): number {
	const output = execFileSync(command, args, {
		encoding: 'utf8',
		env: environment,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let value: unknown = JSON.parse(output.slice(output.indexOf('{')));
	for (const name of path) value = (value as Record<string, unknown>)[name];
	if (typeof value !== 'number' || !(value > 0))
		throw new Error(`${command} ${args.join(' ')}: no figure at ${path.join('.')}`);
	return value;
}

function ours(args: readonly string[], ...path: string[]): number {
	return read(program, args, path.length > 0 ? path : ['value']);
}

/** Same source, this machine's compiler with all its instructions: bands of the design, section 5. */
export function processorRows(references: References): Row[] {
	const scalar: [number, number] = [0.8, 1.35];
	const bands: Record<string, [number, number]> = {
		'cpu.int': scalar,
		'cpu.int64': scalar,
		'cpu.branch': scalar,
		'cpu.float': scalar,
		'cpu.matmul': [0.4, 0.8],
		'cpu.lz': scalar,
		...(process.arch === 'x64' ? { 'cpu.matmul.simd': [0.9, 1.35] } : {}),
	};
	return Object.entries(bands).map(([kernel, band]) => ({
		name: `${kernel} / gcc -O3 -march=native`,
		unit: '1/s',
		ours: () => ours([kernel, '--seconds', WINDOW]),
		reference: () => read('taskset', ['-c', '0', references.units, kernel, WINDOW], ['value']),
		band,
	}));
}

/** OpenSSL may use assembly: a portable kernel that is faster than it does not do the whole work. */
export function cryptoRows(): Row[] {
	const speed = (cipher: string): number => {
		const args = ['speed', '-evp', cipher, '-seconds', '1', '-bytes', '16384', '-elapsed', '-mr'];
		const output = execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
		const rate = /^\+F:\d+:[^:]+:([\d.]+)/m.exec(output)?.[1];
		if (rate === undefined) throw new Error(`openssl speed ${cipher} gave no figure`);
		return Number(rate);
	};
	return [
		{ kernel: 'crypto.sm3', cipher: 'sm3' },
		{ kernel: 'crypto.sm4', cipher: 'sm4-ctr' },
	].map(({ kernel, cipher }) => ({
		name: `${kernel} / openssl speed ${cipher}`,
		unit: 'By/s',
		ours: () => ours([kernel, '--seconds', WINDOW]),
		reference: () => speed(cipher),
		band: [0.3, 1.05],
	}));
}

/** Twice the window must hold twice the work: nothing is left out, nothing is cached. */
export function windowRow(): Row {
	return {
		name: 'cpu.int, window of 0.8 s / of 0.4 s',
		unit: '{block}/s',
		ours: () => ours(['cpu.int', '--seconds', '0.8']),
		reference: () => ours(['cpu.int', '--seconds', '0.4']),
		band: [0.95, 1.05],
	};
}

export function memoryRows(references: References): Row[] {
	const bytes = String(128 << 20);
	const omp = { ...process.env, OMP_PROC_BIND: 'spread' };
	const stream = (path: string): number => read(references.stream, [bytes, WINDOW], [path], omp);
	const bandwidth = (name: string): number =>
		ours(['mem.bandwidth', '--workers', 'all', '--bytes', bytes, '--seconds', WINDOW], 'also', `${name}.best`, 'value');
	const latency = (size: number): number => ours(['mem.latency', '--bytes', String(size), '--seconds', WINDOW]);
	const chase = (size: number): number => read('taskset', ['-c', '0', references.chase, String(size), WINDOW], ['ns']);
	return [
		...(['copy', 'triad'] as const).map(
			(name): Row => ({
				name: `mem.${name}, all processors / OpenMP, best of both`,
				unit: 'By/s',
				ours: () => bandwidth(name),
				reference: () => stream(`${name}.best`),
				band: [0.85, 1.15],
			}),
		),
		...[16 << 10, 256 << 20].map(
			(size): Row => ({
				name: `mem.latency, ${size >> 10} KiB / native chase`,
				unit: 'ns',
				ours: () => latency(size),
				reference: () => chase(size),
				band: [0.93, 1.07],
			}),
		),
	];
}

/**
 * Both sides work on the same file: a virtual disk is fast in one place and slow in another. fio writes without our
 * block addresses, so the file gets its bytes back, in place, before our kernel is asked again.
 */
export function diskRows(folder: string): Row[] {
	const file = join(folder, 'kernels');
	const copy = join(folder, 'copy');
	ours(['disk.prepare', '--file', file, '--bytes', String(FILE_BYTES)]);
	copyFileSync(file, copy);
	const fio = (mode: string, block: string, depth: number, path: string[]): number => {
		const args = [...fioArguments(file, mode, block, depth), '--ioengine=libaio', '--direct=1'];
		const value = read('fio', args, ['jobs', '0', ...path]);
		if (mode.endsWith('write')) restore(copy, file);
		return value;
	};
	const kernel = (id: string, depth: number): number =>
		ours([id, '--file', file, '--queue-depth', String(depth), '--seconds', DISK_WINDOW]);
	const row = (id: string, mode: string, block: string, depth: number, path: string[], unit: string): Row => ({
		name: `${id} QD ${depth} / fio libaio`,
		unit,
		ours: () => kernel(id, depth),
		reference: () => fio(mode, block, depth, path),
		band: [0.9, 1.1],
		turns: block === '4k' ? TURNS.small : TURNS.large,
	});
	return [
		row('disk.randread', 'randread', '4k', 1, ['read', 'iops'], '{IO}/s'),
		row('disk.randread', 'randread', '4k', 32, ['read', 'iops'], '{IO}/s'),
		row('disk.randwrite', 'randwrite', '4k', 32, ['write', 'iops'], '{IO}/s'),
		row('disk.seqread', 'read', '1m', 4, ['read', 'bw_bytes'], 'By/s'),
		row('disk.seqwrite', 'write', '1m', 4, ['write', 'bw_bytes'], 'By/s'),
		flushRow(folder),
	];
}

function restore(copy: string, file: string): void {
	execFileSync('dd', [`if=${copy}`, `of=${file}`, 'bs=1M', 'oflag=direct', 'conv=notrunc,fsync', 'status=none']);
}

function fioArguments(file: string, mode: string, block: string, depth: number): string[] {
	return [
		'--name=reference',
		'--output-format=json',
		`--filename=${file}`,
		`--size=${FILE_BYTES}`,
		`--rw=${mode}`,
		`--bs=${block}`,
		`--iodepth=${depth}`,
		'--time_based=1',
		`--runtime=${DISK_WINDOW}`,
	];
}

/** fio counts the flush alone too; both overwrite blocks that were written before. */
function flushRow(folder: string): Row {
	const args = [
		'--name=flush',
		'--output-format=json',
		`--filename=${join(folder, 'flush')}`,
		'--size=1600k',
		'--bs=4k',
	];
	const modes = ['--rw=write', '--ioengine=psync', '--fdatasync=1', '--overwrite=1', '--unlink=1'];
	const path = ['jobs', '0', 'sync', 'lat_ns', 'percentile', '50.000000'];
	return {
		name: 'disk.fdatasync.overwrite p50 / fio --fdatasync=1',
		unit: 'us',
		ours: () => ours(['disk.fdatasync.overwrite', '--directory', folder]),
		reference: () => read('fio', [...args, ...modes], path) / 1000,
		band: [0.85, 1.2],
		turns: TURNS.flush,
	};
}
