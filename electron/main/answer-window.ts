import { type BrowserWindow, ipcMain } from 'electron';
import { CHANNELS } from '../preload/channels.ts';
import type { EngineHost } from './engine-host.ts';
import { systemSecrets } from './secrets.ts';
import { dispatchShell } from './shell-calls.ts';
import { shellHandlers } from './shell-handlers.ts';
import { isTrusted } from './trusted-sender.ts';

/** Answers what the page asks of main: calls of the shell table, and ports to the engine. Anybody else is refused. */
export function answerWindow(window: BrowserWindow, engine: EngineHost): { handPort(): void } {
	const handlers = shellHandlers(() => window, engine.client, systemSecrets());
	const handPort = () => {
		const port = engine.newPort();
		if (port !== null) window.webContents.postMessage(CHANNELS.port, null, [port]);
	};
	ipcMain.handle(CHANNELS.shell, (event, method: unknown, input: unknown) => {
		if (!isTrusted(event)) throw new Error('refused: not the page of this application');
		return dispatchShell(handlers, method, input);
	});
	ipcMain.on(CHANNELS.port, (event) => {
		// While the engine is gone nothing is handed over: its port follows when it is back.
		if (isTrusted(event)) handPort();
	});
	return { handPort };
}
