import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrustRoot } from '../../contract/trust.ts';
import { trustFromFile } from '../../engine/bundle/index.ts';
import { makeTrustList, person, trusted, trustRoot } from '../engine/bundle/workshop.ts';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';
import { picture } from './picture.ts';

const [one, two, three] = [person('甲'), person('乙'), person('丙')] as const;
const lab = person('李四');
const vendor = person('张三');

const list = (change: Partial<TrustRoot>) =>
	makeTrustList(trustRoot([one, two, three], [trusted(lab, ['lab'])], { threshold: 2, ...change }), [one, two]);

test('the first list needs the fingerprint that its publisher names; the next shows what it changes; an older one is refused', async ({
	app,
}) => {
	const { page, dataDirectory } = app;
	const first = await list({ expires: '2020-01-01T00:00:00Z' });
	const { fingerprint } = trustFromFile(first);
	const write = async (name: string, bytes: Uint8Array) => {
		const path = join(dataDirectory, name);
		await writeFile(path, bytes);
		return path;
	};
	const file = await write('信任-1.json', first);
	const second = await write(
		'信任-2.json',
		await list({
			version: 2,
			expires: new Date(Date.now() + 10 * 86_400_000).toISOString(),
			keys: [trusted(vendor, ['vendor', 'suite-publisher'], { owner: '某厂商', scopes: ['pkg:deb/'] })],
			revoked: [{ keyid: lab.keyid, since: '2026-06-01T00:00:00Z', reason: '电脑失窃', compromised: true }],
		}),
	);
	await app.open('/settings/trust', { person: '王工' });
	const chooser = page.locator('input[type="file"]');
	await chooser.setInputFiles(file);
	const field = page.getByLabel('发布方公布的指纹');
	const pin = page.getByRole('button', { name: '固定并核对文件' });
	await expect(page.getByText(fingerprint)).toHaveCount(0);
	await field.fill('12 34');
	await expect(page.getByText('指纹为 64 位十六进制数字')).toBeVisible();
	await expect(pin).toBeDisabled();
	await field.fill('0'.repeat(64));
	await pin.click();
	const refused = page.getByRole('alert');
	await expect(refused).toHaveAttribute('data-code', 'trust.not-pinned');
	expect(await violationsOf(page)).toEqual([]);
	await picture(page, 'trust-pin');
	await field.fill((fingerprint.slice('sha256:'.length).match(/.{4}/gu) ?? []).join(' ').toUpperCase());
	await pin.click();
	const dialog = page.getByRole('dialog', { name: '导入信任列表' });
	await expect(dialog.locator('[data-change="keyAdded"]')).toContainText('某测试中心 · 李四');
	await dialog.getByRole('button', { name: '采用此列表' }).click();
	await expect(page.locator('[data-freshness="expired"]')).toContainText('信任列表已过期，自 2020年1月1日');
	await expect(
		page
			.getByRole('group', { name: /^根密钥/u })
			.locator('tr')
			.filter({ hasText: '未签此版' }),
	).toHaveCount(1);
	await expect(page.getByText('与在用的列表相同')).toBeVisible();

	await chooser.setInputFiles(second);
	await expect(dialog).toContainText('1 → 2');
	const changes = dialog.locator('[data-change]');
	for (const text of ['新吊销', lab.keyid, '电脑失窃', '已泄露']) await expect(changes.first()).toContainText(text);
	await expect(changes.filter({ hasText: '移除密钥' })).toContainText('某测试中心');
	await expect(changes.filter({ hasText: '新增密钥' })).toContainText('某厂商 · 张三（厂商、套件发布方 · pkg:deb/');
	expect(await violationsOf(page)).toEqual([]);
	await picture(page, 'trust-import');
	await dialog.getByRole('button', { name: '采用此列表' }).click();
	await expect(page.locator('[data-freshness="expiring"]')).toContainText('还有 10 天');
	const revoked = page.getByRole('group', { name: '已吊销' });
	for (const text of [lab.keyid, '电脑失窃', '2026年6月1日', '已泄露']) await expect(revoked).toContainText(text);
	await expect(page.getByText('首次采用的列表')).toBeVisible();

	await chooser.setInputFiles(file);
	await expect(refused).toHaveAttribute('data-code', 'trust.rollback');
	await expect(refused).toContainText('第 1 版早于已采用的第 2 版');
	await expect(page.locator('[data-freshness="expiring"]')).toBeVisible();
	await chooser.setInputFiles(second);
	await expect(dialog).toContainText('这就是在用的列表');
	await expect(dialog.getByRole('button', { name: '采用此列表' })).toBeDisabled();
	await page.keyboard.press('Escape');
	expect(await violationsOf(page)).toEqual([]);
	await picture(page, 'settings-trust');
});
