import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	readPrivateKey,
	readPublicKeyPem,
	writePrivateKey,
	writePublicKey,
} from '../../../../engine/crypto/keys/key-file.ts';
import { generateKey } from '../../../../engine/crypto/keys/private-key.ts';
import { signerFromKey } from '../../../../engine/crypto/sign/key-signer.ts';
import { verifySignature } from '../../../../engine/crypto/sign/node-primitives.ts';
import { hasOpenssl, openssl } from '../openssl.ts';

const ID = ['-pkeyopt', 'distid:1234567812345678'];
const SM3 = ['-rawin', '-digest', 'sm3'];
const messages = Array.from({ length: 60 }, (_, index) => randomBytes(index * 37));

describe.skipIf(!hasOpenssl)('SM2 with the system’s openssl (skipped where openssl or its SM2 is missing)', () => {
	let dir = '';
	beforeAll(async () => {
		dir = await mkdtemp(join(tmpdir(), 'shipei-openssl-'));
	});
	afterAll(async () => {
		await rm(dir, { recursive: true });
	});

	it('makes 60 signatures that openssl accepts, and none that it accepts over an altered message', async () => {
		const key = generateKey('sm2-sm3');
		await writeFile(join(dir, 'ours.pub'), writePublicKey(key.publicKey));
		const verdicts = [];
		for (const message of messages) {
			await writeFile(join(dir, 'm'), message);
			await writeFile(join(dir, 's'), await signerFromKey(key).sign(message));
			const right = openssl(
				dir,
				'pkeyutl',
				'-verify',
				...SM3,
				'-in',
				'm',
				'-pubin',
				'-inkey',
				'ours.pub',
				'-sigfile',
				's',
				...ID,
			);
			await writeFile(join(dir, 'm'), Buffer.concat([message, Buffer.from('x')]));
			const wrong = openssl(
				dir,
				'pkeyutl',
				'-verify',
				...SM3,
				'-in',
				'm',
				'-pubin',
				'-inkey',
				'ours.pub',
				'-sigfile',
				's',
				...ID,
			);
			verdicts.push([right.ok, wrong.ok]);
		}
		expect(verdicts).toEqual(messages.map(() => [true, false]));
	});

	it('accepts 60 signatures that openssl made, and none over an altered message', async () => {
		expect(openssl(dir, 'genpkey', '-algorithm', 'SM2', '-out', 'theirs.pem').ok).toBe(true);
		expect(openssl(dir, 'pkey', '-in', 'theirs.pem', '-pubout', '-out', 'theirs.pub').ok).toBe(true);
		const key = readPublicKeyPem(await readFile(join(dir, 'theirs.pub'), 'utf8'));
		const verdicts = [];
		for (const message of messages) {
			await writeFile(join(dir, 'm'), message);
			openssl(dir, 'pkeyutl', '-sign', ...SM3, '-in', 'm', '-inkey', 'theirs.pem', '-out', 's', ...ID);
			const signature = await readFile(join(dir, 's'));
			verdicts.push([
				verifySignature(key, message, signature),
				verifySignature(key, Buffer.concat([message, Buffer.from('x')]), signature),
			]);
		}
		expect(verdicts).toEqual(messages.map(() => [true, false]));
	});

	it.each([
		['PBKDF2 and AES-256', ['-v2', 'aes-256-cbc', '-iter', '1000']],
		['PBKDF2 with SHA-512 and AES-128', ['-v2', 'aes-128-cbc', '-v2prf', 'hmacWithSHA512', '-iter', '1000']],
		['PBKDF2 with SHA-1', ['-v2', 'aes-256-cbc', '-v2prf', 'hmacWithSHA1', '-iter', '1000']],
		['PBKDF2 and SM4', ['-v2', 'sm4-cbc', '-iter', '1000']],
		['scrypt', ['-scrypt']],
	])('reads an SM2 key that openssl encrypted with %s', async (_, options) => {
		openssl(dir, 'genpkey', '-algorithm', 'SM2', '-out', 'plain.pem');
		openssl(dir, 'pkcs8', '-topk8', '-in', 'plain.pem', '-out', 'enc.pem', ...options, '-passout', 'pass:测试 pass1');
		const plain = await readPrivateKey(await readFile(join(dir, 'plain.pem'), 'utf8'));
		const pem = await readFile(join(dir, 'enc.pem'), 'utf8');
		expect((await readPrivateKey(pem, '测试 pass1')).secret).toEqual(plain.secret);
		await expect(readPrivateKey(pem, 'wrong')).rejects.toMatchObject({ code: 'key.wrong-passphrase' });
	});

	it('reads a bare EC key on the SM2 curve', async () => {
		openssl(dir, 'ecparam', '-name', 'SM2', '-genkey', '-noout', '-out', 'sec1.pem');
		openssl(dir, 'pkey', '-in', 'sec1.pem', '-pubout', '-out', 'sec1.pub');
		const key = await readPrivateKey(await readFile(join(dir, 'sec1.pem'), 'utf8'));
		const expected = readPublicKeyPem(await readFile(join(dir, 'sec1.pub'), 'utf8'));
		expect(key.publicKey.keyid).toBe(expected.keyid);
	});

	it.each(['sm2-sm3', 'ed25519'] as const)(
		'writes %s key files that openssl opens with the passphrase only',
		async (suite) => {
			const key = generateKey(suite);
			await writeFile(join(dir, 'k.pem'), await writePrivateKey(key, '口令 Pass-1'));
			expect(openssl(dir, 'pkey', '-in', 'k.pem', '-passin', 'pass:口令 Pass-1', '-pubout').out).toBe(
				writePublicKey(key.publicKey),
			);
			expect(openssl(dir, 'pkey', '-in', 'k.pem', '-passin', 'pass:wrong', '-pubout').ok).toBe(false);
		},
	);

	it('makes Ed25519 signatures that openssl accepts', async () => {
		const key = generateKey('ed25519');
		await writeFile(join(dir, 'ed.pub'), writePublicKey(key.publicKey));
		await writeFile(join(dir, 'm'), '测试');
		await writeFile(join(dir, 's'), await signerFromKey(key).sign(Buffer.from('测试')));
		expect(
			openssl(dir, 'pkeyutl', '-verify', '-rawin', '-in', 'm', '-pubin', '-inkey', 'ed.pub', '-sigfile', 's').ok,
		).toBe(true);
	});
});
