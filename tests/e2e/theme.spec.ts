import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';

test('changing the colours keeps what was typed, and looks as if the page had been opened in them', async ({
	emptyStates,
}) => {
	const { page } = emptyStates;
	await emptyStates.open('/products?new=1', { theme: 'light' });
	await page.getByLabel('名称', { exact: true }).fill('还没保存的产品');
	const light = await coloursOf(page);
	await page.getByRole('button', { name: '切换深色或浅色' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(page.getByLabel('名称', { exact: true })).toHaveValue('还没保存的产品');
	const switched = await coloursOf(page);
	await page.getByRole('button', { name: '切换深色或浅色' }).click();
	expect(await coloursOf(page)).toEqual(light);
	await expect(page.getByLabel('名称', { exact: true })).toHaveValue('还没保存的产品');

	await emptyStates.open('/products?new=1', { theme: 'dark' });
	await page.getByLabel('名称', { exact: true }).fill('还没保存的产品');
	expect(await coloursOf(page)).toEqual(switched);
	expect(switched).not.toEqual(light);
});

/** Colours of everything in the page that belongs to the components. */
async function coloursOf(page: Page): Promise<string[]> {
	await page.getByLabel('名称', { exact: true }).waitFor();
	await page.mouse.move(0, 0);
	await page.locator('main').focus();
	return page.evaluate(async () => {
		await Promise.all(document.getAnimations().map(({ finished }) => finished));
		return [...document.querySelectorAll('main [class*="ant-"]')].map((element) => {
			const { color, backgroundColor, borderColor } = getComputedStyle(element);
			return `${element.className} ${color} ${backgroundColor} ${borderColor}`;
		});
	});
}
