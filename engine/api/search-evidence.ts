import { TextDecoder } from 'node:util';
import { ShipeiError } from '../../contract/errors.ts';
import type { Checked, Output } from '../../contract/methods.ts';

type Query = Pick<Checked<'evidence.search'>, 'pattern' | 'regex' | 'caseSensitive' | 'encoding'>;
type Result = Output<'evidence.search'>;

const MOST_HITS = 10_000;
const LONGEST_LINE = 64 * 1024;

/** Searches bytes line by line; only the line at hand is in memory. Offsets are bytes; in encodings other than UTF-8 a hit is its whole line. */
export async function searchEvidence(chunks: AsyncIterable<Uint8Array>, query: Query): Promise<Result> {
	const pattern = patternOf(query);
	const decoder = decoderOf(query.encoding);
	const hits: Result['hits'] = [];
	let line = 0;
	for await (const { bytes, from } of linesOf(chunks)) {
		line += 1;
		const text = decoder.decode(bytes);
		for (const match of text.matchAll(pattern)) {
			if (hits.length === MOST_HITS) return { hits, more: true };
			hits.push({ ...placeOf(match, text, from, bytes.length, query.encoding), line });
			if (query.encoding !== 'utf-8') break;
		}
	}
	return { hits, more: false };
}

function patternOf({ pattern, regex, caseSensitive }: Query): RegExp {
	try {
		return new RegExp(regex ? pattern : RegExp.escape(pattern), caseSensitive ? 'gu' : 'giu');
	} catch (error) {
		throw new ShipeiError('call.bad-input', {
			method: 'evidence.search',
			problems: error instanceof Error ? error.message : pattern,
		});
	}
}

function decoderOf(encoding: string): TextDecoder {
	try {
		return new TextDecoder(encoding, { ignoreBOM: true });
	} catch {
		throw new ShipeiError('call.bad-input', { method: 'evidence.search', problems: `encoding: ${encoding}` });
	}
}

function placeOf(
	match: RegExpExecArray,
	text: string,
	from: number,
	length: number,
	encoding: string,
): { from: number; to: number } {
	if (encoding !== 'utf-8') return { from, to: from + length };
	const start = from + Buffer.byteLength(text.slice(0, match.index));
	return { from: start, to: start + Buffer.byteLength(match[0]) };
}

// Line feeds are the same byte in UTF-8, GB18030 and Big5 (never a trailing byte there). An endless line is cut into pieces.
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncIterable<{ bytes: Uint8Array; from: number }> {
	let rest = new Uint8Array();
	let from = 0;
	for await (const chunk of chunks) {
		const bytes: Uint8Array = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		let start = 0;
		for (;;) {
			const feed = bytes.indexOf(0x0a, start);
			const end = feed === -1 ? (bytes.length - start > LONGEST_LINE ? start + LONGEST_LINE : -1) : feed;
			if (end === -1) break;
			yield { bytes: bytes.subarray(start, end), from: from + start };
			start = feed === -1 ? end : end + 1;
		}
		rest = bytes.slice(start);
		from += start;
	}
	if (rest.length > 0) yield { bytes: rest, from };
}
