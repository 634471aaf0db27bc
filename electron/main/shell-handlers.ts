import { app, type BrowserWindow, desktopCapturer, dialog, Notification, screen, shell } from 'electron';
import type { Client } from '../../contract/client.ts';
import { errorText, ShipeiError } from '../../contract/errors.ts';
import type { ShellHandlers } from '../../contract/shell.ts';
import { displayOf } from './display.ts';
import { saveEvidence } from './save-evidence.ts';
import type { Secrets } from './secrets.ts';
import { windowLanguage } from './window-texts.ts';

/** What only a window can do. */
export function shellHandlers(window: () => BrowserWindow, client: Client, secrets: Secrets): ShellHandlers {
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
		async 'shell.saveEvidence'({ sha256, name }) {
			const plain = name.replaceAll(/[/\0]/gu, '_');
			const { canceled, filePath } = await dialog.showSaveDialog(window(), { defaultPath: plain });
			if (canceled || filePath === '') return false;
			try {
				await saveEvidence(client, sha256, filePath);
				return true;
			} catch (error) {
				dialog.showErrorBox(plain, sentenceOf(error));
				return false;
			}
		},
		'shell.reveal': ({ file }) => {
			shell.showItemInFolder(file);
			return null;
		},
		async 'shell.captureScreen'() {
			// The display that the window is on: what the person looks at.
			const { id, size, scaleFactor } = screen.getDisplayMatching(window().getBounds());
			const thumbnailSize = {
				width: Math.round(size.width * scaleFactor),
				height: Math.round(size.height * scaleFactor),
			};
			const sources = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize });
			const source = sources.find(({ display_id }) => display_id === String(id)) ?? sources[0];
			if (source === undefined || source.thumbnail.isEmpty()) throw new ShipeiError('window.no-screen');
			return { base64: source.thumbnail.toPNG().toString('base64'), mediaType: 'image/png' as const };
		},
		'shell.print': () => {
			window().webContents.print({ printBackground: true });
			return null;
		},
		'shell.notify': ({ title, body }) => {
			if (!Notification.isSupported()) return null;
			const notification = new Notification({ title, body });
			notification.on('click', () => window().show());
			notification.show();
			return null;
		},
		'shell.display': () => displayOf(window()),
		'shell.zoom': ({ percent }) => {
			window().webContents.setZoomFactor(percent / 100);
			return null;
		},
		'shell.keepSecret': ({ name, secret }) => secrets.keep(name, secret),
		'shell.readSecret': ({ name }) => secrets.read(name),
	};
}

function sentenceOf(error: unknown): string {
	if (error instanceof ShipeiError) return errorText(error.code, error.details, windowLanguage(app.getLocale()));
	return error instanceof Error ? error.message : String(error);
}
