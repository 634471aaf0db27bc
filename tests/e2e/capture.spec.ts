import type { Page } from 'playwright/test';
import { findBrowser } from '../browser/find-browser.ts';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';
import { ELECTRON_BIN } from './hosts/electron-host.ts';

const browser = await findBrowser();
test.use({
	launchOptions: {
		...(browser === null ? {} : { executablePath: browser.executablePath }),
		// Machines that test have no display: the browser captures its test picture, and picks it by itself.
		args: [...(browser?.args ?? []), '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
	},
});
test.skip(ELECTRON_BIN !== undefined, 'the desktop window captures in its main process');

test('Ctrl+Shift+S takes a picture of the operator’s screen as evidence, and says whose screen it is', async ({
	states,
}) => {
	const { page } = states;
	await states.open('/runs/run-live/manual', { person: '王工' });
	const block = page.getByRole('region', { name: '预期结果 1' });
	await expect(block).toBeFocused();
	await page.keyboard.press('Control+Shift+S');
	const picture = block.getByRole('figure');
	await expect(picture).toContainText('来自操作员电脑');
	await expect.poll(() => widthOf(page)).toBeGreaterThan(100);
	expect(await violationsOf(page)).toEqual([]);
});

test('Ctrl+Shift+S works anywhere on the page: for the expected result at hand, else for the first without an answer', async ({
	states,
}) => {
	const { page } = states;
	await states.open('/runs/run-live/manual', { person: '王工' });
	const first = page.getByRole('region', { name: '预期结果 1' });
	const second = page.getByRole('region', { name: '预期结果 2' });
	await expect(first).toBeFocused();
	await page.getByLabel('填写人').focus();
	await page.keyboard.press('Control+Shift+S');
	await expect(first.getByRole('figure')).toHaveCount(1);
	await expect(second.getByRole('figure')).toHaveCount(0);

	await second.getByLabel('实际结果').focus();
	await page.keyboard.press('Control+Shift+S');
	await expect(second.getByRole('figure')).toHaveCount(1);

	await first.locator('label', { hasText: /^通过/u }).click();
	await page.locator('main').focus();
	// The second is answered by the draft of another browser: then it is the first again.
	await page.keyboard.press('Control+Shift+S');
	await expect(first.getByRole('figure')).toHaveCount(2);
});

test('what is typed while a picture is taken stays', async ({ states }) => {
	const { page } = states;
	await states.open('/runs/run-live/manual', { person: '王工' });
	await expect(page.getByRole('region', { name: '预期结果 1' })).toBeFocused();
	await page.evaluate(() => {
		const take = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
		const later = async () => {
			await new Promise((resolve) => setTimeout(resolve, 1500));
			return take({ video: true });
		};
		Object.defineProperty(navigator.mediaDevices, 'getDisplayMedia', { value: later });
	});
	const block = page.getByRole('region', { name: '预期结果 1' });
	await page.keyboard.press('Control+Shift+S');
	await block.getByLabel('实际结果').fill('窗口在 3 秒后出现');
	await expect(block.getByRole('figure')).toHaveCount(1);
	await expect(block.getByLabel('实际结果')).toHaveValue('窗口在 3 秒后出现');
});

for (const [what, answer, words] of [
	['is cancelled or forbidden', 'NotAllowedError', '没有选择画面，或未被允许'],
	['gets no picture from the system', 'NotReadableError', '无法截取屏幕：系统没有给出画面'],
	['is more than the browser can do', null, '此浏览器不能截取屏幕'],
] as const) {
	test(`a capture that ${what} says so, and what else there is`, async ({ states }) => {
		const { page } = states;
		await states.open('/runs/run-live/manual', { person: '王工' });
		await page.evaluate((name) => {
			const refuse = () => Promise.reject(new DOMException('', name ?? ''));
			Object.defineProperty(navigator.mediaDevices, 'getDisplayMedia', { value: name === null ? undefined : refuse });
		}, answer);
		const block = page.getByRole('region', { name: '预期结果 1' });
		await block.getByRole('button', { name: '截取屏幕' }).click();
		await expect(page.getByText(words)).toBeVisible();
		await expect(page.getByText(/Ctrl\+V 粘贴|粘贴截图/u).first()).toBeVisible();
		await expect(block.getByRole('figure')).toHaveCount(0);
		await expect(block.getByRole('button', { name: '截取屏幕' })).toBeEnabled();
	});
}

/** How wide the picture is that was taken. */
function widthOf(page: Page): Promise<number> {
	return page
		.getByRole('figure')
		.locator('img')
		.first()
		.evaluate((image: HTMLImageElement) => image.naturalWidth);
}
