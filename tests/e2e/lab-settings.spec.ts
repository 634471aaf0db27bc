import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import type { Page } from 'playwright/test';
import { sampleLogo } from '../engine/report/sample-logo.ts';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';
import { picture } from './picture.ts';
import { settled } from './settled.ts';

async function choose(page: Page, section: string, button: string, name: string, bytes: Uint8Array | string) {
	const chooser = page.waitForEvent('filechooser');
	await page.getByRole('region', { name: section }).getByRole('button', { name: button }).click();
	await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

const template = async (text: string) =>
	Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(text)] }] }));

test('a logo is seen before it is printed, replaced and removed; what is none says so and changes nothing', async ({
	app,
}) => {
	const { page } = app;
	await app.open('/settings/documents', { person: '王工' });
	const logo = page.getByRole('region', { name: '封面徽标' });
	await expect(logo).toContainText('未设置');
	await choose(page, '封面徽标', '选择文件…', '徽标.png', sampleLogo(240, 80));
	await expect(logo.getByRole('img', { name: '徽标预览' })).toBeVisible();
	await expect(logo).toContainText('240 × 80 像素');
	for (const [name, bytes, said] of [
		['scan.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', /须为 PNG 或 JPEG.*是 SVG/u],
		['broken.png', sampleLogo().subarray(0, 70), /不完整或已损坏/u],
		['large.png', Buffer.alloc(1_100_000, 1), /1100000 字节/u],
	] as const) {
		await choose(page, '封面徽标', '更换…', name, bytes);
		await expect(logo.getByRole('alert')).toContainText(said);
		await expect(logo).toContainText('240 × 80 像素');
	}
	expect(await violationsOf(page)).toEqual([]);
	await choose(page, '封面徽标', '更换…', 'b.png', sampleLogo(100, 50));
	await expect(logo).toContainText('100 × 50 像素');
	await expect(logo.getByRole('alert')).toHaveCount(0);
	await picture(page, 'settings-documents');
	await page.getByRole('button', { name: '移除徽标' }).click();
	await expect(logo).toContainText('未设置');
	await app.open('/audit', { person: '王工' });
	await page.getByRole('row').filter({ hasText: '更改设置' }).first().click();
	await expect(page.getByText('"report.logo"')).toBeVisible();
});

test('seal and sentences are kept, and a template with an unknown placeholder is not', async ({ app }) => {
	const { page } = app;
	await app.open('/settings/documents', { person: '王工' });
	const seal = page.getByRole('region', { name: '盖章处' });
	await seal.getByLabel('盖章处的文字（中文文档）').fill('（测试报告专用章）');
	await seal.getByLabel('高度（毫米）').fill('40');
	await seal.getByRole('button', { name: '保存' }).click();
	await expect(page.getByText('已保存')).toBeVisible();
	const declaration = page.getByRole('region', { name: '声明页的补充' });
	await declaration.getByLabel('中文').fill('本报告一式三份。\n\n电子版有同等效力。');
	await declaration.getByRole('button', { name: '保存' }).click();
	const card = page.getByRole('region', { name: 'DOCX 模板' });
	await choose(page, 'DOCX 模板', '选择文件…', 'a.docx', await template('{{report.nubmer}}'));
	await expect(card.getByRole('alert')).toContainText('report.nubmer');
	await expect(card).toContainText('未设置');
	await choose(page, 'DOCX 模板', '选择文件…', '信笺.docx', await template('{{report.number}}'));
	await expect(card).toContainText('信笺.docx');
	const { name, file } = await app.handedOver(() => card.getByRole('button', { name: '下载中文示例模板' }).click());
	expect(name).toBe('report-template-zh.docx');
	expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
	await page.reload();
	await expect(seal.getByLabel('盖章处的文字（中文文档）')).toHaveValue('（测试报告专用章）');
	await expect(declaration.getByLabel('中文')).toHaveValue('本报告一式三份。\n电子版有同等效力。');
	await expect(card).toContainText('信笺.docx');
});

