import type { MenuItemConstructorOptions } from 'electron';
import { beforeEach, expect, it } from 'vitest';
import { setMenu } from '../../../electron/main/menu.ts';
import { openWindow } from '../../../electron/main/window.ts';
import { windowTexts } from '../../../electron/main/window-texts.ts';
import { type FakeWindow, fake } from '../fake-electron.ts';

const window = openWindow({ preload: '/preload.cjs', icon: '/icon.png' });
let opened: string[] = [];

beforeEach(() => {
	opened = [];
	fake.packaged = true;
});

it('opens a bundle that the person chooses, and nothing when they change their mind', async () => {
	menu('en');
	fake.answers.push({ canceled: false, filePaths: ['/home/lab/a.xcr'] }, { canceled: true, filePaths: [] });
	press('Open report bundle…');
	await expect.poll(() => opened).toEqual(['/verify?file=%2Fhome%2Flab%2Fa.xcr']);
	press('Open report bundle…');
	await expect.poll(() => fake.answers).toEqual([]);
	expect(opened).toHaveLength(1);
});

it('leads to the keys, to what this is, and to the printer', () => {
	menu('zh-CN');
	press('键盘快捷键');
	press('关于适配台');
	expect(opened).toEqual(['/settings/shortcuts', '/settings/about']);
	press('打印…');
	expect((window as unknown as FakeWindow).webContents.printed).toEqual([{ printBackground: true }]);
});

it('shows the developer tools in a checkout only', () => {
	menu('en');
	expect(items().some(({ role }) => role === 'toggleDevTools')).toBe(false);
	fake.packaged = false;
	menu('en');
	expect(items().some(({ role }) => role === 'toggleDevTools')).toBe(true);
});

function menu(locale: string): void {
	setMenu(windowTexts(locale), window, (route) => opened.push(route));
}

function items(): MenuItemConstructorOptions[] {
	return (fake.menu as MenuItemConstructorOptions[]).flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[]);
}

function press(label: string): void {
	const item = items().find((entry) => entry.label === label);
	(item?.click as (() => void) | undefined)?.();
}
