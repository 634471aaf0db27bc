import { spawnSync } from 'node:child_process';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildBundle, findBlobs, verifyBundle } from '../../../../engine/bundle/index.ts';
import { digestBytes, hasNativeSm3 } from '../../../../engine/crypto/index.ts';
import { folder } from '../folder.ts';
import { evidenceBytes, sampleBlobs, sampleStatement } from '../sample-report.ts';
import { NOW, person, unpack } from '../workshop.ts';

const signers = [person('张三', 'sm2-sm3'), person('张三')];
const statement = sampleStatement();
const hasTar = spawnSync('tar', ['--version']).status === 0;
const isRoot = process.getuid?.() === 0;

describe('a bundle', () => {
	it('comes out byte for byte the same every time, whatever the order of keys and evidence', async () => {
		const dir = await folder();
		const [one, two] = [join(dir, 'one.xcr'), join(dir, 'two.xcr')];
		const first = await buildBundle({ statement, signers, blobs: sampleBlobs(), out: one });
		const second = await buildBundle({
			statement,
			signers: signers.toReversed(),
			blobs: sampleBlobs().toReversed(),
			out: two,
		});
		expect(await readFile(two)).toEqual(await readFile(one));
		expect([second.reportId, second.sha256]).toEqual([first.reportId, first.sha256]);
		const bytes = await readFile(one);
		expect([first.bytes, first.sha256]).toEqual([bytes.length, digestBytes(bytes).sha256]);
	});

	it('is identified by its payload, whoever signed it', async () => {
		const dir = await folder();
		const one = await buildBundle({ statement, signers, blobs: sampleBlobs(), out: join(dir, 'a') });
		const two = await buildBundle({ statement, signers: [person('x')], blobs: sampleBlobs(), out: join(dir, 'b') });
		expect(two.reportId).toBe(one.reportId);
		expect((await verifyBundle(two.file)).reportId).toBe(one.reportId);
	});

	it('gives the same answer with SM3 from the runtime and in TypeScript', async () => {
		const out = join(await folder(), 'a.xcr');
		await buildBundle({ statement, signers, blobs: sampleBlobs(), out });
		const [native, pure] = await Promise.all(
			[false, true].map((pureCrypto) => verifyBundle(out, { pureCrypto, now: NOW })),
		);
		expect(native?.verdict).toBe('intact');
		expect(pure).toEqual(native);
	});

	it.skipIf(!hasTar)('is a plain archive to tar (skipped where there is no tar)', async () => {
		const out = join(await folder(), 'a.xcr');
		await buildBundle({ statement, signers, blobs: sampleBlobs(), out });
		const listed = spawnSync('tar', ['tf', out], { encoding: 'utf8' });
		expect([listed.status, listed.stderr]).toEqual([0, '']);
		expect(listed.stdout.trim().split('\n')).toEqual((await unpack(out)).map(({ name }) => name));
	});

	it('leaves kept-back evidence out, and lists it', async () => {
		const out = join(await folder(), 'a.xcr');
		await buildBundle({ statement, signers, blobs: sampleBlobs(), out });
		const secret = digestBytes(evidenceBytes.secret).sha256;
		expect((await unpack(out)).some(({ name }) => name.endsWith(secret))).toBe(false);
		expect((await verifyBundle(out)).summary?.counts).toMatchObject({ evidence: 4, withheld: 1 });
		const blobs = await findBlobs(out);
		expect(() => blobs.open(secret)).toThrow(expect.objectContaining({ code: 'bundle.blob-missing' }));
		const log = blobs.open(digestBytes(evidenceBytes.log).sha256);
		expect(Buffer.concat(await Array.fromAsync(log))).toEqual(evidenceBytes.log);
	});

	it('is not written when evidence is missing, has changed, or the statement does not fit', async () => {
		const dir = await folder();
		const out = join(dir, 'a.xcr');
		await writeFile(out, 'what was there before');
		const build = (blobs: ReturnType<typeof sampleBlobs>, content: unknown = statement) =>
			buildBundle({ statement: content as typeof statement, signers, blobs, out });
		const [first, ...rest] = sampleBlobs();
		const changed = { ...first!, open: () => [Buffer.alloc(first!.size)] };
		const longer = { ...first!, open: () => [Buffer.alloc(first!.size + 1)] };
		const shorter = { ...first!, open: () => [Buffer.alloc(first!.size - 1)] };
		await expect(build(rest)).rejects.toMatchObject({ code: 'bundle.evidence-missing' });
		for (const wrong of [changed, longer, shorter]) {
			await expect(build([wrong, ...rest])).rejects.toMatchObject({ code: 'bundle.evidence-changed' });
		}
		await expect(build(sampleBlobs(), { ...statement, extra: 1 })).rejects.toMatchObject({
			code: 'bundle.bad-statement',
		});
		await expect(buildBundle({ statement, signers: [], blobs: [], out })).rejects.toMatchObject({
			code: 'bundle.no-signer',
		});
		expect(await readdir(dir)).toEqual(['a.xcr']);
		expect(await readFile(out, 'utf8')).toBe('what was there before');
	});

	it('of 4 GiB and more is refused unless allowed: a FAT32 stick cannot hold it', async () => {
		const size = 4 * 2 ** 30;
		const large = {
			idx: 0,
			name: 'big',
			mediaType: 'application/octet-stream',
			size,
			digest: digestBytes(Buffer.from('x')),
			role: 'other' as const,
		};
		const huge = sampleStatement({ evidence: [large], tests: [], passedTests: [], skippedTests: [], benchmarks: [] });
		const blobs = [{ digest: large.digest, size, open: () => [] }];
		const out = join(await folder(), 'a.xcr');
		await expect(buildBundle({ statement: huge, signers, blobs, out })).rejects.toMatchObject({
			code: 'bundle.too-large',
		});
		const allowed = buildBundle({ statement: huge, signers, blobs, out, allowLarge: true });
		await expect(allowed).rejects.toMatchObject({ code: 'bundle.evidence-changed' });
	});

	it('with more to say than a verifier will read is refused before it is signed', async () => {
		const out = join(await folder(), 'a.xcr');
		const text = '备注'.repeat(250_000);
		const basis = Array.from({ length: 23 }, (_, number) => ({ id: String(number), title: text }));
		const large = sampleStatement({ order: { basis } });
		const build = buildBundle({ statement: large, signers, blobs: sampleBlobs(), out });
		await expect(build).rejects.toMatchObject({ code: 'bundle.statement-too-large' });
	});

	it('is the same, and verifies the same, in a process that is told to use TypeScript for SM3', async () => {
		const dir = await folder();
		const run = (name: string, pure: string) => {
			const env = { ...process.env, SHIPEI_PURE_CRYPTO: pure };
			const program = join(import.meta.dirname, 'fixed-bundle.ts');
			const ended = spawnSync(process.execPath, [program, join(dir, name)], {
				env,
				encoding: 'utf8',
				timeout: 300_000,
			});
			return JSON.parse(ended.stdout);
		};
		const [native, pure] = [run('a.xcr', ''), run('b.xcr', '1')];
		expect(pure.ours).toBe(true);
		expect(native.ours).toBe(!hasNativeSm3);
		expect({ ...native, ours: true }).toEqual(pure);
		expect(await readFile(join(dir, 'b.xcr'))).toEqual(await readFile(join(dir, 'a.xcr')));
		expect(pure.verdict).toBe('intact');
	});

	it.skipIf(isRoot)(
		'that cannot be written is reported with the reason (skipped as root, who may write anywhere)',
		async () => {
			const dir = await folder();
			await chmod(dir, 0o500);
			const out = join(dir, 'a.xcr');
			await expect(buildBundle({ statement, signers, blobs: sampleBlobs(), out })).rejects.toMatchObject({
				code: 'bundle.not-writable',
			});
		},
	);

	it('that is not there is an error, not an answer', async () => {
		const missing = join(await folder(), 'none.xcr');
		await expect(verifyBundle(missing)).rejects.toMatchObject({ code: 'bundle.not-readable' });
		await expect(
			buildBundle({ statement, signers, blobs: sampleBlobs(), out: join(missing, 'x') }),
		).rejects.toMatchObject({
			code: 'bundle.not-writable',
		});
	});
});
