import { type BrowserWindow, crashReporter, dialog } from 'electron';
import type { windowTexts } from './window-texts.ts';

/** So many within the time and it is not bad luck: the person is told instead of watching it blink. */
const TOO_MANY = 3;
const WITHIN_MS = 60_000;

/** Keeps dumps of crashes on this machine; nothing is ever sent. Before the application is ready. */
export function keepCrashDumps(): void {
	crashReporter.start({ uploadToServer: false });
}

/** A crashed page is loaded again: the engine and its run know nothing of it, and what was typed is kept as drafts. */
export function reviveCrashedPage(window: BrowserWindow, text: ReturnType<typeof windowTexts>): void {
	let crashes: number[] = [];
	window.webContents.on('render-process-gone', (_event, { reason }) => {
		if (reason === 'clean-exit') return;
		const now = performance.now();
		crashes = [...crashes.filter((at) => now - at < WITHIN_MS), now];
		if (crashes.length <= TOO_MANY) window.webContents.reload();
		else dialog.showErrorBox(text('pageCrashTitle'), text('pageCrashDetail', { reason }));
	});
}
