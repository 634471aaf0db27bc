/** A run of text with one look. Colours are the sixteen of the terminal; the theme says how they look. */
export interface Span {
	readonly text: string;
	readonly colour: number | null;
	readonly background: number | null;
	readonly bold: boolean;
	readonly underline: boolean;
}

export interface AnsiLine {
	readonly spans: readonly Span[];
	/** Control sequences that are not colours: left out of the text, but counted. */
	readonly stripped: number;
}

const SEQUENCE = /\u001b(?:\[([0-?]*)[ -/]*([@-~])|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/gu;
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/gu;

type Look = Omit<Span, 'text'>;
const PLAIN: Look = { colour: null, background: null, bold: false, underline: false };

/** Splits a line at its colour sequences; a progress line that rewrote itself with \r shows its last state. */
export function parseAnsi(line: string): AnsiLine {
	const text = afterReturns(line);
	const spans: Span[] = [];
	let look = PLAIN;
	let stripped = 0;
	let from = 0;
	const add = (piece: string) => {
		const clean = piece.replace(CONTROL, () => {
			stripped += 1;
			return '';
		});
		if (clean !== '') spans.push({ text: clean, ...look });
	};
	for (const match of text.matchAll(SEQUENCE)) {
		add(text.slice(from, match.index));
		from = match.index + match[0].length;
		if (match[2] === 'm') look = nextLook(look, match[1] ?? '');
		else stripped += 1;
	}
	add(text.slice(from));
	return { spans, stripped };
}

function afterReturns(line: string): string {
	const trimmed = line.replace(/\r+$/u, '');
	return trimmed.slice(trimmed.lastIndexOf('\r') + 1);
}

function nextLook(before: Look, codes: string): Look {
	const numbers = codes.split(/[;:]/u).map((code) => (code === '' ? 0 : Number(code)));
	let look = before;
	for (let at = 0; at < numbers.length; at += 1) {
		const code = numbers[at] ?? 0;
		if (code === 38 || code === 48) {
			const [colour, used] = extended(numbers.slice(at + 1));
			look = code === 38 ? { ...look, colour } : { ...look, background: colour };
			at += used;
		} else look = simple(look, code);
	}
	return look;
}

function simple(look: Look, code: number): Look {
	if (code === 0) return PLAIN;
	if (code === 1) return { ...look, bold: true };
	if (code === 22) return { ...look, bold: false };
	if (code === 4) return { ...look, underline: true };
	if (code === 24) return { ...look, underline: false };
	if (code === 39) return { ...look, colour: null };
	if (code === 49) return { ...look, background: null };
	if (code >= 30 && code <= 37) return { ...look, colour: code - 30 };
	if (code >= 90 && code <= 97) return { ...look, colour: code - 82 };
	if (code >= 40 && code <= 47) return { ...look, background: code - 40 };
	if (code >= 100 && code <= 107) return { ...look, background: code - 92 };
	return look;
}

/** 256 and 24-bit colours become the nearest of the sixteen, so that they can be read in either theme. */
function extended(rest: readonly number[]): [colour: number | null, used: number] {
	if (rest[0] === 5) return [of256(rest[1] ?? 0), 2];
	if (rest[0] === 2) return [nearest(rest[1] ?? 0, rest[2] ?? 0, rest[3] ?? 0), 4];
	return [null, 0];
}

function of256(code: number): number {
	if (code < 16) return code;
	if (code >= 232) return code < 244 ? 8 : 7;
	const [r, g, b] = [Math.floor((code - 16) / 36), Math.floor((code - 16) / 6) % 6, (code - 16) % 6];
	return nearest(r * 51, g * 51, b * 51);
}

function nearest(r: number, g: number, b: number): number {
	const high = Math.max(r, g, b);
	if (high < 64) return 0;
	if (high - Math.min(r, g, b) < 40) return high > 180 ? 15 : 8;
	const bit = (value: number, weight: number) => (value > high * 0.6 ? weight : 0);
	return bit(r, 1) + bit(g, 2) + bit(b, 4) + (high > 200 ? 8 : 0);
}
