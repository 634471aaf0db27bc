import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright/test';
import type { Input, MethodName, Output } from '../../contract/methods.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { expect, test } from './app.ts';
import { ELECTRON_BIN } from './hosts/electron-host.ts';

const browser = await findBrowser();
test.use({
	launchOptions: {
		...(browser === null ? {} : { executablePath: browser.executablePath }),
		// A camera that shows a test picture, for machines that have none.
		args: [...(browser?.args ?? []), '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
	},
});
test.skip(ELECTRON_BIN !== undefined, 'the camera is the browser’s here');

test('what a person proves: a photo, its redacted copy and a witness; a reviewer opens it before agreeing; the matrix inherits', async ({
	app,
}) => {
	const { page } = app;
	await app.open('/settings/lab', { person: '王工' });
	await page.getByRole('switch', { name: '人工结果需要第二人见证' }).click();
	await page.getByLabel('名称', { exact: true }).fill('李工');
	await page.getByRole('button', { name: '添加人员' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: '李工' })).toBeVisible();
	await page.getByLabel('同意前须打开的证据份数').fill('1');
	await page.locator('.field').filter({ hasText: '同意前须打开' }).getByRole('button', { name: '保存' }).click();
	await page.getByLabel('报告编号规则').fill('SPT-{year}-{seq:4}');
	await page.locator('.panel').filter({ hasText: '报告编号规则' }).getByRole('button', { name: '保存' }).click();
	await expect(page.getByText('已保存')).toBeVisible();

	const { profile, evidence } = await detected(page);
	const correction = { profile: evidence, field: 'memory.total', value: '32 GiB', by: '王工', reason: '与铭牌核对' };
	await call(page, 'host.correct', correction);
	const { run } = await call(page, 'run.start', { suites: ['office-demo'] });
	await app.open(`/runs/${run}/manual`, { person: '王工' });
	const block = page.getByRole('region', { name: '预期结果 1' });
	await block.getByRole('button', { name: '拍照' }).click();
	await page.getByRole('dialog', { name: '拍照' }).getByRole('button', { name: '拍摄' }).click();
	const photo = block.getByRole('figure').filter({ hasText: '摄像头' });
	await expect(photo).toBeVisible();

	await photo.getByRole('button', { name: '遮盖…' }).click();
	const redact = page.getByRole('dialog', { name: '遮盖图片' });
	await redact.getByLabel('宽').fill('200');
	await redact.getByRole('button', { name: '加入区域' }).click();
	await drag(page, redact.locator('canvas'));
	await redact.getByRole('button', { name: /保\s*存/u }).click();
	const redacted = block.getByRole('figure').filter({ hasText: '遮盖后' });
	await expect(redacted).toBeVisible();
	expect(await blackShare(page, '遮盖后')).toBeGreaterThan(await blackShare(page, '摄像头'));

	await block.locator('label', { hasText: /^通过/u }).click();
	await block.getByRole('button', { name: '复制预期结果' }).click();
	await page.getByRole('button', { name: '保存并下一条用例' }).click();
	await expect(page.getByRole('alert').filter({ hasText: '请填写另一位见证人的姓名' })).toBeVisible();
	await page.getByLabel('见证人').fill('王工');
	await expect(page.getByRole('alert').filter({ hasText: '请填写另一位见证人的姓名' })).toBeVisible();
	await expect(page.locator('datalist option[value="李工"]').first()).toBeAttached();
	await page.getByLabel('见证人').fill('李工');
	await page.getByRole('button', { name: '保存并下一条用例' }).click();
	await expect(page.getByText('这次运行的人工步骤都已填写。')).toBeVisible();
	const { answers } = await call(page, 'run.case', { run, key: 'office-demo/looks-right' });
	const [given] = answers[0]?.answers ?? [];
	expect(given).toMatchObject({ witness: '李工', evidence: [{ source: 'camera' }, { source: 'redacted' }] });
	expect(given?.evidence[1]?.parent).toBe(given?.evidence[0]?.digest.sha256);

	await expect.poll(async () => (await call(page, 'run.show', { run })).state).toBe('ended');
	const keys = await call(page, 'key.create', { owner: { orgName: '示例实验室', person: '王工', role: 'lab' } });
	await call(page, 'key.create', { owner: { orgName: '示例实验室', person: '李工', role: 'lab' } });
	await app.open(`/reports/draft/${run}`, { person: '王工' });
	await page.getByRole('button', { name: '取号' }).click();
	await expect(page.getByLabel('报告编号')).toHaveValue(/^SPT-\d{4}-0001$/u);
	const out = `${app.dataDirectory}/reports/a.xcr`;
	await call(page, 'report.export', { run, out, keyids: keys.map(({ keyid }) => keyid) });
	const [report] = await call(page, 'report.list', {});
	expect(report).toMatchObject({ stage: 'signed', awaits: { role: 'reviewer' } });
	await app.open('/', { person: '李工' });
	// The laboratory made 李工 an operator: who reviews is for it to say.
	await expect(page.getByText('等待其他人审核或批准的报告：1 份')).toBeVisible();
	const people = [{ name: '李工', roles: ['operator', 'reviewer'] }];
	await call(page, 'settings.change', { name: 'people', value: people });
	await page.getByRole('button', { name: '去审核' }).click();
	const preview = page.frameLocator('iframe').first();
	await expect(preview.locator('#t-corrections')).toContainText('32 GiB');
	await expect(preview.locator('#t-corrections')).toContainText('王工');

	await expect(page.getByRole('region', { name: '未通过的用例' })).toContainText('动态库齐全');
	// What comes late moves the form, and a list that has moved away closes: so by keys, once all is there.
	await expect(page.getByRole('region', { name: '抽查证据' }).getByRole('button').first()).toBeVisible();
	await page.getByLabel('决定').press('ArrowDown');
	await page.getByLabel('决定').press('Enter');
	await expect(page.getByTitle('同意', { exact: true }).first()).toBeVisible();
	const sign = page.getByRole('button', { name: '签名并写入报告' });
	await expect(sign).toBeDisabled();
	await page.getByRole('region', { name: '抽查证据' }).getByRole('button').first().click();
	await expect(page.locator('.ant-modal-body').locator('pre, img')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('region', { name: '抽查证据' })).toContainText('已打开 1 份');
	await sign.click();
	await expect(page.getByText('审核已写入')).toBeVisible();
	const answer = execFileSync(process.execPath, ['cli/shipei.js', 'verify', out, '--json'], { encoding: 'utf8' });
	expect(JSON.parse(answer)).toMatchObject({ reviews: [{ decision: 'approved', person: '李工' }] });
	expect(profile.memory.total.value).not.toBe('32 GiB');
	await app.open('/reports', { person: '王工' });
	await expect(page.getByRole('grid', { name: '报告' })).toContainText('待批准');

	await app.open('/matrix', { person: '王工' });
	const matrix = page.getByRole('treegrid', { name: '适配矩阵' });
	const tested = (await matrix.getByRole('columnheader').nth(1).getAttribute('title')) ?? '';
	expect(tested).not.toBe('');
	await declareInheritance(page, tested, '腾锐 D3000 · 银河麒麟 V10');
	const inherited = matrix.getByRole('gridcell').filter({ hasText: '沿用：不通过' });
	await expect(inherited).toHaveClass(/matrix-inherited/u);
	await inherited.click();
	await expect(page.getByRole('complementary', { name: '历次报告' })).toContainText(tested);
	const paper = await page.pdf({ preferCSSPageSize: true });
	// A3 across, in points.
	expect(paper.toString('latin1')).toMatch(/\/MediaBox \[0 0 119[01]\.?\d* 84[12]/u);
});

async function declareInheritance(page: Page, from: string, to: string): Promise<void> {
	await page.getByRole('button', { name: '规则…' }).click();
	const rules = page.getByRole('dialog', { name: '矩阵规则' });
	await rules.getByLabel('从平台').fill(from);
	await rules.getByLabel('到平台').fill(to);
	await rules.getByLabel('依据').fill('实验室政策 3.2');
	await rules.getByRole('button', { name: '添加规则' }).click();
	await expect(rules.getByText('实验室政策 3.2')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(rules).toBeHidden();
}

async function call<Name extends MethodName>(page: Page, method: Name, input: Input<Name>): Promise<Output<Name>> {
	const answer = await page.evaluate(
		async ([name, body]) => {
			const response = await fetch(`/api/${name}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			});
			return (await response.json()) as { ok: boolean; value: unknown };
		},
		[method, input] as const,
	);
	expect(answer).toMatchObject({ ok: true });
	return answer.value as Output<Name>;
}

async function detected(page: Page) {
	await call(page, 'host.detect', {});
	const current = await call(page, 'host.current', {});
	if (current === null) throw new Error('the machine was not recorded');
	return current;
}

async function drag(page: Page, canvas: ReturnType<Page['locator']>): Promise<void> {
	const box = await canvas.boundingBox();
	if (box === null) throw new Error('there is no picture');
	await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.4);
	await page.mouse.down();
	await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.8, { steps: 4 });
	await page.mouse.up();
}

/** How much of the thumb with these words is black. */
async function blackShare(page: Page, words: string): Promise<number> {
	const picture = page.getByRole('figure').filter({ hasText: words }).locator('img').first();
	await picture.waitFor();
	return picture.evaluate(async (image: HTMLImageElement) => {
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = image.naturalWidth;
		canvas.height = image.naturalHeight;
		const paper = canvas.getContext('2d');
		paper?.drawImage(image, 0, 0);
		const { data } = paper?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() };
		let black = 0;
		for (let at = 0; at < data.length; at += 4)
			if ((data[at] ?? 1) + (data[at + 1] ?? 1) + (data[at + 2] ?? 1) === 0) black += 1;
		return black / (data.length / 4);
	});
}
