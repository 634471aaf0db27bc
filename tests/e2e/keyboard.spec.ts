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
