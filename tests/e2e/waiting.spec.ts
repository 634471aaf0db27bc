import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';
import type { RealApp } from './hosts/host.ts';

const HEAD = `schema: shipei.suite/1
id: waiting
version: 1.0.0
title: { zh: 等待, en: Waiting }
summary: { zh: 测试用。, en: "For tests." }
category: application
product: none
timeout: 10m
network: none
cases:
`;
const LOOKS = `  - id: menus
    title: { zh: 菜单显示正确, en: Menus look right }
    level: must
    steps:
      - manual: { instructions: { zh: 看菜单。, en: Look. }, expect: [{ zh: 正确, en: Right }] }
  - id: print
    title: { zh: 打印清晰, en: The print is clear }
    level: must
    steps:
      - manual: { instructions: { zh: 看纸。, en: Look. }, expect: [{ zh: 清晰, en: Clear }] }
`;
const MEASURED = `  - id: rate
    title: { zh: 速率, en: Rate }
    level: may
    timeout: 5m
    steps:
      - run: ["sh", "-c", "sleep 1.5; echo rate: 12$(date +%N | cut -c1)"]
    bench: { hostLoad: any }
    measure:
      - { metric: rate, unit: 1/s, direction: higher, from: { regex: 'rate: ([0-9.]+)' } }
`;

async function start({ page, dataDirectory, open }: RealApp, cases: string): Promise<void> {
	const folder = join(dataDirectory, 'suites/waiting');
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'suite.yaml'), HEAD + cases);
	await open('/plan/new?suites=waiting', { person: '王工' });
	await page.getByRole('button', { name: '锁定计划并开始' }).click();
	await page.getByRole('button', { name: '开始运行' }).click();
	await page.waitForURL(/#\/runs\//u);
}

test('several manual steps that wait are counted in the strip, listed, and said aloud; each leads to its answer', async ({
	app,
}) => {
	const { page } = app;
	await start(app, LOOKS);
	const pill = page.getByRole('link', { name: '2 个人工步骤等待处理' });
	await expect(pill).toBeVisible();
	await expect(page.locator('[aria-live="assertive"]')).not.toBeEmpty();
	await app.open('/suites');
	await pill.click();
	const list = page.getByRole('region', { name: '未完成的工作' });
	const entry = list.getByRole('listitem').filter({ hasText: '打印清晰' });
	await expect(list.getByRole('listitem').filter({ hasText: '人工步骤' })).toHaveCount(2);
	expect(await violationsOf(page)).toEqual([]);
	await entry.getByRole('button').click();
	await expect(page).toHaveURL(/\/manual\?case=waiting%2Fprint/u);
	await page.locator('label', { hasText: /^通过/u }).first().click();
	await page.getByLabel('填写人').fill('王工');
	await page.getByRole('button', { name: '保存并下一条用例' }).click();
	await expect(page.getByRole('link', { name: '等待人工步骤' })).toHaveAttribute('href', /case=waiting%2Fmenus$/u);
});

test('a page that is loaded anew while something is measured shows what was measured before', async ({ app }) => {
	const { page } = app;
	await start(app, MEASURED);
	const dots = page.locator('.sample-strip circle');
	await expect(async () => expect(await dots.count()).toBeGreaterThanOrEqual(3)).toPass();
	const before = await dots.count();
	await page.reload();
	// All of them at once, with what they come to: not only what is measured from now on.
	await expect(dots.first()).toBeVisible();
	expect(await dots.count()).toBeGreaterThanOrEqual(before);
	await expect(page.getByText(/n = \d+，中位数/u).first()).toBeVisible();
	expect(await violationsOf(page)).toEqual([]);
});
