import { expect, it } from 'vitest';
import { openWindow } from '../../../electron/main/window.ts';
import type { FakeWindow } from '../fake-electron.ts';

const open = () => openWindow({ preload: '/preload.cjs', icon: '/icon.png' }) as unknown as FakeWindow;

it('is not seen before there is something to see, and never smaller than the page can be', () => {
	const window = open();
	expect(window.options).toMatchObject({ show: false, minWidth: 900, minHeight: 500 });
	expect(window.shown).toBe(false);
	window.emit('ready-to-show');
	expect(window.shown).toBe(true);
	window.close();
});

it('is where and as large as it was last time', () => {
	const before = open();
	before.getNormalBounds = () => ({ x: 40, y: 30, width: 1111, height: 640 });
	before.maximize();
	before.close();
	const after = open();
	expect(after.options).toMatchObject({ x: 40, y: 30, width: 1111, height: 640 });
	expect(after.maximized).toBe(true);
});
