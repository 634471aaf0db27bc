import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';
import { picture } from './picture.ts';

test('what the data folder takes is counted by kind, and what broken-off work left behind is named, not deleted', async ({
	app,
}) => {
	const { page, dataDirectory } = app;
	const left = join(dataDirectory, 'scratch', 'run-1', 'half-written.log');
	await mkdir(join(left, '..'), { recursive: true });
	await writeFile(left, 'x'.repeat(2048));
	const lastWeek = new Date(Date.now() - 7 * 86_400_000);
	await utimes(left, lastWeek, lastWeek);
	await app.open('/settings/storage');
	const use = page.getByRole('region', { name: '占用' });
	await expect(use.locator('[data-kind="suites"]')).toContainText('自有套件');
	await expect(use.locator('[data-kind="scratch"]')).toContainText('2 KiB');
	await expect(use).toContainText(/磁盘剩余.*GiB，共 .*GiB/u);
	const could = page.getByRole('region', { name: '可以清理的内容' }).locator('[data-could="scratch"]');
	await expect(could).toContainText(join(dataDirectory, 'scratch'));
	await could.locator('summary').click();
	await expect(could).toContainText('half-written.log');
	expect(await violationsOf(page)).toEqual([]);
	await picture(page, 'settings-storage');
	await writeFile(join(dataDirectory, 'scratch', 'run-1', 'more.log'), 'x'.repeat(1024));
	await page.getByRole('button', { name: '重新统计' }).click();
	await expect(use.locator('[data-kind="scratch"]')).toContainText('3 KiB');
	await expect(could).toContainText('2 KiB');
});
