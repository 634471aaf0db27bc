import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { productSchema } from '../../../contract/product.ts';
import { unxz } from '../../../engine/products/archive/unxz.ts';
import { productId, readProduct } from '../../../engine/products/index.ts';
import { deb, rpm, tar } from './package-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipei-products-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hasXz = spawnSync('xz', ['--version']).status === 0;
const xz = (bytes: Buffer, ...options: string[]) =>
	execFileSync('xz', ['-c', ...options], { input: bytes, maxBuffer: 1e8 });
const CONTROL =
	'Package: demo-app\nVersion: 1.2.3-4\nArchitecture: arm64\nMaintainer: 示例公司 <a@b.example>\nDescription: a\n Version: 9\n';

function file(name: string, bytes: Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, bytes);
	return path;
}

describe('A Debian package', () => {
	const expected = {
		name: 'demo-app',
		version: '1.2.3-4',
		vendor: '示例公司',
		arch: 'aarch64',
		id: '示例公司/demo-app/1.2.3-4',
	};

	it.each([
		['.gz', (bytes: Buffer) => gzipSync(bytes)],
		['.zst', (bytes: Buffer) => zstdCompressSync(bytes)],
		['', (bytes: Buffer) => bytes],
	])('names itself in a control.tar%s, and its digests are those of the file', async (ending, pack) => {
		const bytes = deb(CONTROL, pack, ending);
		const { package: entry, product } = await readProduct(file(`a${ending}.deb`, bytes));
		expect(productSchema.parse(product)).toMatchObject(expected);
		expect(entry).toMatchObject({
			format: 'deb',
			size: bytes.length,
			arch: 'aarch64',
			digest: { sha256: createHash('sha256').update(bytes).digest('hex') },
		});
	});

	it.skipIf(!hasXz)(`names itself in a control.tar.xz${hasXz ? '' : ' (skipped: xz is not installed)'}`, async () => {
		const { product } = await readProduct(
			file(
				'x.deb',
				deb(CONTROL, (bytes) => xz(bytes), '.xz'),
			),
		);
		expect(product).toMatchObject(expected);
	});

	it('that was cut short anywhere before its payload is damaged, never something else', async () => {
		const bytes = deb(CONTROL, (tarred) => gzipSync(tarred), '.gz');
		const payload = bytes.indexOf('data.tar');
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 100, max: payload - 12 }), async (length) => {
				await expect(readProduct(file('cut.deb', bytes.subarray(0, length)))).rejects.toMatchObject({
					code: 'product.damaged',
				});
			}),
			{ numRuns: 40 },
		);
	});
});

describe('An xz stream', () => {
	it.skipIf(!hasXz)(`comes back as it was, at any level${hasXz ? '' : ' (skipped: xz is not installed)'}`, () => {
		const repetitive = fc.array(fc.constantFrom('abc', 'abcabcabc', '\0\0\0\0', '中文', 'x'), { maxLength: 400 });
		fc.assert(
			fc.property(
				repetitive,
				fc.uint8Array({ maxLength: 3_000 }),
				fc.constantFrom('-0', '-6', '-9e'),
				(words, noise, level) => {
					const bytes = Buffer.concat([Buffer.from(words.join('')), noise, Buffer.from(words.join(''))]);
					expect(Buffer.from(unxz(xz(bytes, level), 1e6)).equals(bytes)).toBe(true);
				},
			),
			{ numRuns: 25 },
		);
	});

	it.skipIf(!hasXz)(`that grows past the limit is refused${hasXz ? '' : ' (skipped: xz is not installed)'}`, () => {
		expect(() => unxz(xz(Buffer.alloc(2_000_000)), 1_000_000)).toThrow(RangeError);
	});

	it.skipIf(!hasXz)(
		`that is damaged throws, and never runs on without end${hasXz ? '' : ' (skipped: xz is not installed)'}`,
		() => {
			const good = xz(Buffer.from('the same words again and again and again '.repeat(50)));
			fc.assert(
				fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
					const bad = Buffer.from(good);
					bad[at] = (bad[at] ?? 0) ^ flip;
					try {
						expect(unxz(bad, 1e6).length).toBeLessThanOrEqual(1e6);
					} catch (error) {
						expect(error).toBeInstanceOf(RangeError);
					}
				}),
			);
		},
	);
});

