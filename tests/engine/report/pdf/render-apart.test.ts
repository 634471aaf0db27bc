import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { subsetFont } from '../../../../engine/report/font/subset-font.ts';
import { findFonts } from '../../../../engine/report/fonts.ts';
import { renderReport } from '../../../../engine/report/index.ts';
import { sampleDocument } from '../sample-document.ts';

const document = sampleDocument({ results: 120 });
const rendering = (onShare: (share: number) => void, signal: AbortSignal, more: object = {}) =>
	renderReport(document, { format: 'pdf', language: 'zh', watching: { onShare, signal }, ...more });

it('a PDF made in a thread of its own is the same, tells rising shares on its way, and lets others work meanwhile', async () => {
	const shares: number[] = [];
	let turns = 0;
	const others = setInterval(() => {
		turns += 1;
	}, 1);
	const bytes = await rendering((share) => shares.push(share), new AbortController().signal);
	clearInterval(others);
	expect(Buffer.from(bytes).equals(await renderReport(document, { format: 'pdf', language: 'zh' }))).toBe(true);
	expect(shares.length).toBeGreaterThan(20);
	expect(shares).toEqual(shares.toSorted((one, other) => one - other));
	expect(shares[0]).toBeLessThan(0.1);
	expect(shares.at(-1)).toBeGreaterThan(0.95);
	expect(turns).toBeGreaterThan(20);
});

it('a PDF that is cancelled ends with the reason, and nothing more is told of it', async () => {
	const control = new AbortController();
	const shares: number[] = [];
	const cancelled = rendering((share) => {
		shares.push(share);
		if (share > 0.1) control.abort(new Error('enough'));
	}, control.signal);
	await expect(cancelled).rejects.toThrow('enough');
	expect(shares.at(-1)).toBeLessThan(0.5);
	await expect(rendering(() => undefined, AbortSignal.abort(new Error('before')))).rejects.toThrow('before');
});

it('what goes wrong in the thread comes out with its code', async () => {
	const fonts = await mkdtemp(join(tmpdir(), 'fonts-'));
	for (const name of ['NotoSerifSC_400Regular.ttf', 'NotoSansSC_400Regular.ttf', 'NotoSansSC_700Bold.ttf']) {
		await writeFile(
			join(fonts, name),
			subsetFont(await readFile(findFonts().song), [])
				.slice(0, 12)
				.fill(0, 4),
		);
	}
	const damaged = rendering(() => undefined, new AbortController().signal, { fonts });
	await expect(damaged).rejects.toMatchObject({ code: 'report.fontUnreadable' });
	await rm(fonts, { recursive: true });
});
