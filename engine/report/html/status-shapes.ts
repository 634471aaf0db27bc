import type { Tone } from '../content/block.ts';

/** One shape for every status, in a box of 16: told apart without colour, drawn because few fonts have such signs. */
const SHAPES: Readonly<Record<Tone, string>> = {
	passed: '<path d="M2 8.6 6.2 13 14 3.8 12.2 2.2 6.1 9.6 3.7 6.9z"/>',
	warned: '<path d="M8 1 15.5 15h-15zM7.2 6v4.6h1.6V6zm0 5.8v1.6h1.6v-1.6z"/>',
	failed: '<path d="M3.4 1.8 1.8 3.4 6.4 8l-4.6 4.6 1.6 1.6L8 9.6l4.6 4.6 1.6-1.6L9.6 8l4.6-4.6-1.6-1.6L8 6.4z"/>',
	errored: '<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5zm2.1 2.6v6h1.8v-6zm0 7.2v1.8h1.8v-1.8z"/>',
	timedOut: '<path d="M3 1h10v3L9.4 8l3.6 4v3H3v-3l3.6-4L3 4z"/>',
	skipped: '<path d="M1 7h14v2H1z"/>',
	interrupted: '<path d="M3 2h4v12H3zm6 0h4v12H9z"/>',
};

/** The shapes as SVG symbols, once in the page. */
export function statusSymbols(): string {
	const symbols = Object.entries(SHAPES).map(
		([tone, path]) => `<symbol id="g-${tone}" viewBox="0 0 16 16">${path}</symbol>`,
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0" aria-hidden="true">${symbols.join('')}</svg>`;
}
