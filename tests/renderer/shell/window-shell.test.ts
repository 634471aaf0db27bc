import { expect, test } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { renewableTransport } from '../../../contract/renewable-transport.ts';
import type { WindowBridge } from '../../../contract/window-bridge.ts';
import { watchDisplay } from '../../../electron/main/display.ts';
import { systemSecrets } from '../../../electron/main/secrets.ts';
import { dispatchShell } from '../../../electron/main/shell-calls.ts';
import { shellHandlers } from '../../../electron/main/shell-handlers.ts';
import { openWindow } from '../../../electron/main/window.ts';
import { windowShell } from '../../../renderer/shell/window-shell.ts';
import { displayAt, type FakeWindow, fake } from '../../electron/fake-electron.ts';

// The page's side and main's side of the shell table, joined without the preload between them.
const window = openWindow({ preload: '/preload.cjs', icon: '/icon.png' });
const handlers = shellHandlers(() => window, createClient(renewableTransport()), systemSecrets());
const bridge: WindowBridge = {
	askForPort: () => undefined,
	call: (method, input) => dispatchShell(handlers, method, input),
	pathOf: () => '/home/lab/包 1.deb',
	onRoute: () => () => undefined,
	onDisplay(listener) {
		watchDisplay(window, listener);
		return () => undefined;
	},
};
const shell = windowShell(bridge);

test('a passphrase goes into the key ring and comes back; where there is none, the page hears that nothing was kept', async () => {
	expect(await shell.keyRing?.keep('key', '口令')).toBe(true);
	expect(await shell.keyRing?.read('key')).toBe('口令');
	fake.backend = 'basic_text';
	expect(await shell.keyRing?.keep('key', '口令')).toBe(false);
	fake.backend = 'gnome_libsecret';
});

test('a place for a file is where the person said, or nothing', async () => {
	fake.answers.push({ canceled: true, filePath: '' }, { canceled: false, filePath: '/media/u/报告.xcr' });
	expect(await shell.placeForFile('报告.xcr', '保存')).toBeNull();
	expect((await shell.placeForFile('报告.xcr', '保存'))?.file).toBe('/media/u/报告.xcr');
	expect(await shell.bringFile({} as File)).toBe('/home/lab/包 1.deb');
});

test('the page knows the display that the window is on, and hears when it is another one', async () => {
	await new Promise(setImmediate);
	expect(shell.display.get()).toBe('7 1366x768');
	fake.displays = [displayAt(7, 0, 1366, 768), displayAt(8, 1366, 1920, 1080)];
	const played = window as unknown as FakeWindow;
	played.movedTo = { x: 1400, y: 0, width: 1000, height: 600 };
	played.emit('move');
	expect(shell.display.get()).toBe('8 1920x1080');
});

test('what main refuses is thrown with its code', async () => {
	await expect(shell.captureScreen()).rejects.toMatchObject({ code: 'window.no-screen' });
});
