import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { evidenceFiles } from '../engine/store/evidence-files.ts';
import { findBrowser } from '../tests/browser/find-browser.ts';

// The log viewer on one gigabyte of text (ui.md 1.4 and 1.7): node bench/log-viewer.ts [MiB] after npm run build.
// Opening is compared with opening a file of one line over the same server in the same browser: what is left is the size.
const MIB = Number(process.argv[2] ?? 1024);
const OPEN_LIMIT_MS = 300;
const HEAP_LIMIT_MIB = 250;
const ENGINE_LIMIT_MIB = 512;

const browser = await findBrowser();
if (browser === null) {
	console.log('no Chromium here: the log viewer cannot be measured');
	process.exit(0);
}
const data = mkdtempSync(join(tmpdir(), 'shipei-log-'));
const large = keep((file) => writeLog(file, MIB));
const small = keep((file) => writeLog(file, 0));
const server = spawn(
	process.execPath,
	[fileURLToPath(new URL('../tests/e2e/servers/real-server.ts', import.meta.url)), data, '0'],
	{ stdio: ['ignore', 'pipe', 'inherit'] },
);
const link = await new Promise<string>((resolve) =>
	server.stdout.once('data', (text: Buffer) => resolve(text.toString().trim())),
);
const chrome = await chromium.launch({ executablePath: browser.executablePath, args: browser.args });
try {
	const page = await chrome.newPage({ viewport: { width: 1366, height: 768 } });
	await page.goto(link);
	await page.locator('main h1').first().waitFor();
	// The first time loads the viewer itself.
	await openLog(page, small);
	const [little, much] = [await openLog(page, small), await openLog(page, large)];
	const search = await timed(async () => {
		await page.getByRole('textbox').fill('NEEDLE AT THE END');
		await page.keyboard.press('Enter');
		await page.locator('.log-row-hit').waitFor({ timeout: 300_000 });
	});
	const rows = await page.locator('.log-row').count();
	const client = await page.context().newCDPSession(page);
	await client.send('HeapProfiler.collectGarbage');
	const { usedSize } = await client.send('Runtime.getHeapUsage');
	const engine = peakOf(server.pid ?? 0);
	console.log(`file: ${MIB} MiB of lines with colours and Chinese`);
	console.log(
		`opened in ${much.toFixed(0)} ms; a file of one line in ${little.toFixed(0)} ms (limit ${OPEN_LIMIT_MS} ms more)`,
	);
	console.log(`search to the last line: ${(search / 1000).toFixed(1)} s, ${(MIB / (search / 1000)).toFixed(0)} MiB/s`);
	console.log(`page: ${mib(usedSize)} MiB of heap (limit ${HEAP_LIMIT_MIB}), ${rows} rows`);
	console.log(`engine and server: ${engine} MiB at most (limit ${ENGINE_LIMIT_MIB})`);
	const met =
		much - little <= OPEN_LIMIT_MS && mib(usedSize) <= HEAP_LIMIT_MIB && engine <= ENGINE_LIMIT_MIB && rows <= 200;
	process.exitCode = met ? 0 : 1;
} finally {
	await chrome.close();
	server.kill();
	rmSync(data, { recursive: true, force: true });
}

function keep(write: (file: string) => void): string {
	const file = join(data, 'log.txt');
	write(file);
	return evidenceFiles(data).keep({ file }).digest.sha256;
}

/** Lines as a build log has them, each with its number; the last one is looked for. */
function writeLog(file: string, mebibytes: number): void {
	const descriptor = openSync(file, 'w');
	let line = 0;
	for (let written = 0; written < mebibytes * 1024 * 1024; ) {
		let block = '';
		while (block.length < 1024 * 1024) {
			line += 1;
			block += `[${line}] \u001b[32mok\u001b[0m 编译 drivers/gpu/arise/module_${line % 977}.c 用时 ${line % 61} ms, 0 warnings\n`;
		}
		written += writeSync(descriptor, block);
	}
	writeSync(descriptor, 'NEEDLE AT THE END\n');
	closeSync(descriptor);
}

/** From the click to lines that can be read. */
async function openLog(page: Page, sha256: string): Promise<number> {
	await page.evaluate(() => {
		window.location.hash = '#/runs';
	});
	await page.locator('.log').waitFor({ state: 'detached' });
	return page.evaluate(async (name) => {
		const from = performance.now();
		window.location.hash = `#/log/${name}?name=build.log`;
		while (document.querySelector('.log-row .log-text') === null) await new Promise(requestAnimationFrame);
		return performance.now() - from;
	}, sha256);
}

async function timed(act: () => Promise<void>): Promise<number> {
	const from = performance.now();
	await act();
	return performance.now() - from;
}

/** MiB of memory at most, so far. */
function peakOf(pid: number): number {
	return Math.round(Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
}

function mib(bytes: number): number {
	return Math.round(bytes / 1024 / 1024);
}
