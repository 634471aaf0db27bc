import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Many of these machines have graphics drivers that crash the GPU process. After one crash, or when the person says so
 * (SHIPEI_NO_GPU=1), the window draws without it from the next start on. It starts again at once when nothing runs: a run
 * is worth more than a smooth picture, and Chromium itself goes on in software for a while.
 */
export function guardGraphics(mayRestart: () => boolean): void {
	const mark = join(app.getPath('userData'), 'no-gpu');
	if (existsSync(mark) || process.env.SHIPEI_NO_GPU === '1') {
		app.disableHardwareAcceleration();
		app.commandLine.appendSwitch('disable-gpu');
	}
	app.on('child-process-gone', (_event, details) => {
		if (details.type !== 'GPU' || details.reason === 'clean-exit' || existsSync(mark)) return;
		mkdirSync(app.getPath('userData'), { recursive: true });
		writeFileSync(mark, `${new Date().toISOString()} ${details.reason}\n`);
		if (!mayRestart()) return;
		app.relaunch();
		app.quit();
	});
}
