import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { picture } from './picture.ts';

// What a new user does on the first day, from an empty data folder to a verified report.
test('a new user detects, names a package, runs a suite, answers a manual step, finds the failure, signs and exports', async ({
	app,
}) => {
	const { page } = app;
	await app.open('/', { person: '王工' });
	await picture(page, '1-start');
	await page.getByRole('link', { name: '检测主机', exact: true }).click();
	await page.getByRole('button', { name: '检测本机' }).click();
	await expect(page.getByRole('heading', { name: '处理器' })).toBeVisible();

	await picture(page, '2-host');
	await page.getByRole('navigation').getByRole('link', { name: '概览' }).click();
	await page.getByRole('link', { name: '选择产品', exact: true }).click();
	await page.locator('input[type=file]').setInputFiles(await debianPackage(app.dataDirectory));
	await expect(page.getByLabel('名称', { exact: true })).toHaveValue('demo-writer');
	await expect(page.getByLabel('版本', { exact: true })).toHaveValue('3.2.1');
	await picture(page, '3-product');
	await page.getByRole('button', { name: '保存', exact: true }).click();
	await page.getByRole('button', { name: '用它开始测试' }).click();
	await page.getByRole('checkbox', { name: /办公软件（测试用）/u }).click();
	await page.getByRole('button', { name: '下一步' }).click();
	await page.getByRole('button', { name: '试运行清单' }).last().click();
	await expect(page.getByRole('tab', { name: '将运行 3' })).toBeVisible();
	await picture(page, '4-dry-run');
	await page.getByRole('button', { name: '锁定计划并开始' }).click();
	await page.getByRole('button', { name: '开始运行' }).click();

	await expect(page.getByRole('button', { name: '填写人工步骤' })).toBeVisible();
	await picture(page, '5-run');
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
	await picture(page, '6-manual-step');
	await page.getByRole('button', { name: '保存并下一条用例' }).click();

	// The last step is answered: the page says so and stays until the person leaves it.
	await expect(page.getByText('这次运行的人工步骤都已填写。')).toBeVisible();
	await page.getByRole('button', { name: '回到运行' }).click();
	await expect(page.getByRole('button', { name: '生成报告' })).toBeVisible();
	const run = new URL(page.url()).hash.slice(1);
	// Anew, so that nothing is there but what this screen itself brings.
	await app.open(`${run}/case/office-demo/looks-right`, { person: '王工' });
	await page.reload();
	const thumb = page.getByRole('figure').locator('.thumb-picture');
	await expect.poll(async () => (await thumb.boundingBox())?.width).toBe(96);
	await app.open(run, { person: '王工' });
	await page.getByRole('region', { name: '不通过与需要人处理' }).getByRole('link', { name: '查看' }).click();
	await expect(page.getByRole('region', { name: '原因' })).toContainText('实际 exit 127：找不到动态库 libssl.so.1.1');
	await picture(page, '7-failure');

	await page.getByRole('link', { name: '运行', exact: true }).last().click();
	await page.getByRole('button', { name: '生成报告' }).click();
	await page.getByRole('button', { name: '创建密钥…' }).click();
	await page.getByLabel('机构', { exact: true }).fill('示例适配实验室');
	await page.getByRole('dialog').getByRole('button', { name: '创建密钥…' }).click();
	await expect(page.getByRole('checkbox', { name: /SM2/u })).toBeChecked();
	await page.getByLabel('委托单位', { exact: true }).fill('示例厂商');
	await picture(page, '8-report-draft');
	await page.getByRole('button', { name: '签名并导出' }).click();
	await expect(page.locator('[data-verdict]')).toHaveAttribute('data-verdict', /trusted|intact/u);
	await picture(page, '9-report-signed');

	const bundle = await app.handedOver(() => page.getByRole('button', { name: '下载 .xcr' }).click());
	const answer = execFileSync(process.execPath, ['cli/shipei.js', 'verify', bundle.file, '--json'], {
		encoding: 'utf8',
	});
	expect(JSON.parse(answer)).toMatchObject({ verdict: expect.stringMatching(/trusted|intact/u) });
	const document = await app.handedOver(() => page.getByRole('button', { name: 'PDF' }).click());
	expect(document.name).toMatch(/\.pdf$/u);
});

/** A small real package, as a vendor hands it in. */
async function debianPackage(directory: string): Promise<string> {
	const root = join(directory, 'package');
	await mkdir(join(root, 'DEBIAN'), { recursive: true });
	await mkdir(join(root, 'usr/bin'), { recursive: true });
	await writeFile(join(root, 'usr/bin/demo-writer'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
	const control = {
		Package: 'demo-writer',
		Version: '3.2.1',
		Architecture: 'amd64',
		Maintainer: '示例软件有限公司 <dev@example.cn>',
		Description: '示例文档编辑器',
	};
	const lines = Object.entries(control).map(([name, value]) => `${name}: ${value}\n`);
	await writeFile(join(root, 'DEBIAN/control'), lines.join(''));
	const file = join(directory, 'demo-writer_3.2.1_amd64.deb');
	execFileSync('dpkg-deb', ['--build', '--root-owner-group', root, file]);
	return file;
}

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
