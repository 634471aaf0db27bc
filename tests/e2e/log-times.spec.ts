import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evidenceFiles } from '../../engine/store/evidence-files.ts';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';
import type { RealApp } from './hosts/host.ts';

const SUITE = `schema: shipei.suite/1
id: slow-output
version: 1.0.0
title: { zh: 慢输出, en: Slow output }
summary: { zh: 逐行输出。, en: "Line by line." }
category: application
product: none
timeout: 10m
network: none
cases:
  - id: slow
    title: { zh: 逐行输出, en: Line by line }
    level: must
    steps:
      - run: ["sh", "-c", "echo one; sleep 1.2; echo two; exit 3"]
    expect: { exit: 0 }
`;

async function runSlowOutput({ page, dataDirectory, open }: RealApp): Promise<string> {
	const folder = join(dataDirectory, 'suites/slow-output');
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'suite.yaml'), SUITE);
	await open('/plan/new?suites=slow-output', { person: '王工' });
	await page.getByRole('button', { name: '锁定计划并开始' }).click();
	await page.getByRole('button', { name: '开始运行' }).click();
	await expect(page.getByRole('button', { name: '生成报告' })).toBeVisible();
	return /runs\/([^/?]+)/u.exec(page.url())?.[1] ?? '';
}

test('each line of a step’s output has its time, on or off as one wants it, also after a reload', async ({ app }) => {
	const { page } = app;
	const run = await runSlowOutput(app);
	await app.open(`/runs/${run}/case/slow-output/slow`);
	await page
		.getByRole('region', { name: '步骤' })
		.getByRole('link', { name: /stdout/u })
		.click();
	await page.waitForURL(/#\/log\//u);
	const log = page.getByRole('region', { name: /stdout/u });
	await expect(log).toContainText('two');
	await expect(page.locator('.log-time')).toHaveCount(0);

	await log.focus();
	await page.keyboard.press('m');
	const times = page.locator('.log-time');
	await expect(times).toHaveCount(2);
	for (const time of await times.allInnerTexts()) expect(time).toMatch(/^\d\d:\d\d:\d\d\.\d \+0:0\d\.\d$/u);
	const [first = 0, second = 0] = (await times.allInnerTexts()).map((text) => Number(text.split('+0:')[1]));
	expect(second - first).toBeGreaterThanOrEqual(1);
	await expect(page.getByText('精度约 100 毫秒')).toBeVisible();
	expect(await violationsOf(page)).toEqual([]);

	await page.reload();
	await expect(times).toHaveCount(2);
	await page.getByRole('checkbox', { name: '时间' }).uncheck();
	await expect(times).toHaveCount(0);
});

test('a file that no step wrote says why its column of times is empty', async ({ app }) => {
	const { page } = app;
	const { digest } = evidenceFiles(app.dataDirectory).keep({ bytes: Buffer.from('from elsewhere\n') });
	await app.open(`/log/${digest.sha256}?name=notes.txt`);
	await page.getByRole('checkbox', { name: '时间' }).check();
	await expect(page.locator('[data-times="unknown"]')).toContainText('时间列为空');
	await expect(page.locator('.log-time')).toHaveText(['']);
	expect(await violationsOf(page)).toEqual([]);
});
