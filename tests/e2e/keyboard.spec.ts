import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './app.ts';

test('runs, cases and reasons are reached by keys alone', async ({ states }) => {
	const { page } = states;
	await states.open('/');
	await page.keyboard.press('g');
	await page.keyboard.press('r');
	await expect(page.getByRole('heading', { name: '运行', level: 1 })).toBeVisible();
	await page.locator('[role="row"][tabindex="0"]').focus();
	await page.keyboard.press('j');
	await expect(page.locator('[role="row"][data-index="1"]')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/runs\/run-done/u);
	await expect(page.getByRole('grid', { name: '用例' })).toBeVisible();
	await page.keyboard.press('f');
	await expect(page.getByRole('button', { name: /^不通过/u })).toHaveAttribute('aria-pressed', 'true');
	await page.keyboard.press('n');
	await expect(page.getByRole('region', { name: '原因' })).toContainText('libssl.so.1.1');
	await page.keyboard.press('c');
	expect(await states.copied()).toContain('退出码应为 0');
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(/\/runs\/run-done$/u);
});

test('Space presses the button that has the focus, and pauses the run only where there is none', async ({ states }) => {
	const { page } = states;
	await states.open('/runs/run-live');
	await page.getByRole('button', { name: '停止' }).focus();
	await page.keyboard.press('Space');
	await expect(page.getByRole('dialog', { name: '停止这次运行？' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.locator('main').focus();
	await page.keyboard.press('Space');
	// The made-up engine pauses nothing, and names what it was asked for.
	await expect(page.getByText('“run.pause”')).toBeVisible();
});

test('rows are reached from anywhere, and a new screen begins with the focus and at its top', async ({ states }) => {
	const { page } = states;
	await states.open('/runs/run-many');
	await page.locator('[role="row"][data-index="1"]').waitFor();
	await page.locator('main').focus();
	await page.keyboard.press('j');
	await page.keyboard.press('j');
	await expect(page.locator('[role="row"][data-index="1"]')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('第 2 个用例');
	await expect(page.locator('main')).toBeFocused();
	expect(await page.locator('main').evaluate((main) => main.scrollTop)).toBe(0);
});

test('the list of keys opens and closes by keys', async ({ states }) => {
	const { page } = states;
	await states.open('/runs');
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog', { name: '快捷键' })).toBeHidden();
});

test('typing into a box never triggers a key, and no letter is lost', async ({ states }) => {
	const { page } = states;
	await states.open('/runs');
	const box = page.getByLabel('筛选', { exact: true });
	await box.waitFor();
	await page.keyboard.press('/');
	await page.keyboard.type('gr?');
	await expect(box).toHaveValue('gr?');
	await expect(page.getByRole('dialog', { name: '快捷键' })).toBeHidden();
});

test('the palette leads to a place by its name', async ({ states }) => {
	const { page } = states;
	await states.open('/runs');
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('combobox', { name: '输入要去的地方或要做的事' })).toBeFocused();
	await page.keyboard.type('套件');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/(suites|plan)/u);
});

test('a manual step is answered by keys, and refuses to be saved without its evidence', async ({ states }) => {
	const { page } = states;
	await states.open('/runs/run-live/manual', { person: '王工' });
	await expect(page.getByRole('region', { name: '预期结果 1' })).toBeFocused();
	await page.keyboard.press('1');
	await expect(page.getByRole('radio', { name: '通过', exact: true }).first()).toBeChecked();
	await page.keyboard.press('Control+e');
	await expect(page.getByLabel('实际结果').first()).toHaveValue(/主窗口在 5 秒内出现/u);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('2');
	// Also from the choice itself, to which Tab leads.
	await page.getByRole('radio', { name: '不通过' }).nth(1).focus();
	await page.keyboard.press('3');
	await expect(page.getByRole('radio', { name: '带条件通过' }).nth(1)).toBeChecked();
	await page.keyboard.press('2');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('alert').filter({ hasText: '预期结果 1 缺少证据：截图' })).toBeVisible();
});

test('single keys can be switched off', async ({ states }) => {
	const { page } = states;
	await states.open('/settings/display');
	await page.getByRole('switch', { name: '单键快捷键' }).click();
	await page.locator('main').focus();
	await page.keyboard.press('g');
	await page.keyboard.press('r');
	await expect(page).toHaveURL(/settings\/display/u);
});

test('every place is reached by its chord', async ({ states }) => {
	const { page } = states;
	await states.open('/audit');
	for (const [letter, name, address] of [
		['h', '主机', /#\/host/u],
		['p', '产品', /#\/products/u],
		['s', '套件', /#\/suites/u],
		['r', '运行', /#\/runs/u],
		['c', '对比', /#\/compare/u],
		['m', '适配矩阵', /#\/matrix/u],
		['t', '报告', /#\/reports/u],
		[',', '设置', /#\/settings/u],
		['o', '概览', /#\/$/u],
	] as const) {
		await page.keyboard.press('g');
		await page.keyboard.press(letter);
		await expect(page, name).toHaveURL(address);
		await expect(page.getByRole('heading', { level: 1 }).first(), name).toBeVisible();
	}
});

test('rows are walked by k and arrows too, and a pane beside them is closed by Escape', async ({ states }) => {
	const { page } = states;
	await states.open('/products');
	const row = (index: number) => page.locator(`[role="row"][data-index="${index}"]`);
	await row(0).focus();
	await page.keyboard.press('ArrowDown');
	await expect(row(1)).toBeFocused();
	await page.keyboard.press('k');
	await expect(row(0)).toBeFocused();
	await page.keyboard.press('j');
	await page.keyboard.press('ArrowUp');
	await expect(row(0)).toBeFocused();
	await page.keyboard.press('Enter');
	const pane = page.locator('aside.side-pane');
	await expect(pane).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(pane).toHaveCount(0);
	await expect(row(0)).toBeFocused();
});

test('failures are walked by n and p, their log opens by l and by e, and r asks before it runs again', async ({
	states,
}) => {
	const { page } = states;
	const title = page.getByRole('heading', { level: 1 });
	for (const key of ['l', 'e']) {
		await states.open('/runs/run-done/case/demo/case-2');
		await expect(page.getByRole('region', { name: '原因' })).toBeVisible();
		await page.keyboard.press(key);
		await expect(page).toHaveURL(/#\/log\//u);
	}
	await states.open('/runs/run-done/case/demo/case-2');
	await expect(title).toContainText('第 3 个用例');
	await page.keyboard.press('n');
	await expect(title).toContainText('第 4 个用例');
	await page.keyboard.press('p');
	await expect(title).toContainText('第 3 个用例');
	await page.keyboard.press('r');
	await expect(page.getByRole('dialog', { name: /重跑/u })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	// Of a whole run the dry run asks: nothing starts before it was seen.
	await states.open('/runs/run-done');
	await expect(page.getByRole('button', { name: '再运行一次' })).toBeVisible();
	await page.keyboard.press('r');
	await expect(page).toHaveURL(/#\/plan\/new\?step=dry/u);
	await states.open('/runs/run-done');
	await page.locator('[role="row"][data-index="0"]').waitFor();
	await page.keyboard.press('p');
	await expect(title).toContainText('第 13 个用例');
});

test('in a log w wraps, t and End lead to its end, Home to its beginning, m shows times, Ctrl+F and F3 search', async ({
	states,
}) => {
	const { page } = states;
	await states.open('/runs/run-done/case/demo/case-2');
	await expect(page.getByRole('region', { name: '原因' })).toBeVisible();
	await page.keyboard.press('l');
	const log = page.locator('.log');
	const [first, last] = [log.getByText('lib0.so'), log.getByText('trace 29')];
	await expect(first).toBeInViewport();
	await page.keyboard.press('w');
	await expect(log).toHaveClass(/log-wrap/u);
	await page.keyboard.press('t');
	await expect(last).toBeInViewport();
	await page.keyboard.press('Home');
	await expect(first).toBeInViewport();
	await page.keyboard.press('End');
	await expect(last).toBeInViewport();
	await page.keyboard.press('m');
	await expect(page.locator('[data-times]')).toBeVisible();
	await page.keyboard.press('Control+f');
	await expect(page.getByRole('textbox', { name: '在日志中搜索' })).toBeFocused();
	await page.keyboard.type('needle');
	// The made-up engine finds nothing, and says so.
	await page.keyboard.press('F3');
	await expect(page.getByRole('search').getByRole('status')).toHaveText('没有找到');
});

test('4 is an answer too, arrows go back, and Alt+N or Ctrl+Shift+N leaves a step for later', async ({ states }) => {
	const { page } = states;
	for (const later of ['Alt+n', 'Control+Shift+N']) {
		await states.open('/runs/run-live/manual', { person: '王工' });
		const block = (number: number) => page.getByRole('region', { name: `预期结果 ${number}` });
		await expect(block(1)).toBeFocused();
		await page.keyboard.press('4');
		await expect(block(1).getByRole('radio', { name: '不涉及' })).toBeChecked();
		await page.keyboard.press('ArrowDown');
		await expect(block(2)).toBeFocused();
		await page.keyboard.press('ArrowUp');
		await expect(block(1)).toBeFocused();
		await page.keyboard.press(later);
		await expect(page).toHaveURL(/#\/runs\/run-live$/u);
	}
});

test('a picture on the clipboard is pasted as evidence', async ({ states }) => {
	const { page } = states;
	await states.open('/runs/run-live/manual', { person: '王工' });
	const block = page.getByRole('region', { name: '预期结果 1' });
	await expect(block).toBeFocused();
	await page.evaluate(async () => {
		const canvas = document.createElement('canvas');
		const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
		if (picture !== null) await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
	});
	await page.keyboard.press('Control+v');
	await expect(block.getByRole('figure')).toHaveCount(1);
});

test('s asks why a running case is skipped', async ({ app }) => {
	const { page } = app;
	const folder = join(app.dataDirectory, 'suites/slow');
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'suite.yaml'), SLOW);
	await app.open('/plan/new?suites=slow', { person: '王工' });
	await page.getByRole('button', { name: '锁定计划并开始' }).click();
	await page.getByRole('button', { name: '开始运行' }).click();
	await expect(page.getByRole('button', { name: '跳过此用例' })).toBeVisible();
	await page.locator('main').focus();
	await page.keyboard.press('s');
	const dialog = page.getByRole('dialog', { name: '跳过“等待”' });
	await expect(dialog.getByLabel('原因（会写入报告）')).toBeFocused();
	await page.keyboard.type('设备不在');
	await dialog.getByRole('button', { name: '跳过此用例' }).click();
	await expect(page.getByRole('row').filter({ hasText: '等待' })).toContainText('已跳过');
});

const SLOW = `schema: shipei.suite/1
id: slow
version: 1.0.0
title: { zh: 慢, en: Slow }
category: application
product: none
network: none
cases:
  - id: waits
    title: { zh: 等待, en: Waits }
    steps: [{ run: [sleep, "300"] }]
`;
