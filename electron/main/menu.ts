import { app, type BrowserWindow, dialog, Menu, type MenuItemConstructorOptions } from 'electron';
import { routeOf } from './route.ts';
import type { windowTexts } from './window-texts.ts';

/** The application menu; everything in it is also in the page. */
export function setMenu(
	text: ReturnType<typeof windowTexts>,
	window: BrowserWindow,
	open: (route: string) => void,
): void {
	const template: MenuItemConstructorOptions[] = [
		{
			label: text('file'),
			submenu: [
				{ label: text('openBundle'), accelerator: 'CmdOrCtrl+O', click: () => void chooseBundle(text, window, open) },
				{
					label: text('print'),
					accelerator: 'CmdOrCtrl+P',
					click: () => window.webContents.print({ printBackground: true }),
				},
				{ type: 'separator' },
				{ label: text('quit'), accelerator: 'CmdOrCtrl+Q', click: () => app.quit() },
			],
		},
		{
			label: text('edit'),
			submenu: [
				{ label: text('undo'), role: 'undo' },
				{ label: text('redo'), role: 'redo' },
				{ type: 'separator' },
				{ label: text('cut'), role: 'cut' },
				{ label: text('copy'), role: 'copy' },
				{ label: text('paste'), role: 'paste' },
				{ label: text('selectAll'), role: 'selectAll' },
			],
		},
		{
			label: text('view'),
			submenu: [
				{ label: text('reload'), role: 'reload' },
				{ label: text('fullScreen'), role: 'togglefullscreen' },
				...(app.isPackaged ? [] : [{ label: text('devTools'), role: 'toggleDevTools' as const }]),
			],
		},
		{
			label: text('window'),
			submenu: [
				{ label: text('minimize'), role: 'minimize' },
				{ label: text('close'), role: 'close' },
			],
		},
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
	const route = routeOf(filePaths[0] ?? '', '/');
	if (route !== null) open(route);
}
