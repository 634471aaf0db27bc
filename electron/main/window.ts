import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { PAGE_ORIGIN } from './page-protocol.ts';
import { readWindowState, writeWindowState } from './window-state.ts';

/** The one window: sandboxed, isolated, without Node; where it was last time. */
export function openWindow(options: { readonly preload: string; readonly icon: string }): BrowserWindow {
	const file = join(app.getPath('userData'), 'window.json');
	const { maximized, width, height, x, y } = readWindowState(
		file,
		screen.getAllDisplays().map((display) => display.workArea),
	);
	const window = new BrowserWindow({
		width,
		height,
		...(x !== undefined && y !== undefined && { x, y }),
		minWidth: 900,
		minHeight: 500,
		show: false,
		title: '适配台 Shipei',
		backgroundColor: '#f5f7fa',
		icon: options.icon,
		webPreferences: {
			preload: options.preload,
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			webSecurity: true,
			spellcheck: false,
			devTools: !app.isPackaged,
		},
	});
	if (maximized) window.maximize();
	window.once('ready-to-show', () => window.show());
	window.on('close', () => writeWindowState(file, { ...window.getNormalBounds(), maximized: window.isMaximized() }));
	void window.loadURL(`${PAGE_ORIGIN}/`);
	return window;
}
