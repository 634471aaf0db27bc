import { execFileSync } from 'node:child_process';
import { bundleStates, ELECTRON_BIN } from './hosts/electron-host.ts';

/** What Electron is started on, built before any spec starts. Chromium needs the page alone: npm run build. */
// biome-ignore lint/style/noDefaultExport: the way in which Playwright looks for it
export default async function globalSetup(): Promise<void> {
	if (ELECTRON_BIN === undefined) return;
	execFileSync(process.execPath, ['build/electron.mjs'], { stdio: 'inherit' });
	await bundleStates();
}
