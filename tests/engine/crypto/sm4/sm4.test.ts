import { createCipheriv, getCiphers } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../../../engine/crypto/bytes/hex.ts';
import { decryptSm4Cbc, encryptSm4Cbc } from '../../../../engine/crypto/sm4/cbc.ts';
import { cryptBlock, roundKeys } from '../../../../engine/crypto/sm4/sm4.ts';

const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');

const long = process.env.SHIPEI_LONG_TESTS === '1';

describe('SM4', () => {
	it('follows the first example of GB/T 32907-2016, and back', () => {
		const cipher = cryptBlock(roundKeys(key), key);
		expect(toHex(cipher)).toBe('681edf34d206965e86b3e94f536e4246');
		expect(toHex(cryptBlock(roundKeys(key).reverse(), cipher))).toBe(toHex(key));
	});

	it.skipIf(!long)('follows the second example: a million times over itself (only with SHIPEI_LONG_TESTS=1)', () => {
		const keys = roundKeys(key);
		let block: Uint8Array = key;
		for (let round = 0; round < 1_000_000; round++) block = cryptBlock(keys, block);
		expect(toHex(block)).toBe('595298c7c6fd271f0402f804c33d3f66');
	});

	it.skipIf(!getCiphers().includes('sm4-cbc'))('in CBC equals the runtime’s own SM4', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 100 }), fc.uint8Array({ minLength: 16, maxLength: 16 }), (plain, iv) => {
				const cipher = createCipheriv('sm4-cbc', key, iv);
				const expected = Buffer.concat([cipher.update(plain), cipher.final()]);
				expect(toHex(encryptSm4Cbc(key, iv, plain))).toBe(expected.toString('hex'));
				expect(decryptSm4Cbc(key, iv, expected)).toEqual(plain);
			}),
		);
	});

	it('in CBC refuses wrong lengths and wrong padding', () => {
		const iv = new Uint8Array(16);
		expect(decryptSm4Cbc(key, iv, new Uint8Array(0))).toBeUndefined();
		expect(decryptSm4Cbc(key, iv, new Uint8Array(15))).toBeUndefined();
		expect(decryptSm4Cbc(key, iv, encryptSm4Cbc(key, iv, new Uint8Array(16)).subarray(0, 16))).toBeUndefined();
	});
});
