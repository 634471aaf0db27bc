import { expect, test } from './app.ts';

test('a run is followed live, survives a reload, and its finished cases survive a killed server', async ({ app }) => {
	test.setTimeout(120_000);
	const { page } = app;
	await app.open('/plan/new?suites=office-demo', { person: '王工' });
	await page.getByRole('button', { name: '锁定计划并开始' }).click();
	await page.getByRole('button', { name: '开始运行' }).click();
	const waiting = page.getByRole('row').filter({ hasText: '等待人工' });
	await expect(waiting).toBeVisible({ timeout: 30_000 });
	await expect(page.getByRole('region', { name: '不通过与需要人处理' })).toContainText('127');
	await page.reload();
	await expect(waiting).toBeVisible();

	const address = page.url();
	await app.stop('SIGKILL');
	await expect(page.locator('[data-state="gone"]')).toBeVisible({ timeout: 15_000 });
	await expect(waiting).toBeVisible();
	await app.restart();
	await app.signIn();
	await page.goto(address);
	await expect(page.getByRole('row').filter({ hasText: '能启动' })).toContainText('通过');
	await page.getByRole('button', { name: '继续', exact: true }).click();
	await expect(page.getByRole('button', { name: '填写人工步骤' })).toBeVisible({ timeout: 30_000 });
});
