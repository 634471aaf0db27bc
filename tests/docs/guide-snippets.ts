import { readFileSync } from 'node:fs';

/** A fenced block of a page: its language, what stands behind that, and its text. */
export interface Snippet {
	readonly language: string;
	readonly line: number;
	readonly attributes: Readonly<Record<string, string>>;
	readonly text: string;
}

export function snippetsOf(page: string): Snippet[] {
	const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
	return Array.from(text.matchAll(/^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gmu), (found) => {
		const [, language = '', rest = '', body = ''] = found;
		return {
			language,
			line: text.slice(0, found.index).split('\n').length,
			attributes: attributesOf(rest),
			text: body,
		};
	});
}

function attributesOf(text: string): Record<string, string> {
	const pairs = Array.from(text.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/gu), ([, name = '', quoted, plain]) => [
		name,
		quoted ?? plain ?? '',
	]);
	return Object.fromEntries(pairs) as Record<string, string>;
}

/** `results="one passed, two failed"` as pairs. */
export function resultsOf({ attributes }: Snippet): [name: string, result: string][] {
	return (attributes['results'] ?? '').split(', ').map((pair) => {
		const space = pair.lastIndexOf(' ');
		return [pair.slice(0, space), pair.slice(space + 1)];
	});
}
