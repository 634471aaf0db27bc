import type { Locator, Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';
import { untranslatedTexts } from './untranslated.ts';

interface Opened {
	readonly route: string;
	readonly open: (page: Page) => Promise<void>;
	/** In a drawer on narrow displays only. */
	readonly narrow?: boolean;
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const row = (page: Page) => page.getByRole('row').nth(1).click();

const DIALOGS: readonly Opened[] = [
	{ route: '/runs', open: (page) => page.keyboard.press('?') },
	{ route: '/runs', open: (page) => page.keyboard.press('Control+k') },
	{ route: '/runs/run-live', open: press('停止') },
	{ route: '/runs/run-done/case/demo/case-2', open: press('申请带条件通过') },
	{ route: '/runs/run-done/case/demo/case-2', open: press('标记套件问题') },
	{ route: '/runs/run-done/case/demo/case-2', open: press('重跑此用例') },
	{ route: '/plan/new?suites=demo', open: press('锁定计划并开始') },
	{ route: '/runs/run-live/manual', open: press('拍照') },
	{ route: '/reports', open: press('生成报告') },
	{ route: `/reports/sha256:${'b'.repeat(64)}`, open: press('更正…') },
	{ route: '/settings/keys', open: press('创建密钥…') },
	{ route: '/settings/keys', open: press('停用') },
	{ route: '/settings/keys', open: press('导入密钥…') },
	{ route: '/settings/keys', open: press('备份私钥…') },
	{ route: '/settings/keys', open: press('指纹卡…') },
	{ route: '/audit', open: press('校验链') },
	{ route: '/audit', open: row, narrow: true },
	{ route: '/products/demo-1', open: async () => undefined, narrow: true },
	{ route: '/matrix', open: (page) => page.getByRole('gridcell').first().click(), narrow: true },
	{ route: '/matrix', open: press('规则…') },
];

for (const { theme, size } of [
	{ theme: 'light', size: { width: 1366, height: 768 } },
	{ theme: 'dark', size: { width: 911, height: 512 } },
] as const) {
	test(`dialogs and drawers fit into ${size.width}×${size.height}, axe finds nothing in them, Escape closes them, ${theme}`, async ({
		states,
	}) => {
		const { page } = states;
		await page.setViewportSize(size);
		const found: string[] = [];
		for (const { route, open, narrow } of DIALOGS) {
			if (narrow === true && size.width > 1100) continue;
			await states.open(route, { theme, person: '王工' });
			await open(page);
			const dialog = page.getByRole('dialog');
			await expect(dialog, route).toBeVisible();
			found.push(...(await violationsOf(page)).map((text) => `${route} ${text}`));
			const cut = await cutOff(dialog);
			if (cut !== null) found.push(`${route} ${cut}`);
			await expect(
				page.locator('[role="dialog"]:focus, [role="dialog"] :focus'),
				`${route} holds the focus`,
			).toHaveCount(1);
			await page.keyboard.press('Escape');
			await expect(dialog, route).toHaveCount(0);
		}
		expect(found).toEqual([]);
	});
}

test('in the pseudo language nothing in any dialog stays untranslated', async ({ states }) => {
	const { page } = states;
	const plain: string[] = [];
	for (const { route, open, narrow } of DIALOGS) {
		if (narrow === true) continue;
		await states.open(route, { language: 'pseudo', person: '王工' });
		// The pseudo language wraps the Chinese words, so the buttons are found by them all the same.
		await open(page);
		await expect(page.getByRole('dialog'), route).toBeVisible();
		const found = await page.evaluate(untranslatedTexts);
		plain.push(...found.map((text) => `${route}: ${text}`));
		await page.keyboard.press('Escape');
	}
	expect([...new Set(plain)]).toEqual([]);
});

/** How a dialog reaches over the edge of the window; null when it is seen whole. */
async function cutOff(dialog: Locator): Promise<string | null> {
	return dialog.evaluate((element) => {
		const box = element.getBoundingClientRect();
		const whole = box.left >= 0 && box.top >= 0 && box.right <= window.innerWidth && box.bottom <= window.innerHeight;
		return whole ? null : `is cut: ${Math.round(box.top)} to ${Math.round(box.bottom)} of ${window.innerHeight}`;
	});
}
