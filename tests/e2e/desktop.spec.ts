import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from './app.ts';
import { ELECTRON_BIN, launchArguments, withWindow } from './hosts/electron-host.ts';

// What only the desktop window has. Everything else is in the other specs, which run in it too.
test.skip(ELECTRON_BIN === undefined, 'only in the desktop window: ELECTRON_BIN names no Electron');

test('the page has no Node, no Electron and no way to another address', async () => {
	await withWindow({}, async (electron) => {
		const page = await electron.firstWindow();
		await page.locator('main').waitFor();
		expect(page.url()).toMatch(/^shipei-app:\/\/app\//u);
		expect(
			await page.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in window)),
		).toEqual([]);
		await page.evaluate(() => window.location.assign('https://example.org/'));
		expect(await page.evaluate(() => window.open('https://example.org/'))).toBeNull();
		expect(page.url()).toMatch(/^shipei-app:\/\/app\//u);
		expect(electron.windows()).toHaveLength(1);
	});
});

test('a second start brings its bundle to the window that is there, and ends', async () => {
	await withWindow({}, async (electron, folder) => {
		const page = await electron.firstWindow();
		await page.locator('main h1').first().waitFor();
		const second = spawn(ELECTRON_BIN ?? '', [...launchArguments(folder), '报告 1.xcr'], { stdio: 'ignore' });
		const [code] = await once(second, 'exit');
		expect(code).toBe(0);
		await expect(page).toHaveURL(/#\/verify\?file=.*%E6%8A%A5%E5%91%8A%201\.xcr$/u);
	});
});
