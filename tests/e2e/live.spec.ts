import { expect, test } from './app.ts';

test('a run is followed live, survives a reload, and its finished cases survive a killed engine', async ({ app }) => {
	const { page } = app;
	await app.open('/plan/new?suites=office-demo', { person: '王工' });
	await page.getByRole('button', { name: '锁定计划并开始' }).click();
	await page.getByRole('button', { name: '开始运行' }).click();
	const waiting = page.getByRole('row').filter({ hasText: '等待人工' });
	await expect(waiting).toBeVisible();
	await expect(page.getByRole('region', { name: '不通过与需要人处理' })).toContainText('127');
	await page.reload();
	await expect(waiting).toBeVisible();

	await app.crash();
	await expect(page.locator('[data-state="gone"]')).toBeVisible();
	await expect(waiting).toBeVisible();
	await app.comeBack();
	await expect(page.getByRole('row').filter({ hasText: '能启动' })).toContainText('通过');
	await page.getByRole('button', { name: '继续', exact: true }).click();
	await expect(page.getByRole('button', { name: '填写人工步骤' })).toBeVisible();
});

test('what was typed is still there after the engine crashed and came back, and the page goes on by itself', async ({
	app,
}) => {
	const { page } = app;
	await app.open('/products?new=1', { person: '王工' });
	const name = page.getByLabel('名称', { exact: true });
	await name.fill('还没保存的产品');
	await app.crash();
	await expect(page.locator('[data-state="gone"]')).toBeVisible();
	await expect(name).toHaveValue('还没保存的产品');
	await app.comeBack();
	await expect(page.locator('[data-state="gone"], [data-state="signed-out"]')).toHaveCount(0);
	await expect(name).toHaveValue('还没保存的产品');
});
