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
	['/matrix', 'report.results'],
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
/** One call of each way in which screens wait: for the whole, for a part, for several at once. */
const WAITED_FOR: ReadonlySet<string> = new Set([
	'host.current',
	'suite.show',
	'plan.make',
	'run.compare',
	'bundle.verify',
	'key.list',
]);
/** Calls of which the answer may be there before their own screen is: the frame or another screen has them, too. */
const SHARED = ['host.current', 'run.list', 'plan.make', 'settings.show', 'about.show', 'key.list', 'report.list'];
const FAILED = {
	ok: false,
	error: { code: 'store.failed', message: '', details: { file: '/data/facts.db', reason: 'disk I/O error' } },
};

test('what is on its way shows a skeleton, then words, then a way out; and comes when it is asked for again', async ({
	troubled,
}) => {
	const { page } = troubled;
	await page.clock.install();
	for (const [route, method] of NEEDS.filter(([, name]) => WAITED_FOR.has(name))) {
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

test('what failed says why, what is safe and what to do, on every screen', async ({ troubled }) => {
	const { page } = troubled;
	// Kept from when a screen had it; the shared ones are from the start.
	const kept = new Set(SHARED);
	for (const [route, method] of NEEDS) {
		await page.route(`**/api/${method}`, (call) => call.fulfill({ json: FAILED }));
		if (kept.has(method)) await openAnew(page, route);
		else await page.evaluate(goTo, route);
		kept.add(method);
		const failure = page.locator('main [data-state="error"]').first();
		await expect(failure, route).toContainText('disk I/O error');
		await expect(failure).toContainText('store.failed');
		await expect(failure).toContainText('已记录的内容没有丢失');
		await expect(failure.getByRole('link', { name: '查看审计记录' })).toBeVisible();
		await page.unroute(`**/api/${method}`);
		await failure.getByRole('button', { name: '重试' }).click();
		await expect(page.locator('main [data-state="error"]'), route).toHaveCount(0);
	}
});

test('without the engine what was loaded stays, nothing can be changed, and it goes on by itself', async ({
	troubled,
}) => {
	const { page } = troubled;
	const strip = page.locator('[data-state="gone"]');
	for (const [route, action] of CHANGES) {
		await page.route('**/api/events*', (call) => call.abort());
		await openAnew(page, route);
		await expect(strip).toContainText('运行不受影响');
		await expect(page.getByRole('button', { name: action }).first(), route).toBeDisabled();
	}
	await page.unroute('**/api/events*');
	await expect(strip).toHaveCount(0);
	await expect(page.getByRole('button', { name: CHANGES.at(-1)?.[1] ?? '' }).first()).toBeEnabled();
});

for (const theme of ['light', 'dark'] as const) {
	test(`axe finds nothing where the engine is gone, an answer failed or nobody is signed in, ${theme}`, async ({
		troubled,
	}) => {
		const { page } = troubled;
		await troubled.open('/', { theme });
		const found: string[] = [];
		const look = async (what: string) => found.push(...(await violationsOf(page)).map((text) => `${what} ${text}`));
		for (const [route, method] of [
			['/runs', 'run.list'],
			['/plan/new', 'product.list'],
			['/compare?runs=run-done,run-many', 'run.compare'],
			['/settings/keys', 'key.list'],
		]) {
			await page.route(`**/api/${method}`, (call) => call.fulfill({ json: FAILED }));
			await openAnew(page, route ?? '');
			await expect(page.locator('main [data-state="error"]').first()).toBeVisible();
			await look(`failed ${route}`);
			await page.unroute(`**/api/${method}`);
		}
		await page.route('**/api/events*', (call) => call.abort());
		for (const route of ['/runs/run-live', '/runs/run-live/manual', '/reports/draft/run-done']) {
			await openAnew(page, route);
			await expect(page.locator('[data-state="gone"]')).toBeVisible();
			await look(`gone ${route}`);
		}
		await page.unroute('**/api/events*');
		await page.context().clearCookies();
		await page.getByRole('link', { name: '产品', exact: true }).click();
		await expect(page.locator('.strip-alert[data-state="signed-out"]')).toContainText('登录后自动继续');
		await look('signed out');
		await page.reload();
		await expect(page.getByRole('heading', { name: '登录适配台' })).toBeVisible();
		await look('sign in');
		expect(found).toEqual([]);
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
	await page.evaluate(goTo, route);
	await page.reload();
}

/** Runs in the page. */
function goTo(route: string): void {
	window.location.hash = `#${route}`;
}
