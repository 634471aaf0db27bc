import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	buildBundle,
	chainsOf,
	createKey,
	importChain,
	importKey,
	openSigner,
	verifyBundle,
} from '../../engine/bundle/index.ts';
import { folder } from '../engine/bundle/folder.ts';
import { sampleBlobs, sampleStatement } from '../engine/bundle/sample-report.ts';
import { pack, person, unpack } from '../engine/bundle/workshop.ts';
import { hasOpenssl } from '../engine/crypto/openssl.ts';
import { makeChain } from '../engine/crypto/openssl-chain.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');
const hasTools = hasOpenssl && ['tar', 'sha256sum'].every((tool) => spawnSync(tool, ['--version']).status === 0);

async function recipe(name = 'verify-with-openssl.md'): Promise<string> {
	const text = await readFile(join(docs, name), 'utf8');
	return [...text.matchAll(/^```sh\n(.*?)^```$/gmsu)].map(([, block]) => block).join('');
}

async function follow(bytes: Uint8Array): Promise<{ ok: boolean; out: string }> {
	const dir = await folder();
	await writeFile(join(dir, 'report.xcr'), bytes);
	const ended = spawnSync('sh', ['-c', await recipe()], { cwd: dir, encoding: 'utf8', timeout: 300_000 });
	return { ok: ended.status === 0, out: ended.stdout + ended.stderr };
}

async function report(signers = [person('张三', 'sm2-sm3'), person('张三')]): Promise<string> {
	const out = join(await folder(), 'a.xcr');
	await buildBundle({ statement: sampleStatement(), signers, blobs: sampleBlobs(), out });
	return out;
}

describe.skipIf(!hasTools)('the recipe with tar, sha256sum and openssl (skipped where one of them is missing)', () => {
	it('is the same in both languages', async () => {
		expect(await recipe('verify-with-openssl.zh-CN.md')).toBe(await recipe());
		expect((await recipe()).length).toBeGreaterThan(1500);
	});

	it('verifies a report with both kinds of signature, and names the same report and keys as we do', async () => {
		const file = await report();
		const { ok, out } = await follow(await readFile(file));
		const { reportId, reportSm3, signers } = await verifyBundle(file);
		expect([ok, out]).toEqual([true, expect.stringContaining('evidence: all there, all right')]);
		for (const named of [reportId, reportSm3, ...signers.map(({ keyid }) => `signed by ${keyid}`)])
			expect(out).toContain(named);
	});

	it('verifies a report that carries an SM2 certificate chain', async () => {
		const dir = await folder();
		await makeChain(dir);
		const text = (name: string) => readFile(join(dir, name), 'utf8');
		const owner = { orgName: '某测试中心', role: 'lab' as const };
		await createKey({ dir, suites: ['ed25519'], owner, passphrase: null, now: new Date() });
		const { keyid } = await importKey(await text('leaf.key'), {
			dir,
			suites: [],
			owner,
			passphrase: null,
			now: new Date(),
		});
		await importChain(dir, keyid, (await text('leaf.crt')) + (await text('ca.crt')));
		const signers = [await openSigner(dir, keyid)];
		const out = join(dir, 'a.xcr');
		await buildBundle({
			statement: sampleStatement(),
			signers,
			certificates: await chainsOf(dir, signers),
			blobs: sampleBlobs(),
			out,
		});
		expect(await follow(await readFile(out))).toMatchObject({ ok: true });
	});

	it('fails for an altered blob, a missing one, an altered statement, an altered signature, a foreign key, a foreign name', async () => {
		const parts = await unpack(await report());
		const [blob] = parts.filter(({ name }) => name.startsWith('blobs/'));
		const flip = (bytes: Uint8Array, at: number) => Buffer.from(bytes).fill((bytes.at(at) ?? 0) ^ 1, at, at + 1);
		const altered = {
			blob: parts.map((part) => (part === blob ? { ...part, bytes: flip(part.bytes, 3) } : part)),
			missing: parts.filter((part) => part !== blob),
			statement: parts.map((part, at) => (at === 1 ? { ...part, bytes: flip(part.bytes, 500) } : part)),
			signature: parts.map((part, at) =>
				at === 1 ? { ...part, bytes: flip(part.bytes, part.bytes.length - 20) } : part,
			),
			key: parts.map((part, at) => (at === 2 ? { ...part, bytes: person('x').spki } : part)),
			name: [...parts, { name: 'extra', bytes: Buffer.from('x') }],
		};
		for (const [what, wrong] of Object.entries(altered)) expect((await follow(await pack(wrong))).ok, what).toBe(false);
	});
});
