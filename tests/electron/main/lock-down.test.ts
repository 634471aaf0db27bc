import type { EventEmitter } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import { isPage, lockDown } from '../../../electron/main/lock-down.ts';
import { PAGE_ORIGIN } from '../../../electron/main/page-protocol.ts';
import { isTrusted } from '../../../electron/main/trusted-sender.ts';
import { openWindow } from '../../../electron/main/window.ts';
import { FakeContents, fake, session } from '../fake-electron.ts';

beforeAll(() => lockDown());

describe('the window', () => {
	it('is sandboxed and isolated, has no Node, and opens our own page only', () => {
		const window = openWindow({ preload: '/preload.cjs', icon: '/icon.png' });
		const { options } = fake.windows.at(-1) as (typeof fake.windows)[number];
		expect(options.webPreferences).toEqual({
			preload: '/preload.cjs',
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			webSecurity: true,
			spellcheck: false,
			devTools: false,
		});
		expect(window.webContents.getURL()).toBe(`${PAGE_ORIGIN}/`);
	});

	it.each([
		['will-frame-navigate', { isMainFrame: true, url: 'https://example.org/' }, true],
		['will-frame-navigate', { isMainFrame: true, url: 'file:///etc/passwd' }, true],
		['will-frame-navigate', { isMainFrame: true, url: 'shipei-app://app.evil/' }, true],
		['will-frame-navigate', { isMainFrame: true, url: `${PAGE_ORIGIN}/` }, false],
		['will-frame-navigate', { isMainFrame: false, url: `${PAGE_ORIGIN}/` }, true],
		['will-frame-navigate', { isMainFrame: false, url: 'https://example.org/' }, true],
		['will-frame-navigate', { isMainFrame: false, url: 'about:srcdoc' }, false],
		['will-redirect', {}, true],
		['will-attach-webview', {}, true],
	])('%s %j is stopped: %s', (name, details, stopped) => {
		const contents = new FakeContents();
		expect(isStopped(contents, name, details)).toBe(stopped);
	});

	it('opens no windows and downloads nothing', () => {
		expect(new FakeContents().openHandler?.()).toEqual({ action: 'deny' });
		expect(isStopped(session.defaultSession, 'will-download', {})).toBe(true);
	});

	it.each([
		['media', ['video'], true],
		['media', ['audio'], false],
		['media', ['video', 'audio'], false],
		['media', [], false],
		['clipboard-sanitized-write', [], true],
		['notifications', [], true],
		['clipboard-read', [], false],
		['display-capture', ['video'], false],
		['geolocation', [], false],
		['openExternal', [], false],
		['usb', [], false],
	])('the permission %s %j is given to our page: %s', (permission, mediaTypes, given) => {
		expect(asks(`${PAGE_ORIGIN}/`, permission, mediaTypes)).toBe(given);
		expect(checks(`${PAGE_ORIGIN}/`, permission, mediaTypes)).toBe(given);
		expect(asks('https://example.org/', permission, mediaTypes)).toBe(false);
		expect(checks('https://example.org/', permission, mediaTypes)).toBe(false);
	});

	it.each([
		[`${PAGE_ORIGIN}/`, true],
		[`${PAGE_ORIGIN}/#/runs`, true],
		['shipei-app://app.evil/', false],
		['shipei-app://app@evil/', false],
		['shipei-app://other/', false],
		['https://example.org/shipei-app://app/', false],
		['file:///etc/passwd', false],
		['', false],
	])('takes %s for its own page: %s', (url, ours) => {
		expect(isPage(url)).toBe(ours);
	});

	it('is heard only from the top frame of its own page', () => {
		const frame = (url: string, parent: unknown) =>
			({ senderFrame: { url, parent } }) as Parameters<typeof isTrusted>[0];
		expect(isTrusted(frame(`${PAGE_ORIGIN}/`, null))).toBe(true);
		expect(isTrusted(frame(`${PAGE_ORIGIN}/`, {}))).toBe(false);
		expect(isTrusted(frame('https://example.org/', null))).toBe(false);
		expect(isTrusted({ senderFrame: null } as Parameters<typeof isTrusted>[0])).toBe(false);
	});
});

function isStopped(emitter: EventEmitter, name: string, details: object): boolean {
	let stopped = false;
	const preventDefault = () => {
		stopped = true;
	};
	emitter.emit(name, { ...details, preventDefault });
	return stopped;
}

function asks(url: string, permission: string, mediaTypes: string[]): boolean | undefined {
	const request = fake.permission.request as (...values: unknown[]) => void;
	let given: boolean | undefined;
	const answer = (allowed: boolean) => {
		given = allowed;
	};
	request({ getURL: () => url }, permission, answer, { mediaTypes });
	return given;
}

/** Chromium asks for one kind at a time here. */
function checks(url: string, permission: string, mediaTypes: string[]): boolean {
	const check = fake.permission.check as (...values: unknown[]) => boolean;
	const kinds = mediaTypes.length === 0 ? [undefined] : mediaTypes;
	return kinds.every((mediaType) => check({ getURL: () => url }, permission, url, { mediaType }));
}
