import type { Span } from './bounded-regex.ts';

export interface XmlElement {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, Span>;
	readonly children: XmlElement[];
	/** Text directly and indirectly inside, in order. */
	readonly texts: Span[];
	readonly from: number;
}

export interface XmlProblem {
	readonly problem: string;
	readonly at: number;
}

const MAX_DEPTH = 500;
const NAME = /[^\s/>=<"'&]+/uy;
const ATTRIBUTE = /\s+([^\s/>=<"'&]+)\s*=\s*("[^"<]*"|'[^'<]*')/uy;

/**
 * Reads an XML text into a tree that knows where everything stands. Well-formed as far as results of test tools are:
 * names, attributes, text, CDATA, comments, processing instructions. A document type is refused: nothing that a test
 * tool prints needs one, and entities that it would declare are how readers get blown up.
 */
export function scanXml(text: string): XmlElement | XmlProblem {
	const root: XmlElement = { name: '', attributes: new Map(), children: [], texts: [], from: 0 };
	const open: XmlElement[] = [root];
	let at = text.startsWith('\uFEFF') ? 1 : 0;
	while (at < text.length) {
		const top = open.at(-1) ?? root;
		if (text[at] !== '<') {
			const to = indexOr(text, '<', at);
			addText(open, { text: unescapeXml(text.slice(at, to)), from: at, to });
			at = to;
		} else if (text.startsWith('<!--', at)) at = indexOr(text, '-->', at + 4) + 3;
		else if (text.startsWith('<![CDATA[', at)) {
			const to = indexOr(text, ']]>', at);
			addText(open, { text: text.slice(at + 9, to), from: at + 9, to });
			at = to + 3;
		} else if (text.startsWith('<?', at)) at = indexOr(text, '?>', at) + 2;
		else if (text.startsWith('<!', at)) return { problem: 'a document type', at };
		else if (text.startsWith('</', at)) {
			const name = match(NAME, text, at + 2);
			if (open.length < 2 || name !== top.name) return { problem: `</${name}> where </${top.name}> was due`, at };
			open.pop();
			at = indexOr(text, '>', at) + 1;
		} else {
			const tag = readTag(text, at);
			if (tag === null) return { problem: 'a tag that is none', at };
			top.children.push(tag.element);
			if (!tag.closed) open.push(tag.element);
			if (open.length > MAX_DEPTH) return { problem: `more than ${MAX_DEPTH} levels`, at };
			at = tag.next;
		}
	}
	if (open.length > 1) return { problem: `<${open.at(-1)?.name}> is not closed`, at };
	return root.children.length === 1 ? root : { problem: `${root.children.length} root elements`, at: 0 };
}

function readTag(text: string, from: number): { element: XmlElement; closed: boolean; next: number } | null {
	const name = match(NAME, text, from + 1);
	if (name === '') return null;
	let at = from + 1 + name.length;
	const attributes = new Map<string, Span>();
	for (;;) {
		ATTRIBUTE.lastIndex = at;
		const found = ATTRIBUTE.exec(text);
		if (found === null) break;
		const [whole, key = '', quoted = ''] = found;
		at += whole.length;
		const value = { text: unescapeXml(quoted.slice(1, -1)), from: at - quoted.length + 1, to: at - 1 };
		attributes.set(key, value);
	}
	const end = /\s*(\/?)>/uy;
	end.lastIndex = at;
	const closing = end.exec(text);
	if (closing === null) return null;
	const element = { name, attributes, children: [], texts: [], from };
	return { element, closed: closing[1] === '/', next: at + closing[0].length };
}

function addText(open: readonly XmlElement[], span: Span): void {
	for (const element of open) element.texts.push(span);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/giu, (whole, decimal, hex, name) => {
		if (name !== undefined) return ENTITIES[String(name)] ?? whole;
		const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}

function indexOr(text: string, what: string, from: number): number {
	const index = text.indexOf(what, from);
	return index < 0 ? text.length : index;
}

function match(pattern: RegExp, text: string, at: number): string {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0] ?? '';
}
