import type { Ink } from '../chart/drawing.ts';
import type { Tone } from '../content/block.ts';

/** On white paper, contrast of 6.4 and more; a photocopy keeps the word. */
export const TONE_COLOURS: Readonly<Record<Tone, string>> = {
	passed: '#1a6b3c',
	warned: '#8a5200',
	failed: '#b3261e',
	errored: '#7a2e8e',
	timedOut: '#7d4e00',
	skipped: '#57606a',
	interrupted: '#5a4a3a',
};

const INKS: Readonly<Record<Ink, string>> = { mark: '#0b5cad', line: '#1b2229', faint: '#9aa4ae', band: '#d5e5f6' };

/** The SVG attributes of an ink on paper. */
export function paperInk(ink: Ink, hollow: boolean): string {
	return hollow ? `fill="#ffffff" stroke="${INKS[ink]}" stroke-width="1.5"` : `fill="${INKS[ink]}"`;
}
