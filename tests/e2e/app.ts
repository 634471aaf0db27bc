import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, type Page } from 'playwright/test';
import { findBrowser } from '../browser/find-browser.ts';

export { expect } from 'playwright/test';

export interface RunningApp {
	/** Opens a route in the given language and colours; signs in at the first time. */
	open(
		route: string,
		look?: { language?: 'zh' | 'en' | 'pseudo'; theme?: 'light' | 'dark'; person?: string },
	): Promise<void>;
	readonly page: Page;
	readonly dataDirectory: string;
	/** Ends the server (and the engine in it), as a crash or a restart would. */
	stop(signal?: NodeJS.Signals): Promise<void>;
	/** Starts it again on the same port and data. */
	restart(): Promise<void>;
	/** Opens the newest link: a restarted server knows no browser yet. */
	signIn(): Promise<void>;
}

/** `app`: the real engine over a fresh data folder. `states`: made-up data for states that take hours to reach. */
export const test = base.extend<{ app: RunningApp; states: RunningApp; emptyStates: RunningApp }>({
	app: async ({ page }, use) => runApp(page, use, (data, port) => ['servers/real-server.ts', data, port]),
	states: async ({ page }, use) => runApp(page, use, (_data, port) => ['../renderer/stand-in/serve.ts', port]),
	emptyStates: async ({ page }, use) =>
		runApp(page, use, (_data, port) => ['../renderer/stand-in/serve.ts', port, 'empty']),
});

test.beforeAll(async () => {
	test.skip((await findBrowser()) === null, 'no Chromium here: set CHROMIUM_PATH or install the package chromium');
});

async function runApp(
	page: Page,
	use: (app: RunningApp) => Promise<void>,
	argumentsFor: (data: string, port: string) => string[],
): Promise<void> {
	const dataDirectory = await mkdtemp(join(tmpdir(), 'shipei-e2e-'));
	let child: ChildProcess | undefined;
	let link = '';
	const start = async (port: string) => {
		const started = await startServer(argumentsFor(dataDirectory, port));
		child = started.child;
		link = started.link;
	};
	const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
		if (child === undefined || child.exitCode !== null) return;
		const ended = new Promise((resolve) => child?.once('exit', resolve));
		child.kill(signal);
		await ended;
	};
	await start('0');
	const origin = new URL(link).origin;
	let signedIn = false;
	await use({
		page,
		dataDirectory,
		stop,
		restart: () => start(new URL(origin).port),
		async signIn() {
			await page.goto('about:blank');
			await page.goto(link);
			await page.locator('nav').first().waitFor();
		},
		async open(route, look = {}) {
			if (!signedIn) {
				await page.goto(link);
				await page.locator('main').waitFor();
				signedIn = true;
			}
			await page.evaluate((preferences) => localStorage.setItem('shipei.preferences', JSON.stringify(preferences)), {
				language: 'zh',
				theme: 'light',
				motion: false,
				...look,
			});
			await page.goto('about:blank');
			await page.goto(`${origin}/#${route}`);
			await page.locator('main h1, main [data-state]').first().waitFor();
		},
	});
	await stop();
	await rm(dataDirectory, { recursive: true, force: true });
}

async function startServer(argv: readonly string[]): Promise<{ child: ChildProcess; link: string }> {
	const [script = '', ...rest] = argv;
	const file = fileURLToPath(new URL(script, import.meta.url));
	const child = spawn(process.execPath, [file, ...rest], { stdio: ['ignore', 'pipe', 'inherit'] });
	const link = await new Promise<string>((resolve, reject) => {
		let text = '';
		child.stdout?.on('data', (piece: Buffer) => {
			text += piece.toString();
			const found = /http:\/\/\S+/u.exec(text);
			if (found !== null) resolve(found[0]);
		});
		child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
	});
	return { child, link };
}
