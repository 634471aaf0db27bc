// What the steps of this suite share: where they read, how they answer.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Root of the file tree to look at: `/`, or a recorded tree of another machine. */
export const root = process.env.BASELINE_ROOT || '/';
/** The fault that the suite's own controls ask for; "none" in earnest. */
export const inject = process.env.BASELINE_INJECT || 'none';

export function at(path) {
	return join(root, path);
}

/** A small file without its last line break; null when it is not there or cannot be read. */
export function text(path) {
	try {
		return readFileSync(at(path), 'utf8').trim();
	} catch {
		return null;
	}
}

/** A number in a file; null when there is none. */
export function number(path) {
	const found = text(path);
	return found === null || found === '' || !Number.isFinite(Number(found)) ? null : Number(found);
}

/** The names in a folder, sorted; none when it is not there. */
export function names(path, pattern = /./) {
	try {
		return readdirSync(at(path))
			.filter((name) => pattern.test(name))
			.sort(byNumber);
	} catch {
		return [];
	}
}

export function exists(path) {
	return existsSync(at(path));
}

/** cpu2 before cpu10. */
function byNumber(a, b) {
	return a.localeCompare(b, 'en', { numeric: true });
}

/** The answer of a step: one JSON document, judged by the manifest. */
export function answer(value) {
	process.stdout.write(`${JSON.stringify(value, null, 1)}\n`);
}

/** This machine has no such thing or does not tell: exit status 77, which is neither a pass nor a failure. */
export function unsupported(why) {
	process.stderr.write(`${why}\n`);
	process.exit(77);
}

export function sleep(milliseconds) {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
