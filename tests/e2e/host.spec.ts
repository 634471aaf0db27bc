import { expect, test } from './app.ts';

test('a person corrects what was detected, and compares the machine with its label', async ({ app }) => {
	const { page } = app;
	await app.open('/host', { person: '王工' });
	await page.getByRole('button', { name: '检测本机' }).click();
	await page.getByRole('button', { name: '内存总量' }).click();
	await page.getByRole('button', { name: '更正…' }).click();
	await page.getByLabel('正确的值').fill('32 GiB');
	await page.getByLabel(/^原因/u).fill('与铭牌核对');
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /保\s*存/u })
		.click();
	const row = page.getByRole('row').filter({ hasText: '内存总量' });
	await expect(row).toContainText('32 GiB');
	await expect(row).toContainText('检测值：');
	await expect(row).toContainText('已更正');

	await page.getByRole('button', { name: '对照标签…' }).click();
	await page.locator('input[type=file]').setInputFiles({
		name: 'label.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from('项目,标签\nhostname,no-such-name-here\n颜色,黑\n'),
	});
	await expect(page.getByRole('row').filter({ hasText: 'no-such-name-here' })).toContainText('不符');
	await expect(page.getByRole('row').filter({ hasText: '颜色' })).toContainText('不认识的项目');
});
