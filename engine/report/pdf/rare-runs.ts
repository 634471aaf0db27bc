import type { Content } from 'pdfmake/interfaces.js';

type Node = Record<string, unknown>;

/** The name of the font of this machine that helps out, as pdfmake knows it. */
export const RARE = 'Rare';

/**
 * The same content with every character that only the font of this machine draws set in that font. pdfmake takes one font
 * a piece of text, so such a text becomes pieces.
 */
export function withRareRuns<Any extends Content>(content: Any, isRare: (character: string) => boolean): Any {
	return nodeWithRuns(content, isRare) as Any;
}

function nodeWithRuns(node: unknown, isRare: (character: string) => boolean): unknown {
	if (typeof node === 'string') return hasRare(node, isRare) ? { text: runsOf(node, {}, isRare) } : node;
	if (Array.isArray(node)) return node.map((one) => nodeWithRuns(one, isRare));
	if (node === null || typeof node !== 'object' || Object.getPrototypeOf(node) !== Object.prototype) return node;
	const parts = Object.entries(node).map(([key, value]) => [key, partWithRuns(key, value, isRare)]);
	return Object.fromEntries(parts);
}

function partWithRuns(key: string, value: unknown, isRare: (character: string) => boolean): unknown {
	if (key === 'text') return textWithRuns(value, isRare);
	if (key === 'table') return { ...(value as Node), body: nodeWithRuns((value as Node).body, isRare) };
	return ['stack', 'columns', 'ul', 'ol'].includes(key) ? nodeWithRuns(value, isRare) : value;
}

// Pieces inside a text stay side by side: pdfmake forgets the look of a piece that holds pieces itself.
function textWithRuns(text: unknown, isRare: (character: string) => boolean): unknown {
	if (typeof text === 'string') return hasRare(text, isRare) ? runsOf(text, {}, isRare) : text;
	if (!Array.isArray(text)) return text;
	return text.flatMap((piece: string | Node): (string | Node)[] => {
		const { text: inner, ...look } = typeof piece === 'string' ? { text: piece } : piece;
		return typeof inner === 'string' && hasRare(inner, isRare) ? runsOf(inner, look, isRare) : [piece];
	});
}

function hasRare(text: string, isRare: (character: string) => boolean): boolean {
	return Array.from(text).some(isRare);
}

function runsOf(text: string, look: Node, isRare: (character: string) => boolean): Node[] {
	const runs: { text: string; rare: boolean }[] = [];
	for (const character of text) {
		const rare = isRare(character);
		const last = runs.at(-1);
		if (last?.rare === rare) last.text += character;
		else runs.push({ text: character, rare });
	}
	return runs.map((run) => ({ ...look, text: run.text, ...(run.rare ? { font: RARE } : {}) }));
}
