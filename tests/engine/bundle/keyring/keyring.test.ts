import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	backUpKey,
	buildBundle,
	chainsOf,
	createKey,
	exportPublic,
	importChain,
	importKey,
	listKeys,
	openSigner,
	retireKey,
	showKey,
	verifyBundle,
} from '../../../../engine/bundle/index.ts';
import { readPublicKeyPem } from '../../../../engine/crypto/index.ts';
import { hasOpenssl } from '../../crypto/openssl.ts';
import { makeChain } from '../../crypto/openssl-chain.ts';
import { folder } from '../folder.ts';
import { sampleBlobs, sampleStatement } from '../sample-report.ts';
import { outcomeIn } from '../workshop.ts';

const owner = { orgName: '某测试中心', person: '李四', role: 'lab' as const };
const now = new Date('2026-11-22T00:00:00Z');
const create = (dir: string, passphrase: string | null = '口令') =>
	createKey({ dir, suites: ['sm2-sm3', 'ed25519'], owner, passphrase, now });

describe('the key folder', () => {
	it('holds a signing identity: one key of each suite, for its owner’s eyes only', async () => {
		const dir = join(await folder(), 'data', 'keys');
		const made = await create(dir);
		expect(made.map(({ suite, owner: of, certified }) => [suite, of, certified])).toEqual([
			['sm2-sm3', owner, false],
			['ed25519', owner, false],
		]);
		expect((await listKeys(dir)).map(({ keyid }) => keyid).sort()).toEqual(made.map(({ keyid }) => keyid).sort());
		for (const { file } of made) {
			expect((await stat(file)).mode & 0o777).toBe(0o600);
			expect(await readFile(file, 'utf8')).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/u);
		}
		expect((await stat(dir)).mode & 0o777).toBe(0o700);
	});

	it('that is not there yet holds no keys', async () => {
		expect(await listKeys(join(await folder(), 'none'))).toEqual([]);
	});

	it('finds a key by any unique beginning of its id', async () => {
		const dir = await folder();
		const [sm2] = await create(dir, null);
		const hex = sm2!.keyid.slice(4);
		for (const key of [sm2!.keyid, hex, hex.slice(0, 12), 'sm3:'])
			expect((await showKey(dir, key)).keyid).toBe(sm2!.keyid);
		await expect(showKey(dir, 'zz')).rejects.toMatchObject({ code: 'key.not-found' });
		await expect(showKey(dir, '')).rejects.toMatchObject({ code: 'key.ambiguous' });
		expect(readPublicKeyPem(await exportPublic(dir, hex)).keyid).toBe(sm2!.keyid);
	});

	it('gives signers that need the passphrase', async () => {
		const dir = await folder();
		const [sm2] = await create(dir);
		await expect(openSigner(dir, sm2!.keyid)).rejects.toMatchObject({ code: 'key.passphrase-needed' });
		await expect(openSigner(dir, sm2!.keyid, 'x')).rejects.toMatchObject({ code: 'key.wrong-passphrase' });
		const out = join(dir, 'a.xcr');
		const signers = [await openSigner(dir, sm2!.keyid, '口令')];
		await buildBundle({ statement: sampleStatement(), signers, blobs: sampleBlobs(), out });
		expect((await verifyBundle(out)).signers.map(({ keyid }) => keyid)).toEqual([sm2!.keyid]);
	});

	it('protects a key without passphrase by its mode only, when that was asked for', async () => {
		const dir = await folder();
		const [, ed] = await create(dir, null);
		expect((await openSigner(dir, ed!.keyid)).keyid).toBe(ed!.keyid);
		await expect(create(dir, '')).rejects.toMatchObject({ code: 'key.empty-passphrase' });
	});

	it('notices a private key that was swapped for another', async () => {
		const dir = await folder();
		const [one] = await create(dir, null);
		const [other] = await create(dir, null);
		await writeFile(one!.file, await readFile(other!.file));
		await expect(openSigner(dir, one!.keyid)).rejects.toMatchObject({ code: 'key.mismatch' });
	});

	it('takes no key that is there already, so that a retired one stays retired and nobody else becomes its owner', async () => {
		const dir = await folder();
		const [one] = await create(dir);
		const pem = await readFile(one!.file, 'utf8');
		await retireKey(dir, one!.keyid, now);
		const other = { orgName: '别家', role: 'vendor' as const };
		const again = () => importKey(pem, { dir, suites: [], owner: other, passphrase: '口令', now });
		await expect(again()).rejects.toMatchObject({ code: 'key.exists', details: { key: one!.keyid } });
		expect(await showKey(dir, one!.keyid)).toMatchObject({ owner, retiredOn: now.toISOString() });
		// What was lost is put back; what is on record of it stays.
		await rm(one!.file);
		expect(await again()).toMatchObject({ owner, retiredOn: now.toISOString() });
		expect(await readFile(one!.file, 'utf8')).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/u);
	});

	it('backs a key up under its own passphrase only, and another installation takes it from there', async () => {
		const dir = await folder();
		const made = await create(dir);
		for (const { keyid } of made) {
			await expect(backUpKey(dir, keyid, 'x')).rejects.toMatchObject({ code: 'key.wrong-passphrase' });
			await expect(backUpKey(dir, keyid, '')).rejects.toMatchObject({ code: 'key.empty-passphrase' });
			const pem = await backUpKey(dir, keyid, '口令');
			expect(pem).toMatch(/^Shipei private key\n.*\n某测试中心 · 李四\n-----BEGIN ENCRYPTED PRIVATE KEY-----/u);
			const elsewhere = await folder();
			const taken = await importKey(pem, { dir: elsewhere, suites: [], owner, passphrase: '口令', now });
			expect((await openSigner(elsewhere, taken.keyid, '口令')).keyid).toBe(keyid);
		}
	});

	it('gives the backup of an unprotected key a passphrase, and an owner’s name never passes for a key', async () => {
		const dir = await folder();
		const block = '-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----';
		const [key] = await createKey({
			dir,
			suites: ['ed25519'],
			owner: { ...owner, person: block },
			passphrase: null,
			now,
		});
		const pem = await backUpKey(dir, key!.keyid, '新口令');
		expect(pem.match(/-----BEGIN/gu)).toHaveLength(1);
		const elsewhere = await folder();
		const wrong = importKey(pem, { dir: elsewhere, suites: [], owner, passphrase: 'x', now });
		await expect(wrong).rejects.toMatchObject({ code: 'key.wrong-passphrase' });
		await importKey(pem, { dir: elsewhere, suites: [], owner, passphrase: '新口令', now });
	});

	it('keeps a retired key for looking it up, but signs no more with it', async () => {
		const dir = await folder();
		const [one] = await create(dir, null);
		expect((await retireKey(dir, one!.keyid, now)).retiredOn).toBe(now.toISOString());
		await expect(openSigner(dir, one!.keyid)).rejects.toMatchObject({ code: 'key.retired' });
	});

	it.skipIf(!hasOpenssl)(
		'takes the certificate chain of a key, and reports show whose it is (skipped without openssl)',
		async () => {
			const dir = await folder();
			await makeChain(dir);
			const text = async (name: string) => readFile(join(dir, name), 'utf8');
			const pem = await text('leaf.key');
			const { keyid } = await importKey(pem, { dir, suites: [], owner, passphrase: null, now });
			const [key] = await create(dir, null);
			const chain = (await text('leaf.crt')) + (await text('ca.crt'));
			await expect(importChain(dir, key!.keyid, chain)).rejects.toMatchObject({ code: 'key.bad-chain' });
			expect((await importChain(dir, keyid, chain)).certified).toBe(true);
			const signers = [await openSigner(dir, keyid)];
			const certificates = await chainsOf(dir, signers);
			const verified = async (signedOn: string) => {
				const out = join(dir, 'a.xcr');
				await buildBundle({
					statement: sampleStatement({ signedOn }),
					signers,
					blobs: sampleBlobs(),
					certificates,
					out,
				});
				return verifyBundle(out);
			};
			const verification = await verified(new Date().toISOString());
			expect([verification.verdict, outcomeIn(verification, 'certificates.chain')]).toEqual(['intact', 'passed']);
			// Before the certificate was issued: it cannot have been the signer's then.
			expect(outcomeIn(await verified('2020-01-01T00:00:00Z'), 'certificates.chain')).toBe('warned');
			expect(verification.signers[0]?.certificate).toMatchObject({
				subject: 'C=CN, O=某测试中心, CN=李四',
				issuer: 'C=CN, O=测试 CA',
				verified: true,
			});
		},
	);
});