describe('Other packages', () => {
	it('an RPM names itself in its header', async () => {
		const bytes = rpm({ 1000: 'kylin-demo', 1001: '2.0', 1002: '3.ky10', 1011: '麒麟', 1022: 'loongarch64' });
		const { package: entry, product } = await readProduct(file('d.rpm', bytes));
		expect(product).toMatchObject({ name: 'kylin-demo', version: '2.0-3.ky10', vendor: '麒麟', arch: 'loongarch64' });
		expect(entry.format).toBe('rpm');
	});

	it('an RPM whose header is cut short is damaged', async () => {
		const bytes = rpm({ 1000: 'kylin-demo' });
		await expect(readProduct(file('c.rpm', bytes.subarray(0, bytes.length - 4)))).rejects.toMatchObject({
			code: 'product.damaged',
		});
	});

	it('a Java archive names itself in its manifest, a zip does not', async () => {
		const manifest =
			'Manifest-Version: 1.0\r\nImplementation-Title: Demo Ser\r\n ver\r\nImplementation-Version: 4.5\r\nImplementation-Vendor: 厂商\r\n';
		const jar = zipSync({ 'META-INF/MANIFEST.MF': strToU8(manifest), 'a/B.class': strToU8('x') });
		expect((await readProduct(file('app.jar', jar))).product).toMatchObject({
			name: 'Demo Server',
			version: '4.5',
			vendor: '厂商',
		});
		const zip = await readProduct(file('tool-3.1-linux-x64.zip', zipSync({ 'a.txt': strToU8('a') })));
		expect(zip).toMatchObject({
			package: { format: 'zip' },
			product: { name: 'tool', version: '3.1', arch: 'x86_64' },
		});
	});

	it('an AppImage tells its architecture', async () => {
		const bytes = Buffer.alloc(64);
		bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0x41, 0x49, 2]);
		bytes.writeUInt16LE(183, 18);
		expect((await readProduct(file('Demo-2.0.AppImage', bytes))).package).toMatchObject({
			format: 'appimage',
			arch: 'aarch64',
		});
	});

	it('a tar archive and anything else are named by their file names alone', async () => {
		expect((await readProduct(file('demo-1.2.3-arm64.tar', tar({ a: 'b' })))).product).toMatchObject({
			name: 'demo',
			version: '1.2.3',
			arch: 'aarch64',
		});
		expect((await readProduct(file('installer.run', Buffer.from('#!/bin/sh\n')))).package).toMatchObject({
			format: 'other',
			name: 'installer.run',
		});
	});

	it('bytes of any kind are read or refused, never executed and never a crash', async () => {
		const starts = fc.constantFrom(
			'!<arch>\ndebian-binary   ',
			'\xed\xab\xee\xdb',
			'PK\x03\x04',
			'\x7fELF\x02\x01\x01\0AI\x02',
			'',
		);
		await fc.assert(
			fc.asyncProperty(starts, fc.uint8Array({ maxLength: 400 }), async (start, noise) => {
				const path = file('noise.bin', Buffer.concat([Buffer.from(start, 'latin1'), noise]));
				const code = await readProduct(path).then(
					() => 'read',
					(error: { code?: string }) => error.code,
				);
				expect(['read', 'product.damaged']).toContain(code);
			}),
			{ numRuns: 150 },
		);
	});

	it('what is no file is refused', async () => {
		await expect(readProduct(join(folder, 'none.deb'))).rejects.toMatchObject({ code: 'product.no-file' });
		await expect(readProduct(folder)).rejects.toMatchObject({ code: 'product.not-a-file' });
	});
});

describe('The id of a product', () => {
	it('is the same for the same vendor, name and version, however they are spaced', () => {
		expect(productId('示例 公司', 'Demo  App', '1.0')).toBe('示例-公司/demo-app/1.0');
		expect(productId('示例 公司 ', 'demo app', '1.0')).toBe(productId('示例 公司', 'Demo App', '1.0'));
		expect(productId('', '', '')).toBe('unnamed');
	});
});
