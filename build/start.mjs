// `npm start`: the desktop window where there is a display and an Electron runtime, else the same app in the browser.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const built = spawnSync(process.execPath, ['build/build.mjs', '--if-missing'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const electron = electronBinary();
const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const window = display && electron !== null;
if (!window)
	console.error(
		display
			? 'No Electron runtime here (ELECTRON_OVERRIDE_DIST_PATH): serving the app to the browser.'
			: 'No display here: serving the app to the browser.',
	);

const argv = window
	? [electron, ['.', ...process.argv.slice(2)]]
	: [process.execPath, ['cli/shipei.js', 'serve', ...process.argv.slice(2)]];
const child = spawn(argv[0], argv[1], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => (process.exitCode = code ?? 130));

function electronBinary() {
	const folders = [process.env.ELECTRON_OVERRIDE_DIST_PATH, 'node_modules/electron/dist'].filter(Boolean);
	return folders.map((folder) => join(folder, 'electron')).find((file) => existsSync(file)) ?? null;
}
