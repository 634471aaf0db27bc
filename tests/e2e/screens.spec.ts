import type { Locator } from 'playwright/test';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';
import { settled } from './settled.ts';
import { untranslatedTexts } from './untranslated.ts';

const ROUTES = [
	'/',
	'/host',
	'/host/label?profile=any',
	`/host/diff?a=${'ef'.repeat(32)}&b=${'ef'.repeat(32)}`,
	'/products?new=1',
	'/products/demo-1',
	'/suites',
	'/suites/demo',
	'/plan/new',
	'/plan/new?step=suites&suites=demo',
	'/plan/new?step=params&suites=demo',
	'/plan/new?suites=demo',
	'/runs',
	'/runs/run-live',
	'/runs/run-done',
	'/runs/run-stopped',
	'/runs/run-many',
	'/runs/run-done/case/demo/case-2',
	'/runs/run-live/manual',
	'/compare',
	'/compare?runs=run-done,run-many',
	'/matrix',
	'/reports',
	'/reports/draft/run-done',
	`/reports/sha256:${'a'.repeat(64)}`,
	`/reports/sha256:${'b'.repeat(64)}`,
	`/reports/sha256:${'c'.repeat(64)}`,
	'/verify',
	'/verify?file=/srv/altered-a.xcr',
	'/audit',
	'/settings/lab',
	'/settings/documents',
	'/settings/suites',
	'/settings/keys',
	'/settings/trust',
	'/settings/storage',
	'/settings/display',
	'/settings/shortcuts',
	'/settings/about',
	'/nowhere',
	'/runs/no-such-run',
];
const SIZES = [
	{ width: 1366, height: 768 },
	{ width: 1920, height: 1080 },
	{ width: 1093, height: 614 },
	{ width: 911, height: 512 },
];

for (const theme of ['light', 'dark'] as const) {
	test(`axe finds nothing on any screen in the ${theme} theme`, async ({ states }) => {
		const found: string[] = [];
		for (const route of ROUTES) {
			await states.open(route, { theme, language: theme === 'dark' ? 'en' : 'zh' });
			await settled(states.page);
			found.push(...(await violationsOf(states.page)).map((text) => `${route} ${text}`));
		}
		expect(found).toEqual([]);
	});
}

test('an empty data folder shows on every screen why it is empty and what fills it', async ({ emptyStates }) => {
	const { page } = emptyStates;
	for (const route of [
		'/',
		'/host',
		'/products',
		'/suites',
		'/runs',
		'/compare',
		'/matrix',
		'/reports',
		'/audit',
		'/settings/keys',
		'/settings/trust',
	]) {
		await emptyStates.open(route);
		await expect(page.locator('[data-state="empty"]').first(), route).toBeVisible();
	}
});

for (const language of ['zh', 'en'] as const) {
	test(`no screen scrolls sideways at any size in ${language}`, async ({ states }) => {
		const wide: string[] = [];
		for (const route of ROUTES) {
			await states.open(route, { language });
			await settled(states.page);
			for (const size of SIZES) {
				await states.page.setViewportSize(size);
				const excess = await states.page.evaluate(excessWidth);
				if (excess > 0) wide.push(`${route} ${size.width}: ${excess}`);
			}
		}
		expect(wide).toEqual([]);
	});
}

test('of ten thousand cases only what is seen is in the page, filtered or not', async ({ states }) => {
	const { page } = states;
	await states.open('/runs/run-many');
	const rows = page.getByRole('grid', { name: '用例' }).getByRole('row');
	await expect(page.getByRole('grid', { name: '用例' })).toHaveAttribute('aria-rowcount', '10001');
	expect(await rows.count()).toBeGreaterThan(5);
	expect(await rows.count()).toBeLessThanOrEqual(80);
	await page.keyboard.press('/');
	await page.keyboard.type('77');
	await expect(page.getByRole('grid', { name: '用例' })).not.toHaveAttribute('aria-rowcount', '10001');
	expect(await rows.count()).toBeLessThanOrEqual(80);
});

test('a short list ends below its last row', async ({ states }) => {
	await states.open('/products');
	const grid = states.page.getByRole('grid');
	const last = states.page.locator('[role="row"][data-index]').last();
	await expect(last).toBeVisible();
	await expect.poll(async () => (await bottomOf(grid)) - (await bottomOf(last))).toBeLessThanOrEqual(4);
});

test('the way on is at the foot of the window in every step of a plan', async ({ states }) => {
	const { page } = states;
	await page.setViewportSize({ width: 911, height: 512 });
	for (const step of ['', '?step=suites&suites=demo', '?step=params&suites=demo', '?suites=demo']) {
		await states.open(`/plan/new${step}`, { language: 'en' });
		await settled(page);
		const foot = page.locator('.plan-foot');
		await expect.poll(() => bottomOf(foot), step).toBeCloseTo(512, 0);
		await expect.poll(async () => (await foot.boundingBox())?.height, step).toBeLessThan(80);
	}
});

test('in the pseudo language nothing on any screen stays untranslated', async ({ states }) => {
	const plain: string[] = [];
	for (const route of ROUTES) {
		await states.open(route, { language: 'pseudo' });
		await settled(states.page);
		const found = await states.page.evaluate(untranslatedTexts);
		plain.push(...found.map((text) => `${route}: ${text}`));
	}
	expect([...new Set(plain)]).toEqual([]);
});

async function bottomOf(place: Locator): Promise<number> {
	const box = await place.boundingBox();
	// What is not there yet is nowhere: no comparison holds.
	return box === null ? Number.NaN : box.y + box.height;
}

/** How far anything reaches over the edge, once the page has drawn itself in the present size. Runs in the page. */
async function excessWidth(): Promise<number> {
	for (let frames = 0; frames < 3; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
	const main = document.querySelector('main');
	return Math.max(
		document.documentElement.scrollWidth - window.innerWidth,
		(main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
	);
}