test('a target outside the laboratory’s list stands out and is agreed to by its name before the start', async ({
	app,
}) => {
	const { page } = app;
	await mkdir(join(app.dataDirectory, 'suites', 'reaching'), { recursive: true });
	await writeFile(join(app.dataDirectory, 'suites', 'reaching', 'suite.yaml'), REACHING);
	await app.open('/settings/suites');
	await expect(page.getByText('须记下是谁改的')).toBeVisible();
	await expect(page.getByRole('button', { name: '添加目标' })).toBeDisabled();
	await app.open('/settings/suites', { person: '王工' });
	const field = page.getByLabel('主机，可带端口');
	await field.fill('10.0.0.0/8');
	await expect(page.getByText('不支持网段与通配符')).toBeVisible();
	await expect(page.getByRole('button', { name: '添加目标' })).toBeDisabled();
	await field.fill('db.lab');
	await page.getByRole('button', { name: '添加目标' }).click();
	await expect(page.getByRole('button', { name: '移除 db.lab' })).toBeVisible();

	await app.open('/plan/new?suites=reaching', { person: '王工' });
	await page.getByRole('tab', { name: '影响与还原' }).click();
	const networks = page.getByRole('region', { name: '网络目标' });
	await expect(networks.getByRole('listitem').filter({ hasText: 'db.lab:5432' })).toContainText('在本实验室的清单内');
	await expect(networks.getByRole('listitem').filter({ hasText: '172.16.0.9' })).toContainText('不在本实验室的清单内');
	expect(await violationsOf(page)).toEqual([]);
	await picture(page, 'plan-networks');
	await page.getByRole('button', { name: '锁定计划并开始' }).click();
	const dialog = page.getByRole('dialog');
	const start = dialog.getByRole('button', { name: '开始运行' });
	await expect(start).toBeDisabled();
	expect(await violationsOf(page)).toEqual([]);
	await picture(page, 'plan-confirm-network');
	await dialog.getByRole('checkbox', { name: '确认访问 172.16.0.9' }).check();
	await start.click();
	await expect(page).toHaveURL(/#\/runs\//u);
	await expect(page.getByText(/王工 确认访问清单以外的网络目标：172\.16\.0\.9/u).first()).toBeVisible();
});

test('a folder of suites is added, shows what it holds, and is removed', async ({ app }) => {
	const { page } = app;
	const folder = join(app.dataDirectory, 'more suites');
	await mkdir(join(folder, 'extra'), { recursive: true });
	await writeFile(join(folder, 'extra', 'suite.yaml'), REACHING.replace('id: reaching', 'id: extra'));
	await app.open('/settings/suites', { person: '王工' });
	const path = page.getByLabel('引擎所在机器上的绝对路径');
	await path.fill('/no/such/folder');
	await page.getByRole('button', { name: '添加文件夹' }).click();
	await expect(page.getByText('不能作为套件文件夹')).toBeVisible();
	await path.fill(folder);
	await page.getByRole('button', { name: '添加文件夹' }).click();
	const row = page.getByRole('row').filter({ hasText: 'more suites' });
	await expect(row).toContainText('设置');
	await settled(page);
	expect(await violationsOf(page)).toEqual([]);
	await picture(page, 'settings-suites');
	await app.open('/suites/extra', { person: '王工' });
	await expect(page.getByRole('heading', { level: 1 })).toContainText('外联');
	await rm(folder, { recursive: true });
	await app.open('/settings/suites', { person: '王工' });
	await expect(row).toContainText('现在找不到');
	await row.getByRole('button', { name: /移除/u }).click();
	await expect(row).toHaveCount(0);
});

const REACHING = `schema: shipei.suite/1
id: reaching
version: 1.0.0
title: {zh: 外联, en: Reaching}
category: web
network: {lan: ['db.lab:5432', '172.16.0.9']}
cases:
  - id: nothing
    title: {zh: 不做什么, en: Does nothing}
    steps: [{run: ['true']}]
`;
