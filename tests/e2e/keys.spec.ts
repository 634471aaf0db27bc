import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { generateKey, writePrivateKey } from '../../engine/crypto/index.ts';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';
import { ELECTRON_BIN } from './hosts/electron-host.ts';
import { picture } from './picture.ts';

const PASSPHRASE = 'r7#Kq!v2Zp9w';

test('a key that was made elsewhere comes in once its passphrase is right; what is none, and what is here, is refused', async ({
	app,
}) => {
	const { page, dataDirectory } = app;
	const file = join(dataDirectory, '旧密钥.pem');
	await writeFile(file, await writePrivateKey(generateKey('sm2-sm3'), PASSPHRASE));
	const letter = join(dataDirectory, '信.pem');
	await writeFile(letter, 'Dear laboratory');
	await app.open('/settings/keys', { person: '王工' });
	await page.getByRole('button', { name: '导入密钥…' }).click();
	const dialog = page.getByRole('dialog', { name: '导入私钥' });
	const confirm = dialog.getByRole('button', { name: /导\s*入/u });
	const refused = dialog.getByRole('alert');
	const choose = (path: string) => dialog.locator('input[type="file"]').setInputFiles(path);
	await dialog.getByLabel('机构').fill('示例实验室');
	await choose(letter);
	await expect(refused).toContainText('没有可用的密钥');
	await choose(file);
	await expect(refused).toHaveCount(0);
	await expect(confirm).toBeDisabled();
	await dialog.getByLabel('口令').fill('wrong');
	await confirm.click();
	await expect(refused).toContainText('口令不对');
	expect(await violationsOf(page)).toEqual([]);
	await picture(page, 'key-import-refused');
	await dialog.getByLabel('口令').fill(PASSPHRASE);
	await confirm.click();
	await expect(dialog).toHaveCount(0);
	const card = page.getByRole('article').filter({ hasText: '示例实验室 王工' });
	await expect(card).toContainText('没有单独的备份文件');
	await page.getByRole('button', { name: '导入密钥…' }).click();
	await choose(file);
	await dialog.getByLabel('机构').fill('别家');
	await dialog.getByLabel('口令').fill(PASSPHRASE);
	await confirm.click();
	await expect(refused).toContainText('已在密钥目录中（示例实验室 · 王工）');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('article')).toHaveCount(1);
});

test('a new key says how strong its passphrase is, is backed up once it is right, and the copy opens', async ({
	app,
}) => {
	const { page } = app;
	await app.open('/settings/keys', { person: '王工' });
	await page.getByRole('button', { name: '创建密钥…' }).click();
	const making = page.getByRole('dialog', { name: '创建签名身份' });
	await making.getByLabel('机构').fill('示例实验室');
	const passphrase = making.getByLabel('口令', { exact: true });
	for (const [text, strength] of [
		['aaaaaaaaaaaaaaaa', '弱'],
		['kdmw-vuzq', '一般'],
		[PASSPHRASE, '强'],
	] as const) {
		await passphrase.fill(text);
		await expect(making.getByRole('status')).toHaveText(`口令强度：${strength}`);
	}
	expect(await violationsOf(page)).toEqual([]);
	await picture(page, 'key-create');
	await making.getByLabel('再次输入口令').fill(PASSPHRASE);
	await making.getByRole('button', { name: '创建密钥…' }).click();
	const card = page.getByRole('article').filter({ hasText: 'SM2' });
	await card.getByRole('button', { name: '备份私钥…' }).click();
	const dialog = page.getByRole('dialog', { name: '备份私钥' });
	await dialog.getByLabel('口令').fill('wrong');
	await dialog.getByRole('button', { name: '保存备份文件' }).click();
	await expect(dialog.getByRole('alert')).toContainText('口令不对');
	expect(await violationsOf(page)).toEqual([]);
	await dialog.getByLabel('口令').fill(PASSPHRASE);
	await picture(page, 'key-backup');
	const { name, file } = await app.handedOver(() => dialog.getByRole('button', { name: '保存备份文件' }).click());
	expect(name).toMatch(/^sm3-[0-9a-f]+\.backup\.pem$/u);
	expect(await readFile(file, 'utf8')).toContain('-----BEGIN ENCRYPTED PRIVATE KEY-----');
	await expect(card).not.toContainText('没有单独的备份文件');
	await picture(page, 'settings-keys');
	await app.open('/audit');
	await expect(page.getByRole('row').filter({ hasText: '备份密钥' })).toHaveCount(1);
});

test('on paper there is the fingerprint card and nothing else, all of it and no private key', async ({ states }) => {
	test.skip(ELECTRON_BIN !== undefined, 'paper is made by the browser under test');
	const { page } = states;
	await states.open('/settings/keys', { theme: 'dark' });
	await page.getByRole('button', { name: '指纹卡…' }).first().click();
	await expect(page.getByRole('dialog', { name: '指纹卡' })).toContainText('5a5a');
	expect(await violationsOf(page)).toEqual([]);
	await picture(page, 'key-card');
	await page.emulateMedia({ media: 'print' });
	expect(await seen(page)).toEqual(['fingerprint-sheet']);
	const sheet = page.locator('.fingerprint-sheet');
	for (const text of [
		'示例适配实验室',
		'王工',
		'实验室',
		'SM2 / SM3',
		'2026年9月1日',
		`sm3:${'5a'.repeat(32)}`,
		'核对人',
	])
		await expect(sheet).toContainText(text);
	await expect(sheet.locator('.fingerprint-groups li')).toHaveText(Array.from({ length: 16 }, () => '5a5a'));
	await picture(page, 'key-card-paper');
	await page.emulateMedia({ media: 'screen' });
	await page.keyboard.press('Escape');
	await expect(sheet).toHaveCount(0);
});

/** Classes of what the body shows. */
function seen(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.body.children]
			.filter((element) => element.getClientRects().length > 0)
			.map(({ className }) => className),
	);
}
