import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';
import { ELECTRON_BIN } from './hosts/electron-host.ts';

// What a screen shows while its answer is on the way, missing or wrong: the answers are held back between page and server.
test.skip(ELECTRON_BIN !== undefined, 'the desktop window has no HTTP to hold back');

/** Each screen with the call that it cannot do without. */
const NEEDS: readonly [route: string, method: string][] = [
	['/', 'host.current'],
	['/host', 'host.current'],
	['/host/label?profile=any', 'host.show'],
	['/products', 'product.list'],
	['/suites', 'suite.list'],
	['/suites/demo', 'suite.show'],
	['/plan/new', 'product.list'],
	['/plan/new?step=suites', 'suite.list'],
	['/plan/new?step=params&suites=demo', 'suite.show'],
	['/plan/new?suites=demo', 'plan.make'],
	['/runs', 'run.list'],
	['/runs/run-done', 'run.show'],
	['/runs/run-done/case/demo/case-2', 'run.case'],
	['/runs/run-live/manual', 'run.plan'],
	[`/log/${'0'.repeat(64)}`, 'evidence.read'],
	['/compare', 'run.list'],
	['/compare?runs=run-done,run-many', 'run.compare'],
	['/matrix', 'report.list'],
	['/reports', 'report.list'],
	['/reports/draft/run-done', 'report.draft'],
	[`/reports/sha256:${'b'.repeat(64)}`, 'bundle.verify'],
	['/audit', 'audit.list'],
	['/settings/lab', 'settings.show'],
	['/settings/keys', 'key.list'],
	['/settings/trust', 'trust.show'],
	['/settings/storage', 'about.show'],
	['/settings/about', 'about.show'],
];
const FAILED = {
	ok: false,
	error: { code: 'store.failed', message: '', details: { file: '/data/facts.db', reason: 'disk I/O error' } },
};

test('what is on its way shows a skeleton, then words, then a way out; and comes when it is asked for again', async ({
	troubled,
}) => {
	test.setTimeout(300_000);
	const { page } = troubled;
	await page.clock.install();
	for (const [route, method] of NEEDS) {
		// Reads bytes, which are not kept as answers are: nothing to cancel.
		if (method === 'evidence.read') continue;
		const address = `**/api/${method}`;
		let held = true;
		await page.route(address, (call) => (held ? undefined : call.continue()));
		await openAnew(page, route);
		const loading = page.locator('main [data-state="loading"]').first();
		await expect(loading, route).toBeVisible();
		await page.clock.fastForward(2000);
		await expect(loading, route).toContainText('正在载入…');
		await page.clock.fastForward(5000);
		await loading.getByRole('button', { name: '取消' }).click();
		const cancelled = page.locator('main [data-state="empty"]').filter({ hasText: '已取消载入' });
		held = false;
		await cancelled.getByRole('button', { name: '重试' }).click();
		await expect(page.locator('main [data-state="loading"]').or(cancelled), route).toHaveCount(0);
		await page.unroute(address);
	}
});

for (const theme of ['light', 'dark'] as const) {
	test(`what failed says why, what is safe and what to do, on every screen in the ${theme} theme`, async ({
		troubled,
	}) => {
		test.setTimeout(300_000);
		const { page } = troubled;
		await troubled.open('/', { theme });
		const found: string[] = [];
		for (const [route, method] of NEEDS) {
			const address = `**/api/${method}`;
			await page.route(address, (call) => call.fulfill({ json: FAILED }));
			await openAnew(page, route);
			const failure = page.locator('main [data-state="error"]').first();
			await expect(failure, route).toContainText('disk I/O error');
			await expect(failure).toContainText('store.failed');
			await expect(failure).toContainText('已记录的内容没有丢失');
			await expect(failure.getByRole('link', { name: '查看审计记录' })).toBeVisible();
			found.push(...(await violationsOf(page)).map((text) => `${route} ${text}`));
			await page.unroute(address);
			await failure.getByRole('button', { name: '重试' }).click();
			await expect(page.locator('main [data-state="error"]'), route).toHaveCount(0);
		}
		expect(found).toEqual([]);
	});

	test(`without the engine what was loaded stays, nothing can be changed, and it goes on by itself, ${theme}`, async ({
		troubled,
	}) => {
		test.setTimeout(300_000);
		const { page } = troubled;
		await troubled.open('/', { theme });
		const found: string[] = [];
		for (const [route, action] of CHANGES) {
			await page.route('**/api/events*', (call) => call.abort());
			await openAnew(page, route);
			const strip = page.locator('[data-state="gone"]');
			await expect(strip).toContainText('运行不受影响');
			await expect(page.getByRole('button', { name: action }).first(), route).toBeDisabled();
			found.push(...(await violationsOf(page)).map((text) => `${route} ${text}`));
			await page.unroute('**/api/events*');
			await expect(strip).toHaveCount(0, { timeout: 30_000 });
			await expect(page.getByRole('button', { name: action }).first()).toBeEnabled();
		}
		expect(found).toEqual([]);
	});

	test(`a browser that was signed out says so, keeps what it has, and how to come back, ${theme}`, async ({
		troubled,
	}) => {
		const { page } = troubled;
		await troubled.open('/runs/run-done', { theme });
		await page.context().clearCookies();
		await page.getByRole('link', { name: '产品' }).click();
		await expect(page.locator('.strip-alert[data-state="signed-out"]')).toContainText('登录后自动继续');
		const signedOut = await violationsOf(page);
		await page.reload();
		await expect(page.getByRole('heading', { name: '登录适配台' })).toBeVisible();
		expect([...signedOut, ...(await violationsOf(page))]).toEqual([]);
	});
}

test('a small part that could not be fetched is named above the screen, and fetched anew', async ({ troubled }) => {
	const { page } = troubled;
	await page.route('**/api/host.corrections', (call) => call.fulfill({ json: FAILED }));
	await openAnew(page, '/host');
	const bar = page.locator('main [data-state="partial"]').filter({ hasText: 'host.corrections' });
	await expect(bar).toContainText('disk I/O error');
	await page.unroute('**/api/host.corrections');
	await bar.getByRole('button', { name: '重试' }).click();
	await expect(bar).toHaveCount(0);
});

test('a screen that breaks down leaves the frame alone, and the next screen works', async ({ troubled }) => {
	const { page } = troubled;
	await page.route('**/api/product.list', (call) => call.fulfill({ json: { ok: true, value: 7 } }));
	await openAnew(page, '/products');
	await expect(page.locator('[data-state="crash"]')).toContainText('已记录的结果和正在进行的运行不受影响');
	expect(await violationsOf(page)).toEqual([]);
	await page.getByRole('navigation').getByRole('link', { name: '运行' }).click();
	await expect(page.getByRole('grid', { name: '运行' })).toBeVisible();
});

/** Screens with something that changes what is recorded. */
const CHANGES: readonly [route: string, action: string][] = [
	['/host', '重新检测'],
	['/products/demo-1', '保存'],
	['/plan/new?suites=demo', '锁定计划并开始'],
	['/runs/run-live', '暂停'],
	['/runs/run-stopped', '继续'],
	['/runs/run-done/case/demo/case-2', '重跑此用例'],
	['/runs/run-live/manual', '保存并下一条用例'],
	['/reports/draft/run-done', '签名并导出'],
	['/settings/keys', '创建密钥…'],
	['/settings/trust', '导入'],
];

/** With nothing kept from the screen before. */
async function openAnew(page: Page, route: string): Promise<void> {
	await page.evaluate((hash) => {
		window.location.hash = hash;
	}, `#${route}`);
	await page.reload();
}
