import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../../../engine/crypto/bytes/hex.ts';
import { hmacSm3 } from '../../../../engine/crypto/hash/hmac-sm3.ts';
import { createDigest, digestBytes } from '../../../../engine/crypto/hash/node-digest.ts';
import { hasNativeSm3, nodeHashes } from '../../../../engine/crypto/hash/node-hashes.ts';
import { portableHashes } from '../../../../engine/crypto/hash/portable-hashes.ts';
import { createSm3, sm3 } from '../../../../engine/crypto/hash/sm3.ts';

const bytes = (text: string) => Buffer.from(text);
const long = process.env.SHIPEI_LONG_TESTS === '1';

describe('SM3', () => {
	it.each([
		['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
		['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
		['a'.repeat(1_000_000), 'c8aaf89429554029e231941a2acc0ad61ff2a5acd8fadd25847a3a732b3b02c3'],
	])('gives the digest that GB/T 32905-2016 prints (%#)', (message, digest) => {
		expect(toHex(sm3(bytes(message)))).toBe(digest);
	});

	it.skipIf(!hasNativeSm3)('equals the runtime’s own SM3 at every length from 0 to 300', () => {
		for (let length = 0; length <= 300; length++) {
			const message = Buffer.alloc(length, length);
			expect(toHex(sm3(message))).toBe(createHash('sm3').update(message).digest('hex'));
		}
	});

	it('does not depend on how the bytes are cut into chunks', () => {
		fc.assert(
			fc.property(fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 8 }), (chunks) => {
				const hasher = createSm3();
				for (const chunk of chunks) hasher.update(chunk);
				expect(toHex(hasher.digest())).toBe(toHex(sm3(Buffer.concat(chunks))));
			}),
		);
	});

	it.skipIf(!long)('counts the bits of more than 512 MiB (only with SHIPEI_LONG_TESTS=1)', () => {
		const chunk = Buffer.alloc(1 << 24, 7);
		const [ours, theirs] = [createSm3(), nodeHashes(false).sm3()];
		for (let count = 0; count < 33; count++) {
			ours.update(chunk);
			theirs.update(chunk);
		}
		expect(toHex(ours.digest())).toBe(toHex(theirs.digest()));
	});

	it.skipIf(!hasNativeSm3)('makes the same HMAC as the runtime', async () => {
		const { createHmac } = await import('node:crypto');
		for (const length of [0, 1, 63, 64, 65, 200]) {
			const key = Buffer.alloc(length, 3);
			expect(toHex(hmacSm3(key, bytes('one'), bytes('two')))).toBe(
				createHmac('sm3', key).update('onetwo').digest('hex'),
			);
		}
	});
});

describe('the two digests of everything', () => {
	it('are the same with the runtime’s hashes, with ours forced, and with TypeScript only', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 5000 }), (message) => {
				const all = [nodeHashes(false), nodeHashes(true), portableHashes].map((hashes) =>
					[hashes.sha256(), hashes.sm3()].map((hasher) => {
						hasher.update(message);
						return toHex(hasher.digest());
					}),
				);
				expect(all[1]).toEqual(all[0]);
				expect(all[2]).toEqual(all[0]);
			}),
			{ numRuns: 50 },
		);
	});

	it('are SHA-256 and SM3 in lower-case hexadecimal', () => {
		expect(digestBytes(bytes('abc'))).toEqual({
			sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
			sm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
		});
	});

	it('are taken over a stream in one pass', () => {
		const digest = createDigest();
		digest.update(bytes('a'));
		digest.update(bytes('bc'));
		expect(digest.digest()).toEqual(digestBytes(bytes('abc')));
	});
});
