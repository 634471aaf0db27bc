import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evidenceFiles } from '../../engine/store/evidence-files.ts';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';
import type { RealApp } from './hosts/host.ts';

const MIB = 1024 * 1024;

async function open({ dataDirectory, open }: RealApp, bytes: Buffer): Promise<void> {
	const file = join(dataDirectory, 'made.log');
	await writeFile(file, bytes);
	const { digest } = evidenceFiles(dataDirectory).keep({ file });
	await open(`/log/${digest.sha256}?name=long.log`);
}

test('a line of megabytes is cut with its real length, read on piece by piece, and its true end is reached at once', async ({
	app,
}) => {
	const { page } = app;
	const line = Buffer.from('适配 dump '.repeat((5 * MIB) / 12));
	await open(app, Buffer.concat([Buffer.from('first\n'), line, Buffer.from(' TRUE END OF THE LINE\nafter it\n')]));
	const log = page.getByRole('region', { name: 'long.log' });
	await expect(log).toContainText('first');
	const whole = page.getByRole('button', { name: '展开整行（5 MiB）' });
	await expect(whole).toBeInViewport();
	await page.getByRole('button', { name: '跳到下一行' }).click();
	await expect(log.getByText('after it')).toBeInViewport();
	await expect(page.locator('.log-piece').last()).toContainText('OF THE LINE');

	await log.press('Home');
	await expect(log.getByText('first')).toBeInViewport();
	await whole.click();
	const pieces = page.locator('.log-piece');
	await expect(pieces.first()).toBeVisible();
	expect(await violationsOf(page)).toEqual([]);
	// Nobody has to wait for all of it: rows are few, and more comes while one reads.
	for (let turns = 0; turns < 6; turns += 1) await log.press('PageDown');
	expect(await page.locator('.log-row').count()).toBeLessThanOrEqual(80);
	expect(await log.textContent()).not.toContain('⟨');
	await page.locator('main').focus();
	await page.keyboard.press('t');
	await expect(log.getByText('after it')).toBeInViewport();
});

test('a file that is one line shows its true end by End, and its beginning by Home', async ({ app }) => {
	const { page } = app;
	await open(app, Buffer.concat([Buffer.from('BEGINS '), Buffer.alloc(3 * MIB, 'json '), Buffer.from(' ENDS HERE')]));
	const log = page.getByRole('region', { name: 'long.log' });
	await expect(page.getByRole('button', { name: '展开整行（3 MiB）' })).toBeVisible();
	await log.press('End');
	await expect(page.locator('.log-row').last()).toContainText('ENDS HERE');
	await expect.poll(() => log.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight)).toBeLessThan(4);
	await log.press('Home');
	await expect(log).toContainText('BEGINS');
});

test('hits are listed beside the text, lead to their lines also within a long one, and the list can be closed', async ({
	app,
}) => {
	const { page } = app;
	const lines = Array.from({ length: 12_000 }, (_, index) => `[${index}] warning: needle ${index % 7}\n`).join('');
	await open(app, Buffer.from(`${lines}${'x'.repeat(300_000)} LAST needle`));
	await expect(page.getByRole('region', { name: 'long.log' })).toContainText('[0] warning');
	await page.keyboard.press('Control+f');
	await page.keyboard.type('needle');
	await page.keyboard.press('Enter');
	const hits = page.getByRole('complementary', { name: '搜索结果' });
	await expect(hits.getByRole('heading')).toHaveText('前 10,000 处，其后还有');
	const list = hits.getByRole('grid', { name: '搜索结果' });
	await expect(list).toHaveAttribute('aria-rowcount', '10001');
	expect(await list.getByRole('row').count()).toBeLessThanOrEqual(60);
	expect(await violationsOf(page)).toEqual([]);
	await list.getByRole('row').nth(5).click();
	await expect(page.locator('.log-row-hit')).toContainText('[4] warning');
	await list.getByRole('row').nth(5).press('j');
	await page.keyboard.press('Enter');
	await expect(page.locator('.log-row-hit')).toContainText('[5] warning');
	await page.keyboard.press('F3');
	await expect(page.locator('.log-row-hit')).toContainText('[6] warning');
	await expect(list.locator('[aria-selected="true"]')).toContainText('7');

	await page.getByRole('textbox', { name: '在日志中搜索' }).fill('LAST needle');
	await page.keyboard.press('Enter');
	await expect(hits.getByRole('heading')).toHaveText('共 1 处');
	await expect(page.locator('.log-row-hit')).toContainText('LAST needle');
	await hits.getByRole('button', { name: '关闭搜索结果' }).click();
	await expect(hits).toHaveCount(0);
	await page.getByRole('button', { name: '列出' }).click();
	await expect(hits).toBeVisible();
});
