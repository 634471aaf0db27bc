import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleText } from '../../contract/visible-text.ts';

/** Any code points, halves of surrogate pairs included. */
const anyText = fc.array(fc.nat(0x10ffff), { maxLength: 40 }).map((points) => String.fromCodePoint(...points));

describe('visibleText', () => {
	it('writes a right-to-left override as its code point instead of letting it turn the line', () => {
		expect(visibleText('通过\u202E过通不')).toBe('通过〔U+202E〕过通不');
	});

	it('writes controls, zero-width characters, noncharacters and lone surrogates as their code points', () => {
		expect(visibleText('a\u0000b\u200Bc\uFFFEd\uD800e')).toBe('a〔U+0000〕b〔U+200B〕c〔U+FFFE〕d〔U+D800〕e');
	});

	it('leaves Chinese, rare characters outside the basic plane and accents as they are', () => {
		expect(visibleText('银河麒麟 㐂䶮𠮷 café')).toBe('银河麒麟 㐂䶮𠮷 café');
	});

	it('leaves nothing behind that XML 1.0 forbids or that turns the direction, whatever it is given', () => {
		const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069\p{Cs}]/u;
		fc.assert(fc.property(anyText, (text) => !forbidden.test(visibleText(text))));
	});
});
