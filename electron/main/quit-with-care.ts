import { app, type BrowserWindow, dialog } from 'electron';
import type { windowTexts } from './window-texts.ts';

/**
 * Every way out (closing the window, the menu, the tray, the session's end) asks first while something runs, then closes
 * the engine cleanly: nothing that was measured is lost, and the run can be continued.
 */
export function quitWithCare(options: {
	readonly window: BrowserWindow;
	readonly isRunning: () => boolean;
	readonly closeEngine: () => Promise<void>;
	readonly text: ReturnType<typeof windowTexts>;
}): void {
	let state: 'working' | 'leaving' | 'left' = 'working';

	options.window.on('close', (event) => {
		if (state === 'left') return;
		event.preventDefault();
		app.quit();
	});
	app.on('window-all-closed', () => app.quit());
	app.on('before-quit', (event) => {
		if (state === 'left') return;
		event.preventDefault();
		if (state === 'working' && (!options.isRunning() || agrees())) void leave();
	});

	function agrees(): boolean {
		const { text, window } = options;
		const answer = dialog.showMessageBoxSync(window, {
			type: 'warning',
			message: text('quitTitle'),
			detail: text('quitDetail'),
			buttons: [text('stay'), text('quitNow')],
			defaultId: 0,
			cancelId: 0,
		});
		return answer === 1;
	}

	async function leave(): Promise<void> {
		state = 'leaving';
		await options.closeEngine();
		state = 'left';
		app.quit();
	}
}
