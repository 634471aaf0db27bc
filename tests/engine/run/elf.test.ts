import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Product } from '../../../contract/product.ts';
import { compareVersions, highestGlibc } from '../../../engine/run/actions/elf/audit-elf.ts';
import { readElf } from '../../../engine/run/actions/elf/read-elf.ts';
import { action, Bench, plannedCase, planOf, SUPERVISOR } from './run-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipei-elf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isa = process.arch === 'x64' ? 'x86_64' : process.arch === 'arm64' ? 'aarch64' : process.arch;
const readelf = existsSync('/usr/bin/readelf');

describe('Reading an ELF file', () => {
	it('tells a static program from a dynamic one', () => {
		expect(readElf(SUPERVISOR)).toMatchObject({
			isa,
			bits: 64,
			type: 'executable',
			interpreter: null,
			needed: [],
			alignment: 65_536,
		});
		const node = readElf(process.execPath);
		expect(node).toMatchObject({ isa, bits: 64 });
		expect(node?.needed).toContain('libc.so.6');
		expect(node?.interpreter).toMatch(/^\/lib/u);
	});

	it.each([
		['arm64', 'aarch64'],
		['loong64', 'loongarch64'],
		['riscv64', 'riscv64'],
		['mips64el', 'mips64el'],
	])('knows a file for %s', (target, expected) => {
		expect(readElf(SUPERVISOR.replace(/linux-\w+/u, `linux-${target}`))?.isa).toBe(expected);
	});

	it.skipIf(!readelf)(`agrees with readelf${readelf ? '' : ' (readelf is not installed)'}`, () => {
		const elf = readElf(process.execPath);
		const dynamic = execFileSync('readelf', ['-dW', process.execPath], { encoding: 'utf8' });
		expect(elf?.needed).toEqual([...dynamic.matchAll(/\(NEEDED\).*\[(.+)\]/gu)].map((match) => match[1]));
		const versions = execFileSync('readelf', ['-VW', process.execPath], { encoding: 'utf8' });
		const needs = versions.slice(versions.indexOf('Version needs section'));
		const names = [...needs.matchAll(/Name: (\S+)\s+Flags/gu)].map((match) => match[1]);
		expect(
			Object.values(elf?.versions ?? {})
				.flat()
				.sort(),
		).toEqual(names.sort());
	});

	it('is null for what is no ELF file', () => {
		const file = join(folder, 'text');
		writeFileSync(file, '#!/bin/sh\n'.repeat(20));
		expect(readElf(file)).toBeNull();
	});

	it('never reads on for ever or beyond the end of a damaged file', () => {
		const whole = readFileSync(SUPERVISOR);
		const file = join(folder, 'damaged');
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: whole.length }),
				fc.array(fc.tuple(fc.integer({ min: 4, max: 600 }), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
				(length, edits) => {
					const bytes = Buffer.from(whole.subarray(0, length));
					for (const [at, value] of edits) if (at < bytes.length) bytes[at] = value;
					writeFileSync(file, bytes);
					try {
						readElf(file);
					} catch (error) {
						expect(error).toBeInstanceOf(RangeError);
					}
				},
			),
			{ numRuns: 150 },
		);
	});
});

