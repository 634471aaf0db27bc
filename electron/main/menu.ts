import { app, type BrowserWindow, dialog, Menu, type MenuItemConstructorOptions } from 'electron';
import { routeOf } from './route.ts';
import type { windowTexts } from './window-texts.ts';

/** The application menu; everything in it is also in the page. */
export function setMenu(
	text: ReturnType<typeof windowTexts>,
	window: () => BrowserWindow,
	open: (route: string) => void,
): void {
	const template: MenuItemConstructorOptions[] = [
		{
			label: text('file'),
			submenu: [
				{ label: text('openBundle'), accelerator: 'CmdOrCtrl+O', click: () => void chooseBundle(text, window(), open) },
				{ type: 'separator' },
				{ label: text('quit'), accelerator: 'CmdOrCtrl+Q', click: () => app.quit() },
			],
		},
		{ label: text('edit'), role: 'editMenu' },
		{
			label: text('view'),
			submenu: [
				{ role: 'reload' },
				{ role: 'togglefullscreen' },
				...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
			],
		},
		{ label: text('window'), role: 'windowMenu' },
		{
			label: text('help'),
			submenu: [
				{ label: text('shortcuts'), click: () => open('/settings/shortcuts') },
				{ label: text('about'), click: () => open('/settings/about') },
			],
		},
	];
	Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

async function chooseBundle(
	text: ReturnType<typeof windowTexts>,
	window: BrowserWindow,
	open: (route: string) => void,
): Promise<void> {
	const filters = [{ name: text('bundles'), extensions: ['xcr'] }];
	const { filePaths } = await dialog.showOpenDialog(window, { filters, properties: ['openFile'] });
	const route = routeOf(filePaths[0] ?? '');
	if (route !== null) open(route);
}
