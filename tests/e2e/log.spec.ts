import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evidenceFiles } from '../../engine/store/evidence-files.ts';
import { expect, test } from './app.ts';

/** “失败” in GB18030. */
const FAILED = Buffer.from([0xca, 0xa7, 0xb0, 0xdc]);

test('a log of megabytes opens at its beginning, tells its encoding, and is searched to its last line', async ({
	app,
}) => {
	const { page } = app;
	const line = (number: number) => Buffer.from(`[${number}] \u001b[32mok\u001b[0m module_${number}.c\n`);
	const bytes = Buffer.concat([
		Buffer.from('first '),
		FAILED,
		Buffer.from('\n'),
		...Array.from({ length: 60_000 }, (_, number) => line(number)),
		Buffer.alloc(30_000, 'long '),
		Buffer.from('\nlast '),
		FAILED,
	]);
	const file = join(app.dataDirectory, 'made.log');
	await writeFile(file, bytes);
	const { digest } = evidenceFiles(app.dataDirectory).keep({ file });

	await app.open(`/log/${digest.sha256}?name=build.log`);
	const log = page.getByRole('region', { name: 'build.log' });
	await expect(log).toContainText('first 失败');
	await expect(page.getByText('自动：GB18030（依据：第 1 行）')).toBeVisible();
	await page.keyboard.press('Control+f');
	await page.keyboard.type('失败');
	await page.keyboard.press('Enter');
	const hit = page.locator('.log-row-hit');
	await expect(hit).toContainText('first');
	await page.keyboard.press('F3');
	await expect(hit).toContainText('last 失败');
	await expect(hit).toBeInViewport();
	await expect(page.getByRole('search').getByRole('status')).toHaveText('第 2 / 2 处');
	await page.keyboard.press('Shift+F3');
	await expect(hit).toContainText('first');
	await expect(hit).toBeInViewport();
	await page.keyboard.press('F3');

	await page.getByRole('button', { name: '复制行链接' }).click();
	await expect(page).toHaveURL(/[?&]from=\d+&to=\d+/u);
	await page.reload();
	await expect(page.locator('.log-row-marked')).toContainText('last 失败');
	await expect(page.locator('.log-row-marked')).toBeInViewport();

	const cut = page.getByRole('button', { name: /^展开整行/u });
	await expect(cut).toBeVisible();
	expect(await page.locator('.log-row').count()).toBeLessThanOrEqual(80);
	await log.focus();
	await page.keyboard.press('w');
	await expect(log).toHaveClass(/log-wrap/u);
});
