import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	readPrivateKey,
	readPublicKeyPem,
	writePrivateKey,
	writePublicKey,
} from '../../../../engine/crypto/keys/key-file.ts';
import { readPbes2 } from '../../../../engine/crypto/keys/pbes2-parameters.ts';
import { toPem } from '../../../../engine/crypto/keys/pem.ts';
import { generateKey } from '../../../../engine/crypto/keys/private-key.ts';
import { encodePrivateKeyInfo } from '../../../../engine/crypto/keys/private-key-info.ts';

describe('key files', () => {
	it.each(['sm2-sm3', 'ed25519'] as const)('of %s open with their passphrase and with no other', async (suite) => {
		const key = generateKey(suite);
		const pem = await writePrivateKey(key, '口令');
		expect(await readPrivateKey(pem, '口令')).toEqual(key);
		await expect(readPrivateKey(pem, '口令 ')).rejects.toMatchObject({ code: 'key.wrong-passphrase' });
		await expect(readPrivateKey(pem)).rejects.toMatchObject({ code: 'key.passphrase-needed' });
	});

	it('are never written without a passphrase', async () => {
		await expect(writePrivateKey(generateKey('ed25519'), '')).rejects.toMatchObject({ code: 'key.empty-passphrase' });
	});

	it('differ every time they are written: salt and vector are fresh', async () => {
		const key = generateKey('ed25519');
		expect(await writePrivateKey(key, 'p')).not.toBe(await writePrivateKey(key, 'p'));
	});

	it('of another kind are named as such', async () => {
		await expect(readPrivateKey('hello')).rejects.toMatchObject({ code: 'key.not-a-key' });
		await expect(readPrivateKey(toPem('PRIVATE KEY', Uint8Array.of(0x30, 0)))).rejects.toMatchObject({
			code: 'key.unsupported',
		});
		expect(() => readPublicKeyPem(toPem('PUBLIC KEY', Uint8Array.of(0x30, 0)))).toThrow();
	});

	it('with a secret outside its range are refused', async () => {
		const info = encodePrivateKeyInfo('sm2-sm3', new Uint8Array(32));
		await expect(readPrivateKey(toPem('PRIVATE KEY', info))).rejects.toMatchObject({ code: 'key.not-a-key' });
	});

	it('that are damaged never crash the reader and never cost endless work', async () => {
		const pem = await writePrivateKey(generateKey('sm2-sm3'), 'p');
		const der = Buffer.from(pem.split('\n').slice(1, -2).join(''), 'base64');
		fc.assert(
			fc.property(fc.nat(der.length - 1), fc.nat(255), (at, byte) => {
				const found = readPbes2(Uint8Array.from(der).with(at, byte));
				if (found?.kdf.name === 'pbkdf2') expect(found.kdf.iterations).toBeLessThanOrEqual(20_000_000);
			}),
			{ numRuns: 3000 },
		);
	});

	it('of public keys come back as they went', () => {
		const { publicKey } = generateKey('sm2-sm3');
		expect(readPublicKeyPem(writePublicKey(publicKey))).toEqual(publicKey);
	});
});
