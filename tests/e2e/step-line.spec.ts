import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';

const SUITE = `schema: shipei.suite/1
id: slow
version: 1.0.0
title: { zh: 慢步骤, en: Slow steps }
summary: { zh: 测试用。, en: "For tests." }
category: application
product: none
network: none
cases:
  - id: waits
    title: { zh: 等一会儿, en: Waits a while }
    timeout: 10m
    steps:
      - { run: [echo, ready], title: { zh: 先说一声, en: Says so first }, timeout: 20s }
      - { run: [sleep, "300"], title: { zh: 长步骤, en: A long one }, timeout: 5m }
    cleanup:
      - { run: [echo, tidy], timeout: 1m }
`;

test('the steps of the running case stand as a time line, each with its time of its limit, also after a reload', async ({
	app,
}) => {
	const { page } = app;
	const folder = join(app.dataDirectory, 'suites/slow');
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'suite.yaml'), SUITE);
	await app.open('/plan/new?suites=slow', { person: '王工' });
	await page.getByRole('button', { name: '锁定计划并开始' }).click();
	await page.getByRole('button', { name: '开始运行' }).click();

	const line = page.getByRole('list', { name: '步骤与时限' });
	const step = (name: string) => line.getByRole('listitem').filter({ hasText: name });
	await expect(step('长步骤')).toHaveAttribute('data-state', 'running');
	await expect(step('长步骤')).toContainText(/秒，时限 5 分/u);
	await expect(step('先说一声')).toHaveAttribute('data-state', 'passed');
	await expect(step('先说一声')).toContainText(/\d 毫秒|\d 秒/u);
	await expect(step('echo tidy')).toContainText('时限 1 分');
	const before = await step('长步骤').textContent();
	await expect(step('长步骤')).not.toHaveText(before ?? '');
	expect(await violationsOf(page)).toEqual([]);

	await page.reload();
	await expect(step('先说一声')).toHaveAttribute('data-state', 'passed');
	await expect(step('长步骤')).toContainText(/秒，时限 5 分/u);
	const { value, max } = await step('长步骤')
		.locator('progress')
		.evaluate((bar: HTMLProgressElement) => ({ value: bar.value, max: bar.max }));
	expect([max, value > 0]).toEqual([300_000, true]);
	await page.getByRole('button', { name: '停止' }).click();
	await page.getByRole('dialog').getByRole('button', { name: '停止' }).click();
	await expect(line).toHaveCount(0);
});
