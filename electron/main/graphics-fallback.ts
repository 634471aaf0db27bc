import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Many of these machines have graphics drivers that crash the GPU process. After one crash, or when the person says so
 * (SHIPEI_NO_GPU=1), the window draws without it from then on.
 */
export function guardGraphics(): void {
	const mark = join(app.getPath('userData'), 'no-gpu');
	if (existsSync(mark) || process.env.SHIPEI_NO_GPU === '1') app.disableHardwareAcceleration();
	app.on('child-process-gone', (_event, details) => {
		if (details.type !== 'GPU' || details.reason === 'clean-exit' || existsSync(mark)) return;
		mkdirSync(app.getPath('userData'), { recursive: true });
		writeFileSync(mark, `${new Date().toISOString()} ${details.reason}\n`);
		app.relaunch();
		app.exit(0);
	});
}
