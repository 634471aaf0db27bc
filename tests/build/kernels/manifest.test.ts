import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { binaryOf, isInstalled, kernelsFolder, nativeTarget, repository, runKernel, targets } from './run-kernel.ts';

interface Manifest {
	version: string;
	compiler: string;
	files: { target: string; path: string; bytes: number; sha256: string }[];
}

const manifest: Manifest = JSON.parse(readFileSync(resolve(kernelsFolder, 'manifest.json'), 'utf8'));

describe('the shipped kernels', () => {
	it('are one executable file for each target, with the digest and size that the manifest says', () => {
		expect(manifest.files.map((file) => file.target)).toEqual(targets.map((target) => target.id));
		for (const file of manifest.files) {
			const path = resolve(kernelsFolder, file.path);
			const bytes = readFileSync(path);
			expect(path).toBe(binaryOf(file.target));
			expect(createHash('sha256').update(bytes).digest('hex'), file.path).toBe(file.sha256);
			expect(bytes.length).toBe(file.bytes);
			expect(statSync(path).mode & 0o111, file.path).toBe(0o111);
		}
	});

	it('are the only files under bin', () => {
		const found = readdirSync(resolve(kernelsFolder, 'bin'), { recursive: true, withFileTypes: true });
		expect(found.filter((entry) => entry.isFile())).toHaveLength(targets.length);
	});

	it('stay below half a megabyte together', () => {
		expect(manifest.files.reduce((sum, file) => sum + file.bytes, 0)).toBeLessThan(512 * 1024);
	});

	it('name the same version in the manifest and in their answers', () => {
		expect(runKernel('list').line.version).toBe(manifest.version);
	});

	const hasCompiler = isInstalled('clang-19') && isInstalled('ld.lld-19');
	it.skipIf(!hasCompiler).each(['linux-x64', nativeTarget === 'linux-arm64' ? 'linux-riscv64' : 'linux-arm64'])(
		'come out byte for byte the same when %s is compiled again (needs clang-19 and lld-19)',
		(target) => {
			const script = resolve(repository, 'build/freestanding/build-program.ts');
			const ended = spawnSync(process.execPath, [script, kernelsFolder, '--check', target], { encoding: 'utf8' });
			expect(ended.stderr).toBe('');
			expect(ended.stdout).toContain('1 file is byte for byte the same');
			expect(ended.status).toBe(0);
		},
	);
});
