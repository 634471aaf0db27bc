import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** In a checkout the program lies beside this file; a bundle holds it beside its other files, as JavaScript. */
const FILES = ['ask-systeminformation.ts', 'ask-systeminformation.js'].map((name) =>
	fileURLToPath(new URL(name, import.meta.url)),
);

/**
 * Under Electron the running program is Electron, which is asked to be plain Node. The cache (Node's usual place) must be
 * known before the program's first line is compiled: half of its time would go into that.
 */
export const AS_NODE = {
	ELECTRON_RUN_AS_NODE: '1',
	NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(tmpdir(), 'node-compile-cache'),
};

/** How to start `ask-systeminformation`; undefined when it did not come with this installation. */
export function systeminformationProgram(): readonly string[] | undefined {
	const file = FILES.find((path) => existsSync(path));
	return file === undefined ? undefined : [process.execPath, file];
}
