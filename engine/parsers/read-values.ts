import type { Parser } from '../../contract/plan.ts';
import { type RegexHit, type Span, searchAll } from './bounded-regex.ts';
import { parsePath } from './json-path.ts';
import { locateJson } from './locate-json.ts';
import { decodeOutput } from './output-text.ts';
import { pickCells } from './pick-cells.ts';
import { csvRows, tableRows } from './rows.ts';
import { scanXml } from './scan-xml.ts';
import { locateXml, parseXmlPath } from './xml-path.ts';

/** A text that was read out of an output, and the bytes where it stands. */
export interface ReadValue {
	readonly text: string;
	readonly byteFrom: number;
	readonly byteTo: number;
}

/**
 * `problem` means the parser could not be applied: bad-parser and too-slow are the suite's fault, not-json, not-xml,
 * no-column and too-long lie in the output. An empty list means that it could, and nothing was there.
 */
export type ReadAnswer =
	| { readonly values: readonly ReadValue[] }
	| {
			readonly problem: 'bad-parser' | 'too-slow' | 'too-long' | 'not-json' | 'not-xml' | 'no-column';
			readonly detail: string;
	  };

/** Reads what a parser asks for out of the bytes of an output. */
export function readValues(parser: Parser, bytes: Uint8Array): ReadAnswer {
	const output = decodeOutput(bytes);
	const spans = spansOf(parser, output.text);
	if ('problem' in spans) return spans;
	return {
		values: spans.spans.map(({ text, from, to }) => ({
			text,
			byteFrom: output.byteAt(from),
			byteTo: output.byteAt(to),
		})),
	};
}

type Spans = { readonly spans: readonly Span[] } | Extract<ReadAnswer, { problem: string }>;

function spansOf(parser: Parser, text: string): Spans {
	if ('regex' in parser) return regexSpans(parser, text);
	if ('json' in parser) return jsonSpans(parser.json, text);
	if ('xml' in parser) return xmlSpans(parser.xml, text);
	const cells =
		'csv' in parser
			? pickCells(csvRows(text, parser.csv.separator ?? ','), parser.csv)
			: pickCells(tableRows(text), parser.table);
	return cells === null ? { problem: 'no-column', detail: text.slice(0, 200) } : { spans: cells };
}

function regexSpans(parser: Extract<Parser, { regex: string }>, text: string): Spans {
	const answer = searchAll(parser.regex, parser.flags ?? '', text);
	if ('problem' in answer) {
		return { problem: answer.problem === 'invalid' ? 'bad-parser' : answer.problem, detail: parser.regex };
	}
	return { spans: answer.hits.flatMap((hit) => groupOf(hit, parser.group) ?? []) };
}

/** The group asked for, else the first one, else the whole match. */
function groupOf(hit: RegexHit, group: number | string | undefined): Span | undefined {
	if (typeof group === 'string') return hit.named[group];
	return group === undefined ? hit.groups[hit.groups.length > 1 ? 1 : 0] : hit.groups[group];
}

function jsonSpans(path: string, text: string): Spans {
	const segments = parsePath(path);
	if (segments === null) return { problem: 'bad-parser', detail: path };
	const from = jsonStart(text);
	if (from === null) return { problem: 'not-json', detail: text.slice(0, 200) };
	const hits = locateJson(text.slice(from), segments);
	return {
		spans: hits.map(({ value, from: start, to }) => ({
			text: typeof value === 'string' ? value : JSON.stringify(value),
			from: from + start,
			to: from + to,
		})),
	};
}

/** Where the JSON begins: at the start or, when tools print notes before it, at the first line with a bracket. */
export function jsonStart(text: string): number | null {
	const bracket = /^[ \t]*[[{]/mu.exec(text);
	for (const from of new Set([0, bracket?.index ?? 0]))
		if (isJson(text.slice(from).replace(/^\uFEFF/u, ''))) return from;
	return null;
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		// Not JSON: that is the answer.
		return false;
	}
}

function xmlSpans(path: string, text: string): Spans {
	const parsed = parseXmlPath(path);
	if (parsed === null) return { problem: 'bad-parser', detail: path };
	const root = scanXml(text);
	if ('problem' in root) return { problem: 'not-xml', detail: root.problem };
	return { spans: locateXml(root, parsed) };
}
