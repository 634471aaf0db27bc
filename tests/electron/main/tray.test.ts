import type { MenuItemConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import { createTray } from '../../../electron/main/tray.ts';
import { windowTexts } from '../../../electron/main/window-texts.ts';
import { fake } from '../fake-electron.ts';

const text = windowTexts('zh-CN');

it('says what runs, and brings the window back or ends from its menu', () => {
	let shown = 0;
	const update = createTray({ icon: 'build/icons/256x256.png', text, show: () => (shown += 1) });
	const tray = fake.trays.at(-1);
	expect(tray?.toolTip).toBe('没有正在进行的运行');
	update?.({ run: 'r', done: 3, total: 9 });
	expect(tray?.toolTip).toBe('运行进行中：3/9');
	const menu = tray?.menu as MenuItemConstructorOptions[];
	expect(menu.map(({ label }) => label)).toEqual(['运行进行中：3/9', undefined, '显示窗口', '退出']);
	tray?.emit('click');
	press(menu[2]);
	expect(shown).toBe(2);
	press(menu[3]);
	expect(fake.quits).toBe(1);
});

function press(item: MenuItemConstructorOptions | undefined): void {
	(item?.click as (() => void) | undefined)?.();
}

it('does without a tray where its picture is missing', () => {
	expect(createTray({ icon: '/nonexistent.png', text, show: () => undefined })).toBeNull();
});
