import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';

const SUITE = `schema: shipei.suite/1
id: offers
version: 1.0.0
title: { zh: 带命令的人工步骤, en: A step with commands }
category: application
product: none
network: none
cases:
  - id: device
    title: { zh: 识别设备, en: The device is seen }
    steps:
      - manual:
          instructions: { zh: 列出设备。, en: List the devices. }
          expect: [{ zh: 列表中有设备, en: It is in the list }]
          evidence: [text]
          commands:
            - { id: list, title: { zh: 列出设备, en: List devices }, run: [sh, -c, "echo device one; exit 4"] }
            - { id: silent, run: ["true"] }
`;

test('a person runs a command that the step offers, and its output is evidence that says how it came', async ({
	app,
}) => {
	const { page } = app;
	const folder = join(app.dataDirectory, 'suites/offers');
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'suite.yaml'), SUITE);
	await app.open('/plan/new?suites=offers', { person: '王工' });
	await page.locator('details.plan-case summary').click();
	await expect(page.getByText('人员可在此步骤运行：')).toBeVisible();
	await expect(page.getByText("$ sh -c 'echo device one; exit 4'").first()).toBeVisible();
	await page.getByRole('button', { name: '锁定计划并开始' }).click();
	await page.getByRole('button', { name: '开始运行' }).click();
	await page.getByRole('button', { name: '填写人工步骤' }).click();

	const block = page.getByRole('region', { name: '预期结果 1' });
	const offered = block.getByRole('list', { name: '可运行的命令' });
	await offered.getByRole('button', { name: 'silent' }).click();
	await expect(page.getByText('命令没有任何输出（退出码 0）；没有可附的内容。')).toBeVisible();
	await offered.getByRole('button', { name: '列出设备' }).click();
	const output = block.getByRole('figure').filter({ hasText: '命令输出' });
	await expect(output).toContainText('list.stdout.txt');
	await expect(output).toContainText('sh -c echo device one; exit 4');
	await expect(output).toContainText('退出码 4');
	expect(await violationsOf(page)).toEqual([]);
	await output.getByRole('link', { name: /list\.stdout\.txt$/u }).click();
	await expect(page.locator('.log')).toContainText('device one');
	await page.goBack();
	await expect(output).toContainText('退出码 4');
	await block.locator('label', { hasText: /^通过/u }).click();
	await page.getByRole('button', { name: '保存并下一条用例' }).click();
	await expect(page.getByText('这次运行的人工步骤都已填写。')).toBeVisible();
	await page.getByRole('button', { name: '回到运行' }).click();
	await page.getByRole('row').filter({ hasText: '识别设备' }).click();
	await expect(page.getByRole('figure').filter({ hasText: '命令输出' }).first()).toContainText('退出码 4');
});
