import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';
import { ELECTRON_BIN } from './hosts/electron-host.ts';
import { settled } from './settled.ts';

test.skip(ELECTRON_BIN !== undefined, 'the desktop window zooms in its main process');

const ROUTES = ['/', '/host', '/runs/run-done', '/plan/new?suites=demo', '/runs/run-live/manual', '/settings/display'];

test('a larger page folds like a narrower window: nothing reaches over its edges, lists open where they belong', async ({
	states,
}) => {
	const { page } = states;
	await settled(page);
	for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Control+=');
	await expect.poll(() => zoomOf(page)).toBe('1.5');
	for (const route of ROUTES) {
		await page.evaluate((hash) => {
			window.location.hash = hash;
		}, `#${route}`);
		await settled(page);
		expect(await excess(page), route).toEqual([0, 0]);
	}
	expect(await violationsOf(page)).toEqual([]);
	const select = page.getByLabel('缩放');
	await select.click();
	const list = page.locator('.ant-select-dropdown');
	await expect(list).toBeInViewport({ ratio: 1 });
	await list.getByText('100 %').click();
	await expect.poll(() => zoomOf(page)).toBe('1');
	await page.keyboard.press('Control+-');
	await expect.poll(() => zoomOf(page)).toBe('0.9');
	await page.keyboard.press('Control+0');
	await expect.poll(() => zoomOf(page)).toBe('1');
});

test('each display keeps its own zoom, also when the page is opened anew', async ({ states }) => {
	const { page } = states;
	await page.locator('main h1').waitFor();
	await page.keyboard.press('Control+=');
	await expect.poll(() => zoomOf(page)).toBe('1.1');
	await moveToScreen(page, 3840);
	await expect.poll(() => zoomOf(page)).toBe('1');
	await page.keyboard.press('Control+-');
	await expect.poll(() => zoomOf(page)).toBe('0.9');
	await page.reload();
	await page.locator('main h1').waitFor();
	await expect.poll(() => zoomOf(page)).toBe('1.1');
	await moveToScreen(page, 3840);
	await expect.poll(() => zoomOf(page)).toBe('0.9');
});

function zoomOf(page: Page): Promise<string> {
	return page.evaluate(() => document.documentElement.style.zoom);
}

/** A second screen, which no machine that tests has. */
function moveToScreen(page: Page, width: number): Promise<void> {
	return page.evaluate((value) => {
		Object.defineProperty(window.screen, 'width', { value, configurable: true });
		window.dispatchEvent(new Event('resize'));
	}, width);
}

/** How far the page reaches over the window's edges: to the side, and down. */
function excess(page: Page): Promise<[number, number]> {
	return page.evaluate(() => {
		const main = document.querySelector('main');
		const frame = document.querySelector('.frame')?.getBoundingClientRect();
		const inside = (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0);
		const over = Math.round((frame?.right ?? 0) - window.innerWidth);
		return [Math.max(over, inside), Math.round((frame?.bottom ?? 0) - window.innerHeight)];
	});
}
