import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../engine/crypto/json/canonical-json.ts';
import { parseStrictJson } from '../../../../engine/crypto/json/strict-json.ts';

const read = (text: string) => parseStrictJson(Buffer.from(text));

describe('the strict JSON reader', () => {
	it('reads what JSON.stringify writes', () => {
		fc.assert(
			fc.property(fc.jsonValue({ noUnicodeString: false, maxDepth: 5 }), (value) => {
				const text = JSON.stringify(value);
				const answer = read(text);
				if ('value' in answer) expect(JSON.stringify(answer.value)).toBe(text);
				else expect(answer.problem).toMatch(/range|surrogate|__proto__/u);
			}),
			{ numRuns: 150 },
		);
	});

	it('accepts only what JSON.parse accepts too, and reads it the same', () => {
		const texts = fc.array(
			fc.constantFrom(...'{}[]",:\\u0019tnrueflas.eE+- \t', 'true', 'null', '"a"', '"b":', '1.5'),
			{
				maxLength: 14,
			},
		);
		fc.assert(
			fc.property(texts, (pieces) => {
				const answer = read(pieces.join(''));
				if ('value' in answer) expect(answer.value).toEqual(JSON.parse(pieces.join('')));
			}),
			{ numRuns: 10_000 },
		);
	});

	it.each([
		['a key twice', '{"a":1,"a":2}'],
		['a key twice, once escaped', '{"a":1,"\\u0061":2}'],
		['a huge number', '{"a":1e999}'],
		['an integer that a double cannot hold', '9007199254740993'],
		['minus zero', '-0'],
		['a number of endless digits', `0.${'1'.repeat(100)}`],
		['a leading zero', '01'],
		['a plus sign', '+1'],
		['a lone surrogate', '"\\ud800"'],
		['a control character', '"\u0001"'],
		['an unknown escape', '"\\x41"'],
		['the prototype key', '{"__proto__":{}}'],
		['a trailing comma', '[1,]'],
		['a comment', '[1/**/]'],
		['two values', '1 2'],
		['a byte-order mark', '\ufeff1'],
		['nothing', ''],
		['NaN', 'NaN'],
		['a number of twelve million digits', '1'.repeat(12_000_000)],
		['a fraction of twelve million digits', `0.${'1'.repeat(12_000_000)}`],
		['a string of twelve million characters', `"${'备'.repeat(12_000_000)}"`],
		['twelve million spaces and nothing else', ' '.repeat(12_000_000)],
		['nesting of 100 000 levels', '['.repeat(100_000)],
		['nesting just beyond the limit', `${'['.repeat(66)}${']'.repeat(66)}`],
	])('refuses %s', (_, text) => {
		expect(read(text)).toHaveProperty('problem');
	});

	it('reads long strings where they are allowed', () => {
		const text = '备'.repeat(2_000_000);
		expect(parseStrictJson(Buffer.from(`"${text}"`), Number.POSITIVE_INFINITY)).toEqual({ value: text });
	});

	it('refuses bytes that are not well-formed UTF-8', () => {
		expect(parseStrictJson(Uint8Array.of(0x22, 0xc0, 0x80, 0x22))).toEqual({ problem: 'not well-formed UTF-8', at: 0 });
	});
});

describe('canonical JSON', () => {
	it('sorts keys by UTF-16 units and writes numbers as RFC 8785 says', () => {
		const value = { '\u20ac': 1, '\r': 2, '1': 1e-7, '\ufb33': 4.5, '😀': 1 / 3, a: undefined };
		expect(Buffer.from(canonicalJson(value)).toString()).toBe(
			'{"\\r":2,"1":1e-7,"\u20ac":1,"😀":0.3333333333333333,"\ufb33":4.5}',
		);
	});

	it.each([[Number.NaN], [2 ** 53], ['\ud800'], [undefined]])('refuses %s, which nobody could read back', (value) => {
		expect(() => canonicalJson(value)).toThrow();
	});
});
