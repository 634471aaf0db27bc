import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../../engine/crypto/bytes/base64.ts';
import { fromHex, toHex } from '../../../../engine/crypto/bytes/hex.ts';

describe('base64', () => {
	it('equals the runtime’s own both ways', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
				const text = Buffer.from(bytes).toString('base64');
				expect(toBase64(bytes)).toBe(text);
				expect(fromBase64(text)).toEqual(bytes);
			}),
		);
		const large = new Uint8Array(200_001).map((_, at) => at);
		expect(fromBase64(toBase64(large))).toEqual(large);
	});

	it('has one accepted spelling only: whatever is accepted encodes to the same text again', () => {
		const letters = fc.array(fc.constantFrom(...'ABab01+/=-_ \n'), { maxLength: 12 });
		fc.assert(
			fc.property(letters, (text) => {
				const bytes = fromBase64(text.join(''));
				if (bytes !== undefined) expect(toBase64(bytes)).toBe(text.join(''));
			}),
			{ numRuns: 20_000 },
		);
	});

	it.each(['QQ', 'QQ=', 'QR==', 'QUJ=', 'Q===', '====', 'QQ==QQ==', 'QU JD', '-_-_', 'ÄÄÄÄ'])('refuses %j', (text) => {
		expect(fromBase64(text)).toBeUndefined();
	});
});

describe('hexadecimal', () => {
	it('is lower case only, and whole bytes', () => {
		expect(fromHex(toHex(Uint8Array.of(0, 171, 255)))).toEqual(Uint8Array.of(0, 171, 255));
		expect(['AB', 'a', '0g', ' 00'].map(fromHex)).toEqual([undefined, undefined, undefined, undefined]);
	});
});
