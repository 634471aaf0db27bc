import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';
import { ELECTRON_BIN } from './hosts/electron-host.ts';

test.skip(ELECTRON_BIN !== undefined, 'the desktop window is open to nobody else');

const PASSWORD = 'a password of some length';
let directory: string;
let server: ChildProcess;
let said = '';
test.beforeAll(async () => {
	directory = mkdtempSync(join(tmpdir(), 'shipei-lan-'));
	const [certificate, key, password] = ['cert.pem', 'key.pem', 'password'].map((name) => join(directory, name));
	execFileSync(
		'openssl',
		['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'].concat(
			['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
			['-keyout', key ?? '', '-out', certificate ?? ''],
		),
		{ stdio: 'ignore' },
	);
	writeFileSync(password ?? '', `${PASSWORD}\n`);
	const files = ['--certificate', certificate, '--certificate-key', key, '--password-file', password].map(String);
	server = spawn(process.execPath, ['cli/shipei.js', 'serve', '--lan', ...files, '--data', join(directory, 'data')]);
	server.stdout?.on('data', (piece: Buffer) => (said += piece.toString()));
	server.stderr?.on('data', (piece: Buffer) => (said += piece.toString()));
	await expect.poll(() => said).toMatch(/https:\/\/localhost:\d+[\s\S]*https:/u);
});
test.afterAll(async () => {
	if (server.exitCode === null) {
		server.kill('SIGTERM');
		await once(server, 'exit');
	}
	rmSync(directory, { recursive: true, force: true });
});

test('over the network the page asks for the password, and keeps who knows it signed in until they sign out', async ({
	browser,
}) => {
	expect(said).toMatch(
		/Whoever knows the password can run tests on this machine|任何知道密码的人都可以在本机运行测试/u,
	);
	const address = /https:\/\/localhost:\d+/u.exec(said)?.[0] ?? '';
	const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN' });
	const page = await context.newPage();
	await page.goto(address);
	const password = page.getByLabel('密码');
	await expect(password).toBeFocused();
	await page.keyboard.type('a wrong password');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('密码不正确');
	expect(await violationsOf(page)).toEqual([]);
	await password.fill(PASSWORD);
	// Who was wrong has to wait: asked again until the time is over.
	await expect(async () => {
		const enter = page.getByRole('button', { name: '登录' });
		if (await enter.isVisible()) await enter.click({ timeout: 5000 });
		await expect(page.getByRole('heading', { name: '概览' })).toBeVisible({ timeout: 5000 });
	}).toPass();
	await expect(page.getByText('局域网')).toBeVisible();
	expect(await page.evaluate(() => document.cookie)).toBe('');
	await page.reload();
	await expect(page.getByRole('heading', { name: '概览' })).toBeVisible();

	await page.evaluate(() => {
		window.location.hash = '#/settings/about';
	});
	await page.getByRole('button', { name: '退出登录' }).click();
	await expect(page.getByRole('heading', { name: '登录适配台' })).toBeVisible();
	await context.close();
});
