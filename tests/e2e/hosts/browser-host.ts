import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { openRoute } from '../open-route.ts';
import type { OpenApp, RealApp } from './host.ts';

/** The real engine behind the real server over a fresh data folder; a link signs in, each restart has a new one. */
export async function openRealApp(page: Page, use: (app: RealApp) => Promise<void>): Promise<void> {
	const dataDirectory = await mkdtemp(join(tmpdir(), 'shipei-e2e-'));
	const start = (port: string) => startServer('../servers/real-server.ts', dataDirectory, port);
	let server = await start('0');
	const { port } = new URL(server.link);
	await page.goto(server.link);
	await page.locator('main').waitFor();
	await use({
		page,
		dataDirectory,
		open: openRoute(page),
		copied: () => copied(page),
		async handedOver(press) {
			const [saved] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press()]);
			return { name: saved.suggestedFilename(), file: await saved.path() };
		},
		crash: () => end(server.child, 'SIGKILL'),
		async comeBack() {
			server = await start(port);
			// The person opens the new link, in another tab; this one was never touched.
			const tab = await page.context().newPage();
			await tab.goto(server.link);
			await tab.locator('main h1').first().waitFor();
			await tab.close();
		},
	});
	await end(server.child, 'SIGTERM');
	await rm(dataDirectory, { recursive: true, force: true });
}

export interface StatesServer {
	readonly address: string;
	readonly cookies: Parameters<ReturnType<Page['context']>['addCookies']>[0];
}

/** A server with made-up data; one session for all who come. */
export async function startStates(options: string[], use: (server: StatesServer) => Promise<void>): Promise<void> {
	const { child, link } = await startServer('../../renderer/stand-in/serve.ts', '0', ...options);
	const { origin, hash, hostname } = new URL(link);
	const answer = await fetch(`${origin}/session`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin },
		body: JSON.stringify({ token: hash.slice('#token='.length) }),
	});
	const [name = '', value = ''] = (answer.headers.get('set-cookie') ?? '').split(';')[0]?.split('=') ?? [];
	await use({ address: `${origin}/`, cookies: [{ name, value, domain: hostname, path: '/' }] });
	await end(child, 'SIGTERM');
}

export async function openStates(
	page: Page,
	{ address, cookies }: StatesServer,
	use: (app: OpenApp) => Promise<void>,
): Promise<void> {
	await page.context().addCookies(cookies);
	await page.goto(address);
	await use({ page, open: openRoute(page), copied: () => copied(page) });
}

function copied(page: Page): Promise<string> {
	return page.evaluate(() => navigator.clipboard.readText());
}

async function startServer(script: string, ...rest: string[]): Promise<{ child: ChildProcess; link: string }> {
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

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill(signal);
	await once(child, 'exit');
}
