import { type BrowserWindow, desktopCapturer, dialog, Notification, screen, shell } from 'electron';
import { ShipeiError } from '../../contract/errors.ts';
import type { ShellHandlers } from '../../contract/shell.ts';
import type { Secrets } from './secrets.ts';

/** What only a window can do. */
export function shellHandlers(window: () => BrowserWindow, secrets: Secrets): ShellHandlers {
	return {
		async 'shell.chooseFiles'({ title, filters, many }) {
			const properties: ('openFile' | 'multiSelections')[] = many ? ['openFile', 'multiSelections'] : ['openFile'];
			return (await dialog.showOpenDialog(window(), { title, filters, properties })).filePaths;
		},
		async 'shell.chooseDirectory'({ title }) {
			const chosen = await dialog.showOpenDialog(window(), { title, properties: ['openDirectory', 'createDirectory'] });
			return chosen.filePaths[0] ?? null;
		},
		async 'shell.chooseSaveFile'({ title, name }) {
			const chosen = await dialog.showSaveDialog(window(), { title, defaultPath: name });
			return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
		},
		'shell.reveal': ({ file }) => {
			shell.showItemInFolder(file);
			return null;
		},
		async 'shell.captureScreen'() {
			const { size, scaleFactor } = screen.getPrimaryDisplay();
			const thumbnailSize = {
				width: Math.round(size.width * scaleFactor),
				height: Math.round(size.height * scaleFactor),
			};
			const [source] = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize });
			if (source === undefined || source.thumbnail.isEmpty()) throw new ShipeiError('window.no-screen');
			return { base64: source.thumbnail.toPNG().toString('base64'), mediaType: 'image/png' as const };
		},
		'shell.print': () => {
			window().webContents.print({ printBackground: true });
			return null;
		},
		'shell.notify': ({ title, body }) => {
			if (Notification.isSupported()) new Notification({ title, body }).show();
			return null;
		},
		'shell.zoom': ({ percent }) => {
			window().webContents.setZoomFactor(percent / 100);
			return null;
		},
		'shell.keepSecret': ({ name, secret }) => secrets.keep(name, secret),
		'shell.readSecret': ({ name }) => secrets.read(name),
	};
}
