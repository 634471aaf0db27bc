import { execFileSync, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');
const sources = resolve(repository, 'build/kernels/src');

/** Programs to compare with, made by the compiler of this machine for its processor. */
export interface References {
	readonly stream: string;
	readonly chase: string;
	readonly units: string;
}

export function compileReferences(folder: string): References {
	const stream = join(folder, 'stream');
	const chase = join(folder, 'chase');
	const units = join(folder, 'units');
	const native = ['-O3', process.arch === 'x64' || process.arch === 'arm64' ? '-march=native' : '-mtune=native'];
	// The setting of the design: the lowest instruction set, as ours, and a loop that is no call of the C library's memcpy.
	const loop = ['-O3', '-fno-tree-loop-distribute-patterns', '-fopenmp'];
	gcc([...loop, '-o', stream, resolve(import.meta.dirname, 'stream.c')]);
	gcc(['-O2', '-o', chase, resolve(import.meta.dirname, 'chase.c')]);
	gcc([
		...native,
		'-ffp-contract=off',
		'-fno-math-errno',
		'-w',
		...vectorFlags(),
		'-I',
		sources,
		'-I',
		resolve(repository, 'build/freestanding'),
		'-o',
		units,
		resolve(import.meta.dirname, 'units.c'),
		...unitSources(),
		'-lm',
	]);
	return { stream, chase, units };
}

export function isInstalled(command: string): boolean {
	return spawnSync(command, [command === 'openssl' ? 'version' : '--version']).status === 0;
}

function gcc(args: readonly string[]): void {
	execFileSync('gcc', args, { stdio: ['ignore', 'inherit', 'inherit'] });
}

function vectorFlags(): string[] {
	return process.arch === 'x64' ? ['-DVECTOR_WORK=work_matmul_avx2'] : [];
}

function unitSources(): string[] {
	const cpu = ['unit', 'units', 'crc32', 'integer', 'integer64', 'branch', 'bodies', 'matmul', 'lz'].map(
		(n) => `cpu/${n}.c`,
	);
	const crypto = ['sm3', 'sm4', 'sm2', 'sm2-curve', 'modular'].map((name) => `crypto/${name}.c`);
	const vector = process.arch === 'x64' ? ['cpu/matmul-avx2.c'] : [];
	return [...cpu, ...crypto, ...vector].map((file) => resolve(sources, file));
}
