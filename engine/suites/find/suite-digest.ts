import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { SUITE_SIGNATURE_NAME } from '../../../contract/suite-signature.ts';

const known = new Map<string, { readonly stamp: string; readonly sha256: string }>();

/**
 * SHA-256 over all files of a suite: their names, whether they may be executed, and their bytes, in the order of their
 * names. Owners, times and the other permission bits differ from one unpacking to the next and are left out, and so is
 * the publisher's signature, which covers this digest.
 */
export function suiteDigest(directory: string): string {
	const hash = createHash('sha256');
	for (const line of linesOf(directory, '')) hash.update(`${line}\n`);
	return hash.digest('hex');
}

function* linesOf(root: string, below: string): Generator<string> {
	const entries = readdirSync(join(root, below), { withFileTypes: true });
	for (const name of entries.map((entry) => entry.name).sort(byBytes)) {
		const path = below === '' ? name : `${below}/${name}`;
		const full = join(root, path);
		const stat = lstatSync(full);
		if (stat.isDirectory()) yield* linesOf(root, path);
		else if (stat.isSymbolicLink()) yield `link ${JSON.stringify(readlinkSync(full))} ${JSON.stringify(path)}`;
		else if (path === SUITE_SIGNATURE_NAME && stat.isFile()) continue;
		else if (stat.isFile())
			yield `${stat.mode & 0o100 ? 'exec' : 'file'} ${fileDigest(full, stat)} ${JSON.stringify(path)}`;
		else yield `other - ${JSON.stringify(path)}`;
	}
}

function byBytes(a: string, b: string): number {
	return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Files that have not been touched since are not read again: a list of fifty suites must come at once. */
function fileDigest(path: string, stat: Stats): string {
	const stamp = `${stat.dev}:${stat.ino}:${stat.size}:${stat.mtimeMs}:${stat.ctimeMs}`;
	const cached = known.get(path);
	if (cached?.stamp === stamp) return cached.sha256;
	const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
	known.set(path, { stamp, sha256 });
	return sha256;
}
