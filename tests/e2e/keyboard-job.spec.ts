import type { Locator, Page } from 'playwright/test';
import { expect, test } from './app.ts';

// The main job without a mouse: every press is a real key, and whatever has the focus on the way shows it.
test('the main job is done by keys alone, from the empty folder to the signed report and its PDF', async ({ app }) => {
	const { page } = app;
	const button = (name: string) => page.getByRole('button', { name, exact: true });
	const keys = page.keyboard;
	await app.open('/', { person: '王工' });

	await chord(page, 'g', 'h');
	await pressOn(button('检测本机'));
	await expect(page.getByRole('heading', { name: '处理器' })).toBeVisible();

	await chord(page, 'g', 'p');
	await pressOn(button('新建产品').first());
	await tabTo(page.getByLabel('名称', { exact: true }));
	await keys.type('示例办公软件');
	await tabTo(page.getByLabel('版本', { exact: true }));
	await keys.type('3.2.1');
	await pressOn(button('保存'));
	await pressOn(button('用它开始测试'));
	await tabTo(page.getByRole('checkbox', { name: /办公软件（测试用）/u }));
	await keys.press('Space');
	await pressOn(button('下一步'));
	// The step's own mark bears the name of the button: nobody presses before the page of the parameters is there.
	await expect(page.getByLabel('问候语')).toBeVisible();
	await pressOn(button('试运行清单').last());
	await pressOn(button('锁定计划并开始'));
	await pressOn(button('开始运行'));

	await pressOn(button('填写人工步骤'));
	// The first expected result has the focus by itself.
	await expect(page.getByRole('region', { name: '预期结果 1' })).toBeFocused();
	await keys.press('1');
	await keys.press('Control+e');
	await copyPicture(page);
	await keys.press('Control+v');
	await expect(page.getByRole('figure')).toBeVisible();
	await keys.press('Control+Enter');
	await expect(page.getByText('这次运行的人工步骤都已填写。')).toBeVisible();
	await pressOn(button('回到运行'));
	await expect(button('生成报告')).toBeVisible();

	await keys.press('n');
	await expect(page.getByRole('region', { name: '原因' })).toContainText('127');
	await keys.press('Escape');
	await pressOn(button('生成报告'));
	await pressOn(button('创建密钥…'));
	const dialog = page.getByRole('dialog');
	await tabTo(dialog.getByLabel('机构', { exact: true }));
	await keys.type('示例适配实验室');
	await pressOn(dialog.getByRole('button', { name: '创建密钥…' }));
	await pressOn(button('签名并导出'));
	await expect(page.locator('[data-verdict]')).toHaveAttribute('data-verdict', /trusted|intact/u);
	for (const [name, file] of [
		['下载 .xcr', /\.xcr$/u],
		['PDF', /\.pdf$/u],
	] as const) {
		expect((await app.handedOver(() => pressOn(button(name)))).name).toMatch(file);
	}
});

async function chord(page: Page, ...letters: string[]): Promise<void> {
	for (const letter of letters) await page.keyboard.press(letter);
}

async function pressOn(target: Locator): Promise<void> {
	await expect(target).toBeEnabled();
	await tabTo(target);
	await target.page().keyboard.press('Enter');
}

/** As many controls as no screen has. */
const MOST_CONTROLS = 150;

/** Tab after Tab until the control has the focus. */
async function tabTo(target: Locator): Promise<void> {
	const page = target.page();
	await expect(target).toBeVisible();
	const passed: string[] = [];
	for (let presses = 0; presses < MOST_CONTROLS; presses += 1) {
		await page.keyboard.press('Tab');
		passed.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? ''));
		// Drawn a frame after the key, by some components.
		await expect.poll(() => page.evaluate(focusShown), `${passed.at(-1)} shows that it has the focus`).toBe(true);
		if (await target.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error(`never reached: ${passed.join(' > ')}`);
}

/** Whether a ring is drawn around what has the focus, or around the part that stands for it. Runs in the page. */
function focusShown(): boolean {
	const element = document.activeElement;
	// The preview's own document draws it on its links.
	if (element === null || element === document.body || element.tagName === 'IFRAME') return true;
	const around = [element.parentElement, element.closest('.ant-select')];
	return [element, element.nextElementSibling, ...around].some((place) => {
		if (place === null) return false;
		const { outlineStyle, outlineWidth, opacity } = getComputedStyle(place);
		return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && opacity !== '0';
	});
}

/** As a screenshot tool leaves it on the clipboard. */
async function copyPicture(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const canvas = document.createElement('canvas');
		canvas.width = 40;
		canvas.height = 30;
		canvas.getContext('2d')?.fillRect(5, 5, 20, 10);
		const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
		if (picture !== null) await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
	});
}