describe('elf.audit', () => {
	const audit = (given: Record<string, unknown>) => plannedCase('elf', [action('elf.audit', given)]);

	it('passes what fits the machine and keeps what it found', async () => {
		using bench = new Bench();
		const found = await bench.case(audit({ files: [process.execPath], isa, glibcMax: '2.99', libraries: [] }));
		expect(found).toMatchObject({ status: 'passed' });
		const [evidence] = found.attempts[0]?.steps[0]?.evidence ?? [];
		expect(JSON.parse(bench.textOf(evidence?.digest.sha256 ?? ''))).toMatchObject([
			{ path: process.execPath, elf: { isa } },
		]);
	});

	it('fails on another instruction set, a newer glibc, a small alignment, a missing library', async () => {
		using bench = new Bench();
		const other = SUPERVISOR.replace(/linux-\w+/u, 'linux-loong64');
		expect(await bench.case(audit({ files: [other], isa: 'aarch64' }))).toMatchObject({
			status: 'failed',
			reason: { code: 'elf.isa' },
		});
		expect(await bench.case(audit({ files: [process.execPath], glibcMax: '2.0' }))).toMatchObject({
			status: 'failed',
			reason: { code: 'elf.glibc', expected: 'GLIBC ≤ 2.0' },
		});
		expect(await bench.case(audit({ files: [SUPERVISOR], pageSize: 131_072 }))).toMatchObject({
			status: 'failed',
			reason: { code: 'elf.alignment' },
		});
		const bytes = readFileSync(process.execPath);
		bytes.write('libq.so.6', bytes.indexOf('libc.so.6\0'), 'latin1');
		const needing = join(bench.directory, 'needing');
		writeFileSync(needing, bytes);
		expect(await bench.case(audit({ files: [needing], libraries: [] }))).toMatchObject({
			status: 'failed',
			reason: { code: 'elf.library', expected: 'libq.so.6' },
		});
	});

	it('looks through folders, and is errored when there is nothing to look at', async () => {
		using bench = new Bench();
		copyFileSync(SUPERVISOR, join(folder, 'program'));
		expect(await bench.case(audit({ files: [folder], isa: 'sw_64' }))).toMatchObject({
			status: expect.stringMatching(/failed|errored/u),
		});
		expect(await bench.case(audit({ files: ['/etc/hostname'] }))).toMatchObject({
			status: 'errored',
			reason: { code: 'elf.none' },
		});
		expect(await bench.case(audit({ files: [SUPERVISOR, '/no/such'] }))).toMatchObject({
			status: 'errored',
			reason: { actual: '/no/such' },
		});
	});

	const dpkg = existsSync('/usr/bin/dpkg-deb');
	it.skipIf(!dpkg)(
		`without files looks at what the product’s package installed${dpkg ? '' : ' (there is no dpkg here)'}`,
		async () => {
			using bench = new Bench();
			const asked = async (name: string, glibcMax: string) => {
				const plan = planOf([audit({ glibcMax })], { product: productOf(debNamed(name, bench.directory)) });
				return bench.store.case((await bench.run(plan)).id, 'demo/elf');
			};
			expect(await asked('coreutils', '2.99')).toMatchObject({ status: 'passed' });
			expect(await asked('coreutils', '2.0')).toMatchObject({
				status: 'failed',
				reason: { code: 'elf.glibc', actual: expect.stringMatching(/^\/(?:usr\/)?bin\/\w+: GLIBC_2/u) },
			});
			expect(await asked('shipei-no-such-package', '2.99')).toMatchObject({
				status: 'errored',
				reason: { code: 'elf.not-installed', actual: 'shipei-no-such-package.deb' },
			});
			expect(await bench.case(audit({ glibcMax: '2.99' }))).toMatchObject({
				status: 'errored',
				reason: { code: 'elf.no-product' },
			});
		},
	);

	it('compares versions by number and finds the highest', () => {
		expect(compareVersions('2.9', '2.28')).toBeLessThan(0);
		const versions = {
			'libc.so.6': ['GLIBC_2.9', 'GLIBC_2.28', 'GLIBC_PRIVATE'],
			'libstdc++.so.6': ['GLIBCXX_3.4.30'],
		};
		const elf = {
			isa,
			bits: 64,
			type: 'shared',
			interpreter: null,
			needed: [],
			searchPaths: [],
			versions,
			alignment: null,
		} as const;
		expect(highestGlibc(elf)).toBe('2.28');
	});
});

/** A package file that says no more than its name; what dpkg knows under that name is what counts. */
function debNamed(name: string, directory: string): string {
	const tree = join(directory, `tree-${name}`);
	mkdirSync(join(tree, 'DEBIAN'), { recursive: true });
	const control = {
		Package: name,
		Version: '1',
		Architecture: 'all',
		Maintainer: 'Lab <lab@example.org>',
		Description: 'x',
	};
	const lines = Object.entries(control).map(([field, value]) => `${field}: ${value}\n`);
	writeFileSync(join(tree, 'DEBIAN/control'), lines.join(''));
	const file = join(directory, `${name}.deb`);
	execFileSync('dpkg-deb', ['--build', '--root-owner-group', tree, file], { stdio: 'ignore' });
	return file;
}

function productOf(file: string): Product {
	const digest = { sha256: '0'.repeat(64), sm3: '0'.repeat(64) };
	const entry = { name: file.split('/').at(-1) ?? '', file, size: 1, digest, format: 'deb' as const };
	return { id: 'p', name: 'p', vendor: '', version: '1', category: 'application', packages: [entry] };
}
