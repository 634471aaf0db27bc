import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../../engine/crypto/bytes/hex.ts';
import { generateKey, privateKeyFromSecret } from '../../../../engine/crypto/keys/private-key.ts';
import { readPublicKey } from '../../../../engine/crypto/keys/public-key.ts';
import { isEd25519PublicKey } from '../../../../engine/crypto/sign/ed25519-point.ts';
import { signerFromKey } from '../../../../engine/crypto/sign/key-signer.ts';
import { verifyEd25519 as native } from '../../../../engine/crypto/sign/node-ed25519.ts';
import { verifyEd25519 as portable } from '../../../../engine/crypto/sign/portable-ed25519.ts';

const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

describe('Ed25519', () => {
	it('follows RFC 8032, 7.1, test 2', async () => {
		const seed = fromHex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb') as Uint8Array;
		const key = privateKeyFromSecret('ed25519', seed);
		expect(toHex(key.publicKey.raw)).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
		expect(toHex(await signerFromKey(key).sign(Uint8Array.of(0x72)))).toBe(
			'92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
		);
	});

	it('gives the same verdict in TypeScript and in the runtime, on right and on altered signatures', async () => {
		const key = generateKey('ed25519');
		const message = Buffer.from('adaptation report');
		const signature = await signerFromKey(key).sign(message);
		fc.assert(
			fc.property(fc.nat(63), fc.nat(255), (at, byte) => {
				const altered = signature.with(at, byte);
				const verdict = toHex(altered) === toHex(signature);
				expect(native(key.publicKey, message, altered)).toBe(verdict);
				expect(portable(key.publicKey, message, altered)).toBe(verdict);
			}),
			{ numRuns: 200 },
		);
	});

	it('refuses s + order, another length and another message, both ways', async () => {
		const key = generateKey('ed25519');
		const message = Buffer.from('m');
		const signature = await signerFromKey(key).sign(message);
		const s = BigInt(`0x${toHex(signature.slice(32).toReversed())}`) + ORDER;
		const larger = Buffer.concat([
			signature.slice(0, 32),
			Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse(),
		]);
		for (const verify of [native, portable]) {
			expect(verify(key.publicKey, message, signature)).toBe(true);
			expect(verify(key.publicKey, message, larger)).toBe(false);
			expect(verify(key.publicKey, message, signature.slice(0, 63))).toBe(false);
			expect(verify(key.publicKey, Buffer.from('n'), signature)).toBe(false);
		}
	});

	it('takes no key of small order and none in a second spelling', () => {
		const identity = new Uint8Array(32).with(0, 1);
		const beyond = new Uint8Array(32).fill(0xff).with(31, 0x7f).with(0, 0xee);
		expect([identity, new Uint8Array(32), beyond].map(isEd25519PublicKey)).toEqual([false, false, false]);
	});
});

describe('a public key', () => {
	it.each(['sm2-sm3', 'ed25519'] as const)('of %s is read in its one encoding and named by its digest', (suite) => {
		const { publicKey } = generateKey(suite);
		expect(readPublicKey(publicKey.spki)).toEqual(publicKey);
		expect(publicKey.keyid).toMatch(suite === 'ed25519' ? /^sha256:[0-9a-f]{64}$/u : /^sm3:[0-9a-f]{64}$/u);
		expect(readPublicKey(publicKey.spki.slice(0, -1))).toBeUndefined();
		expect(readPublicKey(Buffer.concat([publicKey.spki, Buffer.from([0])]))).toBeUndefined();
	});
});
