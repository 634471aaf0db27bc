import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderReport } from '../../../../engine/report/index.ts';
import { startBrowser } from '../../../browser/start-browser.ts';
import { HOSTILE_NAME } from '../hostile.ts';
import { SIGNED, sampleDocument } from '../sample-document.ts';

const browser = await startBrowser();

describe.skipIf(browser === undefined)('the HTML report in a browser (skipped without Chromium)', () => {
	let folder = '';

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'report-html-'));
	});

	afterAll(async () => {
		await browser?.close();
		await rm(folder, { recursive: true });
	});

	it('opens from a file without an error or a request, and its search and filters work', async () => {
		const file = join(folder, 'report.html');
		const document = sampleDocument({ results: 50, productName: HOSTILE_NAME });
		await writeFile(file, await renderReport(document, { format: 'html', language: 'zh' }));
		const page = await browser!.newPage();
		const troubles: string[] = [];
		page.on('pageerror', (error) => troubles.push(error.message));
		page.on('console', (message) => troubles.push(message.text()));
		page.on('dialog', (dialog) => troubles.push(dialog.message()));
		page.on(
			'request',
			(request) =>
				request.url() !== pathToFileURL(file).href &&
				!request.url().startsWith('data:') &&
				troubles.push(request.url()),
		);
		await page.goto(pathToFileURL(file).href);
		const shown = () => page.locator('#t-results tbody tr:visible').count();
		const output = page.locator('form.filter output');
		expect(await shown()).toBe(50);
		await page.keyboard.press('/');
		await page.keyboard.type('第 8 项');
		expect(await shown()).toBe(1);
		expect(await output.textContent()).toBe('显示 1 / 50 项');
		await page.locator('form.filter button').click();
		await page.locator('select[name=tone]').selectOption('failed');
		expect(await shown()).toBe(5);
		await page.locator('select[name=level]').selectOption('必测');
		expect(await shown()).toBeLessThan(5);
		await page.emulateMedia({ media: 'print' });
		expect(await shown()).toBe(50);
		expect(troubles).toEqual([]);
		await page.close();
	});

	it.each(['zh', 'en'] as const)('keeps every text inside its cell, an untrusted signer too (%s)', async (language) => {
		const file = join(folder, 'cells.html');
		const signed = SIGNED.map((signature) => ({ ...signature, trust: 'unknown' as const }));
		const report = sampleDocument({ results: 50, signed });
		await writeFile(file, await renderReport(report, { format: 'html', language }));
		const page = await browser!.newPage({ viewport: { width: 1366, height: 768 } });
		await page.goto(pathToFileURL(file).href);
		const outside = await page.evaluate(() =>
			[...document.querySelectorAll('td, th')]
				.filter((cell) => cell.scrollWidth > cell.clientWidth)
				.map((cell) => cell.textContent),
		);
		expect(outside).toEqual([]);
		await page.close();
	});

	it('brings its own characters as fonts when asked to, and is shown and printed in nothing else', async () => {
		const file = join(folder, 'fonts.html');
		const report = sampleDocument({ results: 20 });
		const bytes = await renderReport(report, { format: 'html', language: 'zh', embedFonts: true });
		expect(bytes).toEqual(await renderReport(report, { format: 'html', language: 'zh', embedFonts: true }));
		await writeFile(file, bytes);
		const page = await browser!.newPage();
		const troubles: string[] = [];
		page.on('console', (message) => troubles.push(message.text()));
		await page.goto(pathToFileURL(file).href);
		for (const media of ['screen', 'print'] as const) {
			await page.emulateMedia({ media });
			await page.evaluate(() => document.fonts.ready);
			const used = await fontsOf(page, 'h1, h2, .verdict, #declaration li, #t-overview td');
			expect(used.filter(({ isCustomFont }) => !isCustomFont)).toEqual([]);
			expect(used.length).toBe(2);
		}
		expect(troubles).toEqual([]);
		await page.close();
	});

	it('is dark on a dark screen and light on paper', async () => {
		const file = join(folder, 'dark.html');
		await writeFile(file, await renderReport(sampleDocument({ results: 3 }), { format: 'html', language: 'en' }));
		const page = await browser!.newPage({ colorScheme: 'dark' });
		await page.goto(pathToFileURL(file).href);
		const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
		expect(await ink()).toBe('rgb(227, 232, 237)');
		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
		expect(await ink()).toBe('rgb(27, 34, 41)');
		await page.close();
	});
});

/** The fonts that Chromium really draws the matching elements with. */
async function fontsOf(page: Page, selector: string): Promise<{ familyName: string; isCustomFont: boolean }[]> {
	const session = await page.context().newCDPSession(page);
	await session.send('DOM.enable');
	await session.send('CSS.enable');
	const { root } = await session.send('DOM.getDocument');
	const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
	const found = new Map<string, { familyName: string; isCustomFont: boolean }>();
	for (const nodeId of nodeIds) {
		const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
		for (const { familyName, postScriptName, isCustomFont } of fonts) {
			found.set(`${postScriptName} ${isCustomFont}`, { familyName, isCustomFont });
		}
	}
	await session.detach();
	return [...found.values()];
}
