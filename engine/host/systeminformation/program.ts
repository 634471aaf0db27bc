import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** In a checkout the program lies beside this file; a bundle holds it beside its other files, as JavaScript. */
const FILES = ['ask-systeminformation.ts', 'ask-systeminformation.js'].map((name) =>
	fileURLToPath(new URL(name, import.meta.url)),
);

/** Under Electron the running program is Electron, which is asked to be plain Node. */
export const AS_NODE = { ELECTRON_RUN_AS_NODE: '1' };

/** How to start `ask-systeminformation`; undefined when it did not come with this installation. */
export function systeminformationProgram(): readonly string[] | undefined {
	const file = FILES.find((path) => existsSync(path));
	return file === undefined ? undefined : [process.execPath, file];
}
