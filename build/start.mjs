// `npm start`: the desktop window where there is a display and an Electron runtime, else the same app in the browser.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

build('build/build.mjs', '--if-missing');
const electron = electronBinary();
const obstacle = whyNoWindow();
if (obstacle === null) build('build/electron.mjs');
else console.error(`${obstacle}: serving the app to the browser.`);

// V8 gives memory back eight seconds after work has ended, which takes 0.2 s: in the middle of a measured repetition.
const serve = ['--no-memory-reducer', 'cli/shipei.js', 'serve'];
const [program, ...first] = obstacle === null ? [electron, '.'] : [process.execPath, ...serve];
const child = spawn(program, [...first, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => (process.exitCode = code ?? 130));

function build(...argv) {
	const { status } = spawnSync(process.execPath, argv, { stdio: 'inherit' });
	if (status !== 0) process.exit(status ?? 1);
}

function whyNoWindow() {
	if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'No display here';
	if (electron === null) return 'No Electron runtime here (ELECTRON_OVERRIDE_DIST_PATH names a folder with one)';
	if (process.getuid?.() === 0) return 'Electron keeps its sandbox, which Chromium refuses to root';
	return null;
}

function electronBinary() {
	const folders = [process.env.ELECTRON_OVERRIDE_DIST_PATH, 'node_modules/electron/dist'].filter(Boolean);
	return folders.map((folder) => join(folder, 'electron')).find((file) => existsSync(file)) ?? null;
}
