import { execFileSync } from 'node:child_process';
import { expect, test } from './app.ts';
import { picture } from './picture.ts';

// What a new user does on the first day, from an empty data folder to a verified report.
test('a new user detects, runs a suite, answers a manual step, finds the failure, signs and exports', async ({
	app,
}) => {
	const { page } = app;
	await app.open('/', { person: '王工' });
	await picture(page, '1-start');
	await page.getByRole('link', { name: '检测主机', exact: true }).click();
	await page.getByRole('button', { name: '检测本机' }).click();
	await expect(page.getByRole('heading', { name: '处理器' })).toBeVisible({ timeout: 60_000 });

	await picture(page, '2-host');
	await page.getByRole('navigation').getByRole('link', { name: '套件' }).click();
	const card = page.getByRole('article').filter({ hasText: '办公软件（测试用）' });
	await card.getByRole('link', { name: '用它生成计划' }).click();
	await expect(page.getByRole('tab', { name: '将运行 3' })).toBeVisible();
	await picture(page, '3-dry-run');
	await page.getByRole('button', { name: '锁定计划并开始' }).click();
	await page.getByRole('button', { name: '开始运行' }).click();

	await expect(page.getByRole('button', { name: '填写人工步骤' })).toBeVisible({ timeout: 30_000 });
	await picture(page, '4-run');
	await page.getByRole('button', { name: '填写人工步骤' }).click();
	const block = page.getByRole('region', { name: '预期结果 1' });
	await page.getByRole('button', { name: '保存并下一条用例' }).click();
	await expect(page.getByRole('alert').filter({ hasText: '还没有结论' })).toBeVisible();
	await block.locator('label', { hasText: /^通过/u }).click();
	await page.getByRole('button', { name: '保存并下一条用例' }).click();
	await expect(page.getByRole('alert').filter({ hasText: '缺少证据：截图' })).toBeVisible();
	await block.getByRole('button', { name: '复制预期结果' }).click();
	await pastePicture(page);
	await expect(block.getByRole('figure')).toBeVisible();
	await picture(page, '5-manual-step');
	await page.getByRole('button', { name: '保存并下一条用例' }).click();

	// The last step is answered: the run is shown again by itself.
	await expect(page.getByRole('button', { name: '生成报告' })).toBeVisible({ timeout: 30_000 });
	await page.getByRole('region', { name: '不通过与需要人处理' }).getByRole('link', { name: '查看' }).click();
	await expect(page.getByRole('region', { name: '原因' })).toContainText('127');
	await picture(page, '6-failure');

	await page.getByRole('link', { name: '运行', exact: true }).last().click();
	await page.getByRole('button', { name: '生成报告' }).click();
	await page.getByRole('link', { name: '创建密钥' }).click();
	await page.getByRole('button', { name: '创建密钥…' }).click();
	await page.getByLabel('机构', { exact: true }).fill('示例适配实验室');
	await page.getByRole('dialog').getByRole('button', { name: '创建密钥…' }).click();
	await expect(page.getByRole('article')).toHaveCount(2, { timeout: 20_000 });
	await page.goBack();
	await page.getByLabel('委托单位', { exact: true }).fill('示例厂商');
	await picture(page, '7-report-draft');
	await page.getByRole('button', { name: '签名并导出' }).click();
	await expect(page.locator('[data-verdict]')).toHaveAttribute('data-verdict', /trusted|intact/u, { timeout: 60_000 });
	await picture(page, '8-report-signed');

	const [bundle] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: '下载 .xcr' }).click(),
	]);
	const answer = execFileSync(process.execPath, ['cli/shipei.js', 'verify', await bundle.path(), '--json'], {
		encoding: 'utf8',
	});
	expect(JSON.parse(answer)).toMatchObject({ verdict: expect.stringMatching(/trusted|intact/u) });
	const [document] = await Promise.all([
		page.waitForEvent('download', { timeout: 60_000 }),
		page.getByRole('button', { name: 'PDF' }).click(),
	]);
	expect(document.suggestedFilename()).toMatch(/\.pdf$/u);
});

/** As Ctrl+V does with a picture on the clipboard. */
async function pastePicture(page: import('playwright/test').Page): Promise<void> {
	await page.getByRole('region', { name: '预期结果 1' }).evaluate((block) => {
		const bytes = Uint8Array.from(
			atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
			(letter) => letter.charCodeAt(0),
		);
		const clipboard = new DataTransfer();
		clipboard.items.add(new File([bytes], 'picture.png', { type: 'image/png' }));
		block.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
	});
}
