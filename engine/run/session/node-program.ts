import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A program that is plain Node, for SHIPEI_NODE. Electron's own binary is one only with a variable set, and that variable
 * must not be in the environment of steps: an Electron product under test would start as Node instead of as itself.
 */
export function nodeProgram(execPath: string, scratchRoot: string, isElectron: boolean): string {
	if (!isElectron) return execPath;
	const file = join(scratchRoot, 'bin', 'node');
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	writeFileSync(file, `#!/bin/sh\nELECTRON_RUN_AS_NODE=1 exec ${quoted(execPath)} "$@"\n`);
	chmodSync(file, 0o700);
	return file;
}

function quoted(word: string): string {
	return `'${word.replaceAll("'", "'\\''")}'`;
}
