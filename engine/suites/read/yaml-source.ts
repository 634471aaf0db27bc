import { isCollection, isMap, isNode, isScalar, LineCounter, type Node, type Pair, parseDocument } from 'yaml';

export interface Place {
	/** 1-based. */
	readonly line: number;
	readonly column: number;
}

export interface YamlProblem extends Place {
	readonly message: string;
}

/** A parsed YAML text that can tell where a value or a key stands. */
export interface YamlSource {
	readonly text: string;
	readonly value: unknown;
	readonly problems: readonly YamlProblem[];
	/** Where the value at a path stands; of its nearest parent when there is none. */
	placeOf(path: readonly PropertyKey[]): Place;
	/** Where the key at the end of a path stands. */
	placeOfKey(path: readonly PropertyKey[]): Place;
}

const MAX_BYTES = 4 * 1024 * 1024;

/** Parses a manifest's text. Aliases are limited, so that a small text cannot become a huge value. */
export function readYaml(text: string): YamlSource {
	const counter = new LineCounter();
	if (text.length > MAX_BYTES) return refused(text, `more than ${MAX_BYTES} bytes`);
	const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, strict: true });
	const problems = [...document.errors, ...document.warnings].map((error) => ({
		...placeAt(counter, error.pos[0]),
		message: error.message,
	}));
	const value = problems.length > 0 ? undefined : plainValue(() => document.toJS({ maxAliasCount: 100 }), problems);
	return {
		text,
		value,
		problems,
		placeOf: (path) => placeAt(counter, offsetOf(document.contents, path)),
		placeOfKey: (path) => placeAt(counter, keyOffset(document.contents, path) ?? offsetOf(document.contents, path)),
	};
}

function refused(text: string, message: string): YamlSource {
	const place = { line: 1, column: 1 };
	return { text, value: undefined, problems: [{ ...place, message }], placeOf: () => place, placeOfKey: () => place };
}

function plainValue(read: () => unknown, problems: YamlProblem[]): unknown {
	try {
		return read();
	} catch (error) {
		problems.push({ line: 1, column: 1, message: (error as Error).message });
		return undefined;
	}
}

function placeAt(counter: LineCounter, offset: number): Place {
	const { line, col } = counter.linePos(offset);
	return { line: Math.max(1, line), column: Math.max(1, col) };
}

function offsetOf(contents: unknown, path: readonly PropertyKey[]): number {
	let node: unknown = contents;
	let offset = startOf(node) ?? 0;
	for (const part of path) {
		node = isCollection(node) ? node.get(part, true) : undefined;
		const start = startOf(node);
		if (start === undefined) return offset;
		offset = start;
	}
	return offset;
}

function keyOffset(contents: unknown, path: readonly PropertyKey[]): number | undefined {
	let node: unknown = contents;
	for (const part of path.slice(0, -1)) node = isCollection(node) ? node.get(part, true) : undefined;
	const last = path.at(-1);
	if (!isMap(node)) return undefined;
	const pair = node.items.find((item) => keyText(item) === String(last));
	return startOf(pair?.key);
}

function keyText({ key }: Pair): string {
	return isScalar(key) ? String(key.value) : String(key);
}

function startOf(node: unknown): number | undefined {
	return isNode(node) ? (node as Node).range?.[0] : undefined;
}
