import { TextDecoder } from 'node:util';
import { ShipeiError } from '../../contract/errors.ts';
import type { Checked, Output } from '../../contract/methods.ts';
import { withinTime } from '../parsers/index.ts';
import { excerptOf } from './hit-excerpt.ts';

type Query = Omit<Checked<'evidence.search'>, 'sha256'>;
type Result = Output<'evidence.search'>;

const MOST_HITS = 10_000;
const LONGEST_LINE = 64 * 1024;
/** For a pattern on one piece of the file, a megabyte or so. */
const LONGEST_MS = 1000;
const LINE_FEED = 0x0a;

/**
 * Searches bytes line by line; only a piece of the file is in memory. Offsets are bytes; in encodings other than UTF-8 a
 * hit is its whole line. Pieces in which nothing can be found are passed over whole: a gigabyte takes seconds.
 */
export async function searchEvidence(chunks: AsyncIterable<Uint8Array>, query: Query): Promise<Result> {
	const pattern = patternOf(query);
	const decoder = decoderOf(query.encoding);
	const hits: Result['hits'] = [];
	let line = 1;
	for await (const piece of piecesOf(chunks)) {
		if (!query.regex && !decoder.decode(piece.bytes).match(pattern)) {
			line += countFeeds(piece.bytes);
			continue;
		}
		const found = withinTime(LONGEST_MS, () => hitsIn(piece, line, pattern, decoder, query.encoding));
		// Whoever else asks the engine for something waits for a pattern that backtracks without end.
		if (found === null) throw new ShipeiError('call.pattern-too-slow', { pattern: query.pattern });
		hits.push(...found.value.hits.slice(0, MOST_HITS - hits.length + 1));
		if (hits.length > MOST_HITS) return { hits: hits.slice(0, MOST_HITS), more: true };
		line = found.value.line;
	}
	return { hits, more: false };
}

/** The hits in whole lines of which the first has the number `line`; at most one more than are ever listed. */
function hitsIn(piece: Piece, first: number, pattern: RegExp, decoder: TextDecoder, encoding: string) {
	const hits: Result['hits'] = [];
	let line = first;
	for (const { bytes, from, ends } of linesOf(piece)) {
		const text = decoder.decode(bytes);
		for (const match of text.matchAll(pattern)) {
			if (hits.length > MOST_HITS) return { hits, line };
			const excerpt = excerptOf(text, match.index, match[0].length);
			hits.push({ ...placeOf(match, text, from, bytes.length, encoding), line, excerpt });
			if (encoding !== 'utf-8') break;
		}
		// Parts of one endless line have one number.
		if (ends) line += 1;
	}
	return { hits, line };
}

function patternOf({ pattern, regex, caseSensitive, wholeWord }: Query): RegExp {
	const source = regex ? pattern : RegExp.escape(pattern);
	// Not \b: that knows only Latin words, and Chinese ones would never begin or end.
	const whole = wholeWord ? `(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])` : source;
	try {
		return new RegExp(whole, caseSensitive ? 'gu' : 'giu');
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

interface Piece {
	readonly bytes: Uint8Array;
	/** Byte offset in the whole file. */
	readonly from: number;
}

/** Pieces of whole lines, as they are read. Of a line that does not end what is there comes when it grew too long. */
async function* piecesOf(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Piece> {
	let rest: Uint8Array = new Uint8Array();
	let from = 0;
	for await (const chunk of chunks) {
		const bytes: Uint8Array = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		const last = bytes.lastIndexOf(LINE_FEED);
		const end = last === -1 && bytes.length > LONGEST_LINE ? bytes.length : last + 1;
		if (end > 0) yield { bytes: bytes.subarray(0, end), from };
		rest = bytes.slice(end);
		from += end;
	}
	if (rest.length > 0) yield { bytes: rest, from };
}

/** Line feeds are the same byte in UTF-8, GB18030 and Big5, never a part of a character. An endless line is cut. */
function* linesOf({ bytes, from }: Piece): Iterable<Piece & { readonly ends: boolean }> {
	for (let start = 0; start < bytes.length; ) {
		const feed = bytes.indexOf(LINE_FEED, start);
		const end = Math.min(feed === -1 ? bytes.length : feed, start + LONGEST_LINE);
		const ends = end === feed;
		yield { bytes: bytes.subarray(start, end), from: from + start, ends };
		start = ends ? end + 1 : end;
	}
}

function countFeeds(bytes: Uint8Array): number {
	let count = 0;
	for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
	return count;
}
