import { closeSync, openSync, readSync, statSync } from 'node:fs';

const FIRST_LINE_BYTES = 256;

/**
 * How to start a script file: by itself when it is executable and says its interpreter, by that interpreter when only the
 * permission is missing (lost on a stick, or a noexec mount), else by sh.
 */
export function scriptCommand(file: string, args: readonly string[]): string[] {
	const line = firstLine(file);
	if (!line.startsWith('#!')) return ['/bin/sh', file, ...args];
	if ((statSync(file).mode & 0o111) !== 0) return [file, ...args];
	// The kernel passes everything behind the interpreter as one argument.
	const [, interpreter = '/bin/sh', argument = ''] = /^#!\s*(\S+)\s*(.*?)\s*$/u.exec(line) ?? [];
	return [interpreter, ...(argument === '' ? [] : [argument]), file, ...args];
}

function firstLine(file: string): string {
	const descriptor = openSync(file, 'r');
	try {
		const buffer = Buffer.alloc(FIRST_LINE_BYTES);
		const length = readSync(descriptor, buffer, 0, FIRST_LINE_BYTES, 0);
		return buffer.toString('latin1', 0, length).split('\n')[0] ?? '';
	} finally {
		closeSync(descriptor);
	}
}
