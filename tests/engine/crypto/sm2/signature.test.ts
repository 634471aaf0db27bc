import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSignature, encodeSignature } from '../../../../engine/crypto/sm2/signature.ts';

const number = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n });

describe('the DER form of an SM2 signature', () => {
	it('comes back as the two numbers that went in', () => {
		fc.assert(
			fc.property(number, number, (r, s) => {
				expect(decodeSignature(encodeSignature({ r, s }))).toEqual({ r, s });
			}),
		);
	});

	it('has one accepted spelling only: whatever is accepted encodes to the same bytes again', () => {
		const valid = encodeSignature({ r: 2n ** 255n + 5n, s: 127n });
		fc.assert(
			fc.property(fc.nat(valid.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
				const bytes = cut ? valid.slice(0, at) : valid.with(at, byte);
				const read = decodeSignature(bytes);
				if (read !== undefined) expect(encodeSignature(read)).toEqual(bytes);
			}),
			{ numRuns: 5000 },
		);
	});

	it.each([
		['a trailing byte', '30060201050201070a'],
		['a trailing byte inside', '300702010502010700'],
		['a long-form length', '3081060201050201 07'],
		['a padded integer', '300702020005020107'],
		['a negative integer', '3006020185020107'],
		['an empty integer', '3005020002020107'],
		['a missing integer', '3003020105'],
		['a third integer', '3009020105020107020101'],
		['no bytes', ''],
	])('is refused with %s', (_, hex) => {
		expect(decodeSignature(Buffer.from(hex.replace(' ', ''), 'hex'))).toBeUndefined();
	});
});
