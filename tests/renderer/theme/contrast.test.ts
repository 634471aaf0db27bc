import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// WCAG 2.2, 1.4.3 and 1.4.6, from the colours that the page really uses: every word colour on every ground it stands on.
const css = readFileSync('renderer/theme/page.css', 'utf8');
const logCss = readFileSync('renderer/log/log.css', 'utf8');
const light = tokensOf(css, ':root');
const dark = { ...light, ...tokensOf(css, ':root[data-theme="dark"]') };

const STATUSES = ['passed', 'warned', 'failed', 'errored', 'timedOut', 'skipped', 'running', 'interrupted'];
const NORMAL_TEXT = 4.5;
const BODY_TEXT = 7;

describe.each([
	['light', light],
	['dark', dark],
] as const)('in the %s theme', (theme, tokens) => {
	const grounds = ['page', 'surface', 'sunken'].map((name) => colourOf(tokens, name));

	it('body text has a contrast of seven to one on every ground', () => {
		for (const ground of grounds) expect(contrast(colourOf(tokens, 'text'), ground)).toBeGreaterThanOrEqual(BODY_TEXT);
	});

	it.each([...STATUSES, 'muted', 'accent'])('%s can be read on every ground', (name) => {
		for (const ground of grounds) expect(contrast(colourOf(tokens, name), ground)).toBeGreaterThanOrEqual(NORMAL_TEXT);
	});

	it.each(['passed', 'warned', 'failed', 'errored', 'accent'])('%s can be read on its own soft ground', (name) => {
		expect(contrast(colourOf(tokens, name), colourOf(tokens, `${name}-soft`))).toBeGreaterThanOrEqual(NORMAL_TEXT);
	});

	it('the sixteen colours of terminals can be read, on marked lines and hits too', () => {
		for (let colour = 0; colour < 16; colour += 1) {
			const selector = `${theme === 'dark' ? '[data-theme="dark"] ' : ''}.ansi-${colour}`;
			for (const ground of ['surface', 'mark', 'accent-soft'])
				expect(
					contrast(ansiColour(selector), colourOf(tokens, ground)),
					`${selector} on ${ground}`,
				).toBeGreaterThanOrEqual(NORMAL_TEXT);
		}
	});
});

it('knows the contrast of black and white, and would see a pale grey fail', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
	expect(contrast('#aaaaaa', '#ffffff')).toBeLessThan(NORMAL_TEXT);
	// As computed in the design for the same pair.
	expect(contrast('#1a6b3c', '#ffffff')).toBeCloseTo(6.5, 1);
});

function tokensOf(text: string, selector: string): Record<string, string> {
	const block = text.slice(text.indexOf(`${selector} {`));
	const body = block.slice(0, block.indexOf('}'));
	return Object.fromEntries(
		[...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gu)].map(([, name, value]) => [name, value]),
	);
}

function colourOf(tokens: Record<string, string>, name: string): string {
	const colour = tokens[name];
	if (colour === undefined) throw new Error(`page.css has no colour --${name}`);
	return colour;
}

function ansiColour(selector: string): string {
	const lines = logCss.split('\n');
	const at = lines.findIndex((line) => line === `${selector},` || line === `${selector} {`);
	const colour = lines
		.slice(at, at + 4)
		.join(' ')
		.match(/color:\s*(#[0-9a-f]{6})/u)?.[1];
	if (at === -1 || colour === undefined) throw new Error(`log.css has no colour for ${selector}`);
	return colour;
}

/** WCAG 2.2, “contrast ratio”: (L1 + 0.05) / (L2 + 0.05). */
function contrast(one: string, other: string): number {
	const [a, b] = [luminance(one), luminance(other)];
	return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5]
		.map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
