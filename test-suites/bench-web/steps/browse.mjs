#!/usr/bin/env node
// Opens the page of this suite in the browser that is installed here and waits for what the page sends back. Any browser
// will do: it only has to open an address. usage: browse.mjs <browser or ""> <seconds a kernel> <folder for its profile>
// Exit 3 = wrong answer, 4 = no browser here, 5 = it opened but never answered.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, delimiter, join } from 'node:path';

const KNOWN = [
	...[
		'browser360-cn',
		'browser360',
		'qaxbrowser-safe',
		'qaxbrowser',
		'uos-browser-stable',
		'uos-browser',
		'redlionbrowser',
	],
	...['lbrowser', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'firefox'],
];
const DEADLINE_MS = 60_000;
const [asked = '', seconds = '0.5', folder = '.'] = process.argv.slice(2);

const browser = asked === '' ? KNOWN.map(onPath).find(Boolean) : asked;
if (browser === undefined) end(4, { error: 'unsupported', what: `none of ${KNOWN.join(' ')} is installed` });

const answer = Promise.withResolvers();
const server = createServer((request, response) => serve(request, response));
server.listen(0, '127.0.0.1');
await once(server, 'listening');

const profile = mkdtempSync(join(folder, 'profile-'));
const child = spawn(browser, argumentsFor(`http://127.0.0.1:${server.address().port}/page.html?seconds=${seconds}`), {
	stdio: ['ignore', 'ignore', 'pipe'],
	detached: true,
});
let complaint = '';
child.stderr.on('data', (part) => (complaint = `${complaint}${part}`.slice(-2000)));
child.once('error', (error) => answer.resolve({ error: `the browser does not start: ${error.message}` }));
const timer = setTimeout(
	() => answer.resolve({ error: `no answer from the page; the browser said: ${complaint}` }),
	DEADLINE_MS,
);

const found = await answer.promise;
clearTimeout(timer);
await closeBrowser();
server.closeAllConnections();
server.close();
if (found.error?.startsWith('wrong-answer')) end(3, found);
if (found.error !== null && found.error !== undefined) end(5, found);
const rates = Object.values(found.results);
const value = Math.exp(rates.map(Math.log).reduce((a, b) => a + b, 0) / rates.length);
end(0, { value, ...found, browser: basename(browser), headless: headless() });

function serve(request, response) {
	const { pathname } = new URL(request.url, 'http://shipei');
	if (request.method === 'POST' && pathname === '/result') {
		const parts = [];
		request.on('data', (part) => parts.push(part));
		request.on('end', () => answer.resolve(JSON.parse(Buffer.concat(parts).toString('utf8'))));
		return response.end();
	}
	const file = { '/page.html': 'text/html', '/kernels.mjs': 'text/javascript' }[pathname];
	if (file === undefined) return response.writeHead(404).end();
	return response
		.writeHead(200, { 'content-type': `${file}; charset=utf-8`, 'cache-control': 'no-store' })
		.end(readFileSync(join(import.meta.dirname, pathname)));
}

function argumentsFor(url) {
	if (/firefox/u.test(basename(browser)))
		return ['--no-remote', '--profile', profile, ...(headless() ? ['--headless'] : []), url];
	return [
		`--user-data-dir=${profile}`,
		...['--no-first-run', '--no-default-browser-check', '--disable-background-networking', '--disable-sync'],
		...['--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding'],
		...(headless() ? ['--headless=new'] : []),
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
		url,
	];
}

/** Without a display only a headless browser can answer; the result says so. */
function headless() {
	return !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

async function closeBrowser() {
	if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
		const exited = once(child, 'exit');
		process.kill(-child.pid, 'SIGTERM');
		const late = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), 5000);
		await exited;
		clearTimeout(late);
	}
	rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

function onPath(name) {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	return folders.map((part) => join(part, name)).find(executable);
}

function executable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function end(code, values) {
	console.log(JSON.stringify(values));
	process.exit(code);
}
