import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { findBrowser } from '../tests/browser/find-browser.ts';
import { CHUNK_BUDGETS, measureChunks } from '../tests/renderer/measure-chunks.ts';

// The page's budgets (ui.md 1.7): node bench/ui-budgets.ts after npm run build. Exit 1 when one is passed.
const figures: { name: string; value: number; budget: number; unit: string }[] = [];
const chunks = measureChunks(fileURLToPath(new URL('../renderer/dist', import.meta.url)));
for (const [name, budget] of Object.entries(CHUNK_BUDGETS)) {
	figures.push({
		name,
		value: Math.round(chunks[name as keyof typeof chunks] / 1024),
		budget: budget / 1024,
		unit: 'KiB gz',
	});
}
const browser = await findBrowser();
if (browser === null) console.log('NOT HELD: no Chromium here, so paint, rows and filter were not measured');
else await measurePage(browser);
for (const { name, value, budget, unit } of figures) {
	console.log(`${value <= budget ? 'ok  ' : 'OVER'} ${name}: ${value} ${unit} (budget ${budget})`);
}
process.exitCode = browser === null || figures.some(({ value, budget }) => !(value > 0 && value <= budget)) ? 1 : 0;

async function measurePage(found: NonNullable<typeof browser>): Promise<void> {
	const chrome = await chromium.launch({ executablePath: found.executablePath, args: found.args });
	try {
		await withServer([], (link) => measureApp(chrome, link));
		await withServer(['0', 'matrix'], (link) => measureMatrix(chrome, link));
	} finally {
		await chrome.close();
	}
}

/** A server with made-up data for as long as `use` takes. */
async function withServer(options: readonly string[], use: (link: string) => Promise<void>): Promise<void> {
	const program = fileURLToPath(new URL('../tests/renderer/stand-in/serve.ts', import.meta.url));
	const server = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
	try {
		await use(
			await new Promise<string>((resolve) =>
				server.stdout.once('data', (text: Buffer) => resolve(text.toString().trim())),
			),
		);
	} finally {
		server.kill();
	}
}

async function measureApp(chrome: Browser, link: string): Promise<void> {
	const page = await chrome.newPage({ viewport: { width: 1366, height: 768 } });
	await page.goto(link);
	await page.locator('main h1').first().waitFor();
	await page.reload();
	await page.locator('main h1').first().waitFor();
	const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
	figures.push({ name: 'first contentful paint', value: Math.round(paint), budget: 1000, unit: 'ms' });
	figures.push({
		name: 'first screen to work with',
		value: Math.round(await timeToScreen(page)),
		budget: 3500,
		unit: 'ms',
	});

	await page.goto(`${new URL(link).origin}/#/runs/run-many`);
	await page.locator('[role="row"][data-index]').first().waitFor();
	const rows = await page.locator('[role="row"]').count();
	figures.push({ name: 'rows in the page of 10,000', value: rows, budget: 80, unit: 'rows' });
	const times = await page.evaluate(filterTimes);
	figures.push({
		name: 'filter 10,000 rows (median of 9)',
		value: Math.round(times.sort((a, b) => a - b)[4] ?? 0),
		budget: 50,
		unit: 'ms',
	});
	await page.close();
}

/** 500 products on 60 platforms, as the engine would answer without a file to verify: what the page itself takes. */
async function measureMatrix(chrome: Browser, link: string): Promise<void> {
	const page = await chrome.newPage({ viewport: { width: 1366, height: 768 } });
	await page.goto(link);
	await page.locator('main h1').first().waitFor();
	const from = performance.now();
	await page.goto(`${new URL(link).origin}/#/matrix`);
	await page.locator('.matrix [role="gridcell"]').first().waitFor({ timeout: 120_000 });
	const first = Math.round(performance.now() - from);
	figures.push({ name: 'matrix of 500 × 60: first rows', value: first, budget: 6000, unit: 'ms' });
	const cells = await page.locator('.matrix [role="gridcell"]').count();
	figures.push({ name: 'matrix of 500 × 60: cells in the page', value: cells, budget: 400, unit: 'cells' });
	const frames = await page.evaluate(scrollFrames);
	figures.push({ name: 'matrix of 500 × 60: frame while scrolled (median)', value: frames, budget: 22, unit: 'ms' });
	await page.close();
}

/** From asking for the page to the overview with its data: what a person waits for after a click on the link. */
async function timeToScreen(page: Page): Promise<number> {
	const from = performance.now();
	await page.reload({ waitUntil: 'commit' });
	await page.locator('main h1').first().waitFor();
	await page.locator('main [data-state="loading"]').waitFor({ state: 'detached' });
	return performance.now() - from;
}

/** In the page: from a keystroke in the filter box to the list rendered. */
async function filterTimes(): Promise<number[]> {
	const box = document.querySelector<HTMLInputElement>('.filter-box input');
	const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
	const times: number[] = [];
	for (let round = 1; round <= 9; round += 1) {
		const from = performance.now();
		write?.call(box, String(round));
		box?.dispatchEvent(new Event('input', { bubbles: true }));
		// A task after the update: React has rendered and the browser laid out what it needs for the question.
		await new Promise((resolve) => setTimeout(resolve));
		document.querySelector('[role="grid"]')?.getBoundingClientRect();
		times.push(performance.now() - from);
		await new Promise((resolve) => setTimeout(resolve, 60));
	}
	return times;
}

/** In the page: down and across in steps as a wheel makes them; from frame to frame, 22 ms being 45 a second. */
async function scrollFrames(): Promise<number> {
	const box = document.querySelector('.matrix');
	const times: number[] = [];
	let last = performance.now();
	for (let step = 0; step < 120; step += 1) {
		box?.scrollBy(step % 3 === 0 ? 120 : 0, 160);
		await new Promise((resolve) => requestAnimationFrame(resolve));
		const now = performance.now();
		times.push(now - last);
		last = now;
	}
	return Math.round(times.sort((a, b) => a - b)[times.length / 2] ?? 0);
}
