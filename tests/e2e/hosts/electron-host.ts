import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { _electron, type ElectronApplication } from 'playwright/test';
import { openRoute } from '../open-route.ts';
import type { OpenApp, RealApp } from './host.ts';

/** Electron's binary, where there is one: then every spec runs in the real desktop window. */
export const ELECTRON_BIN = process.env['ELECTRON_BIN'];

const STATES_PROGRAM = resolve('node_modules/.cache/e2e/states-engine.js');

/** The desktop app with the real engine over a fresh data folder. */
export async function openRealWindow(use: (app: RealApp) => Promise<void>): Promise<void> {
	await withWindow({}, async (electron, folder) => {
		const page = await electron.firstWindow();
		await page.locator('main').waitFor();
		await use({
			page,
			dataDirectory: dataOf(folder),
			open: openRoute(page),
			copied: () => copied(electron),
			handedOver: (press) => handedOver(electron, folder, press),
			crash: () => killEngine(electron),
			comeBack: () => page.locator('[data-state="gone"]').waitFor({ state: 'detached' }),
		});
	});
}

/** The desktop app with made-up data: its engine process is replaced, everything else is as shipped. */
export async function openStatesWindow(options: string[], use: (app: OpenApp) => Promise<void>): Promise<void> {
	const environment = { SHIPEI_ENGINE_PROGRAM: STATES_PROGRAM, SHIPEI_STATES: options.join(' ') };
	await withWindow(environment, async (electron) => {
		const page = await electron.firstWindow();
		await page.locator('main').waitFor();
		await use({ page, open: openRoute(page), copied: () => copied(electron) });
	});
}

/** Starts the binary with a folder of its own for data and profile: nothing of the person's is touched or shared. */
export async function withWindow(
	environment: Record<string, string>,
	use: (electron: ElectronApplication, folder: string) => Promise<void>,
): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'shipei-window-'));
	try {
		const electron = await _electron.launch({
			executablePath: ELECTRON_BIN ?? '',
			args: launchArguments(folder),
			env: { ...(process.env as Record<string, string>), ...environment },
			locale: 'zh-CN',
		});
		try {
			await use(electron, folder);
		} finally {
			await electron.close();
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

export function launchArguments(folder: string): string[] {
	// Chromium refuses its sandbox to root, as whom tests in containers run.
	const rootNeeds = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	return [...rootNeeds, `--user-data-dir=${join(folder, 'profile')}`, '.', '--data', dataOf(folder)];
}

function dataOf(folder: string): string {
	return join(folder, 'data');
}

function copied(electron: ElectronApplication): Promise<string> {
	return electron.evaluate(({ clipboard }) => clipboard.readText());
}

/** The person saves into the folder, and the file that is then shown in the file manager is what was handed over. */
async function handedOver(
	electron: ElectronApplication,
	folder: string,
	press: () => Promise<void>,
): Promise<{ name: string; file: string }> {
	const shown = electron.evaluate(
		({ dialog, shell }, saveIn) =>
			new Promise<string>((resolve) => {
				dialog.showSaveDialog = (async (_window: unknown, options: { defaultPath?: string }) => ({
					canceled: false,
					filePath: `${saveIn}/${options.defaultPath ?? 'file'}`,
				})) as typeof dialog.showSaveDialog;
				shell.showItemInFolder = resolve;
			}),
		folder,
	);
	await press();
	const file = await shown;
	return { name: basename(file), file };
}

async function killEngine(electron: ElectronApplication): Promise<void> {
	const pid = await electron.evaluate(
		({ app }) => app.getAppMetrics().find(({ name }) => name === 'Shipei engine')?.pid ?? null,
	);
	if (pid === null) throw new Error('no engine process in the metrics of the application');
	process.kill(pid, 'SIGKILL');
}

/** Builds the engine with made-up data. Once, before all workers. */
export async function bundleStates(): Promise<void> {
	await build({
		entryPoints: { 'states-engine': resolve('tests/e2e/servers/states-engine.ts') },
		outdir: resolve('node_modules/.cache/e2e'),
		bundle: true,
		platform: 'node',
		format: 'esm',
		external: ['electron', 'better-sqlite3'],
		logLevel: 'warning',
	});
}
