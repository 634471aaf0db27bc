import { writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { pack, person, reportParts } from '../engine/bundle/workshop.ts';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';
import { ELECTRON_BIN } from './hosts/electron-host.ts';

const OFFICE = '示例办公软件';

test('versions fold and unfold by keys, arrows cross gaps, Enter shows what stands behind a cell', async ({
	states,
}) => {
	const { page } = states;
	await states.open('/matrix');
	const office = rowOf(page, OFFICE);
	await expect(office).toHaveAttribute('aria-expanded', 'false');
	await expect(office).toContainText('2 个版本');
	await page.locator('main').focus();
	await page.keyboard.press('j');
	await expect(office.getByRole('rowheader')).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(office).toHaveAttribute('aria-expanded', 'true');
	await expect(office.getByRole('rowheader')).toBeFocused();
	await page.keyboard.press('ArrowDown');
	const newest = rowOf(page, '3.2.1');
	await expect(newest).toHaveAttribute('aria-level', '2');
	await expect(newest.getByRole('rowheader')).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('End');
	const last = newest.getByRole('gridcell').last();
	await expect(last).toBeFocused();
	await page.keyboard.press('Enter');
	const pane = page.getByRole('complementary', { name: '历次报告' });
	await expect(pane).toContainText('必 5/8 应 2/4 可 0/1');
	await expect(pane.getByRole('link', { name: '动态库齐全' })).toHaveAttribute(
		'href',
		'#/runs/run-done/case/demo/case-2',
	);
	await expect(pane.getByRole('link', { name: '用此组合生成计划' })).toHaveAttribute(
		'href',
		/product=demo-1.*suites=demo/u,
	);
	await page.keyboard.press('Escape');
	await expect(last).toBeFocused();
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowLeft');
	await expect(office.getByRole('rowheader')).toBeFocused();
	await page.keyboard.press('ArrowLeft');
	await expect(office).toHaveAttribute('aria-expanded', 'false');
	await expect(newest).toHaveCount(0);
});

test('a product tells which version its result is of, and what it says otherwise than the one before', async ({
	states,
}) => {
	const { page } = states;
	await states.open('/matrix');
	const cell = rowOf(page, OFFICE).getByRole('gridcell').last();
	await expect(cell).toContainText('3.2.1');
	await cell.click();
	const pane = page.getByRole('complementary', { name: '历次报告' });
	for (const text of [
		'产品版本由 3.1.0 变为 3.2.1',
		'结论由“通过”变为“带条件通过”',
		'新增未通过：第 3 个用例：动态库齐全',
		'不再未通过：打印预览',
	]) {
		await expect(pane).toContainText(text);
	}
	const gap = rowOf(page, OFFICE).getByRole('gridcell').filter({ hasText: '未测' }).first();
	await gap.click();
	await expect(pane).toContainText('没有该产品在此平台上的有效签名结果');
	await expect(pane.getByRole('link', { name: '用此组合生成计划' })).toBeVisible();
});

test('every filter narrows the matrix and stands in the address: a link shows the same again', async ({ states }) => {
	const { page } = states;
	await states.open('/matrix');
	await page.getByRole('button', { name: '更多筛选' }).click();
	await choose(page, '产品分类', '数据库');
	await expect(rowOf(page, '示例数据库 8.0')).toBeVisible();
	await expect(rowOf(page, OFFICE)).toHaveCount(0);
	await choose(page, '来源', '导入');
	await expect(page.getByRole('gridcell')).toHaveCount(1);
	await expect(page.getByRole('gridcell')).toContainText('不通过');
	await page.getByRole('switch', { name: '列再按数据库与中间件划分' }).click();
	await expect(page.getByRole('columnheader').last()).toContainText('达梦 DM8 8.1.2');
	await page.reload();
	await expect(page.getByRole('columnheader').last()).toContainText('达梦 DM8 8.1.2');
	await expect(page.getByRole('gridcell')).toHaveCount(1);
	await expect(page.getByText('显示 1 / 1')).toBeVisible();
	await page.getByRole('button', { name: '清除筛选' }).click();
	await expect(rowOf(page, OFFICE)).toBeVisible();
	await page.getByRole('button', { name: '需复测' }).click();
	await expect(page.getByRole('rowheader')).toHaveText(['示例数据库 8.0示例数据有限公司', '整机（无产品）']);
});

test('columns split by database say what was found, nothing, and what is unknown', async ({ states }) => {
	const { page } = states;
	await states.open('/matrix?columns=servers');
	const heads = page.getByRole('columnheader');
	await expect(heads.filter({ hasText: '达梦 DM8 8.1.2、东方通 TongWeb 7.0' })).toHaveCount(1);
	await expect(heads.filter({ hasText: '无数据库与中间件' })).not.toHaveCount(0);
});

test('files of the matrix follow filters and folding, in words', async ({ states }) => {
	test.skip(ELECTRON_BIN !== undefined, 'the window saves by its own dialog');
	const { page } = states;
	await states.open('/matrix?category=application');
	const saved = async (name: string) => {
		const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
		return readFile(await download.path());
	};
	const folded = (await saved('导出 CSV')).toString('utf8').trim().split('\r\n');
	expect(folded).toHaveLength(2);
	expect(folded[1]).toContain('带条件通过 3.2.1 7/14 通过 必 5/8 应 2/4 可 0/1 2026-11-22 自测');
	await page.getByRole('button', { name: '展开全部版本' }).click();
	await expect(rowOf(page, '3.1.0')).toBeVisible();
	const open = (await saved('导出 CSV')).toString('utf8').trim().split('\r\n');
	expect(open.map((line) => line.split(',')[0])).toEqual(['产品', OFFICE, `${OFFICE} 3.2.1`, `${OFFICE} 3.1.0`]);
	expect((await saved('导出 XLSX')).subarray(0, 2).toString()).toBe('PK');
});

test('a report of somebody else is listed, taken in once confirmed, and never looks like an own one', async ({
	app,
}) => {
	const folder = await mkdtemp(join(tmpdir(), 'shipei-stick-'));
	const file = join(folder, '送检.xcr');
	writeFileSync(file, await pack(await reportParts([person('张三')])));
	const bad = join(folder, '坏.xcr');
	writeFileSync(bad, 'no report');
	const { page } = app;
	await app.open('/matrix', { person: '王工' });
	await expect(page.locator('[data-state="empty"]')).toBeVisible();
	const chooser = page.locator('input[type="file"]');
	await chooser.setInputFiles([file, bad]);
	const list = page.getByRole('dialog', { name: '导入他人的报告' });
	await expect(list.locator('[data-import="new"]')).toContainText('演示软件 1.0');
	await expect(list.locator('[data-import="bad"]')).toContainText('container.format');
	await list.getByRole('button', { name: /取\s*消/u }).click();
	await expect(page.locator('[data-state="empty"]')).toBeVisible();
	await chooser.setInputFiles([file, bad]);
	await list.getByRole('button', { name: '导入 1 份' }).click();
	const cell = page.getByRole('gridcell');
	await expect(cell).toContainText('导入');
	await cell.click();
	const pane = page.getByRole('complementary', { name: '历次报告' });
	await expect(pane).toContainText(/导入自 .*送检\.xcr，.*，王工/u);
	await pane.getByRole('link', { name: /2026年11月20日/u }).click();
	await expect(page).toHaveURL(/\/verify\?file=/u);
	await expect(page.locator('[data-verdict="intact"]')).toBeVisible();
	await app.open('/matrix', { person: '王工' });
	await page.locator('input[type="file"]').setInputFiles([file]);
	await expect(list.locator('[data-import="known"]')).toBeVisible();
	await expect(list.getByRole('button', { name: '导入 0 份' })).toBeDisabled();
	await page.keyboard.press('Escape');
	await cell.click();
	await pane.getByRole('button', { name: '移除此导入…' }).click();
	const removing = page.getByRole('dialog', { name: '移除导入的报告？' });
	const remove = removing.getByRole('button', { name: /移\s*除/u });
	await expect(remove).toBeDisabled();
	await removing.getByLabel('原因').fill('误送');
	expect(await violationsOf(page)).toEqual([]);
	await remove.click();
	await expect(page.locator('[data-state="empty"]')).toBeVisible();
	await app.open('/audit');
	await expect(page.getByRole('row').filter({ hasText: '移除导入的报告' })).toContainText('王工');
	await app.open('/reports');
	await expect(page.locator('[data-state="empty"]')).toBeVisible();
	await rm(folder, { recursive: true, force: true });
});

for (const { theme, size } of [
	{ theme: 'light', size: { width: 1366, height: 768 } },
	{ theme: 'dark', size: { width: 911, height: 512 } },
] as const) {
	test(`axe finds nothing in the matrix unfolded, filtered, split or taking in, ${theme}`, async ({ states }) => {
		const { page } = states;
		await page.setViewportSize(size);
		const found: string[] = [];
		const look = async (what: string) => found.push(...(await violationsOf(page)).map((text) => `${what} ${text}`));
		await states.open('/matrix', { theme });
		await page.getByRole('button', { name: '展开全部版本' }).click();
		await page.locator('summary').click();
		await look('unfolded');
		await states.open('/matrix?columns=servers&origin=imported&verdict=FAILED', { theme });
		await expect(page.getByRole('gridcell')).toHaveCount(1);
		await look('filtered');
		await page.getByRole('gridcell').click();
		await expect(page.getByRole('heading', { name: '未通过的用例' })).toBeVisible();
		await look('details');
		await states.open('/matrix?q=nothing', { theme });
		await expect(page.getByText('没有符合筛选条件的行。')).toBeVisible();
		await look('nothing left');
		await page.locator('input[type="file"]').setInputFiles([
			{ name: '新.xcr', mimeType: 'application/octet-stream', buffer: Buffer.from('new') },
			{ name: 'bad.xcr', mimeType: 'application/octet-stream', buffer: Buffer.from('bad') },
		]);
		await expect(page.locator('[data-import="bad"]')).toBeVisible();
		await look('taking in');
		expect(found).toEqual([]);
	});
}

function rowOf(page: Page, name: string): Locator {
	return page.getByRole('row').filter({ has: page.getByRole('rowheader').filter({ hasText: name }) });
}

async function choose(page: Page, label: string, value: string): Promise<void> {
	await page.getByLabel(label, { exact: true }).click();
	await page.locator('.ant-select-item-option').getByText(value, { exact: true }).click();
	await page.keyboard.press('Escape');
}
