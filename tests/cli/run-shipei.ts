import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Ended {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** The CLI as a user starts it: a real process, a data folder of its own. */
export function runShipei(
	argv: readonly string[],
	options: {
		readonly data?: string;
		readonly language?: string;
		readonly env?: NodeJS.ProcessEnv;
		readonly input?: string;
	} = {},
): Promise<Ended> {
	const env = {
		...process.env,
		LC_ALL: options.language ?? 'C.UTF-8',
		SHIPEI_DATA: options.data ?? '/nonexistent/shipei',
		NO_COLOR: '1',
		...options.env,
	};
	const child = spawn(process.execPath, [resolve('cli/shipei.js'), ...argv], {
		env,
		stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
	});
	child.stdin?.end(options.input);
	let stdout = '';
	let stderr = '';
	child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
		stdout += chunk;
	});
	child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
		stderr += chunk;
	});
	return new Promise((done) => child.on('close', (code) => done({ code, stdout, stderr })));
}

export function newDataFolder(): { path: string; remove(): void } {
	const path = mkdtempSync(join(tmpdir(), 'shipei-cli-'));
	return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
