import { lstatSync, realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';

/** A file that was changed this lately may change again without a new stamp: clocks of file systems tick. */
const SETTLED_MS = 2000;

/**
 * What the file system says of a file of our own folder: enough to know that its bytes are those that were read before.
 * Null for all others, and for links: who may write elsewhere (a stick, a share, another machine) may also set its clock.
 * Of these times nobody can set `ctime`: any change of bytes, name or times moves it on. Whoever can go round that in our
 * own folder can write the database beside it as well.
 */
export function createStamps(dataDirectory: string, now: () => number): (file: string) => string | null {
	const root = realpathSync(dataDirectory);
	const folders = new Map<string, boolean>();
	const isOurs = (folder: string) => {
		const known = folders.get(folder);
		if (known !== undefined) return known;
		const real = realpathSync(folder);
		const ours = real === root || real.startsWith(root + sep);
		folders.set(folder, ours);
		return ours;
	};
	return (file) => {
		try {
			if (!isOurs(dirname(file))) return null;
			const found = lstatSync(file, { bigint: true });
			if (!found.isFile() || now() - Number(found.ctimeMs) < SETTLED_MS) return null;
			const { dev, ino, size, mtimeNs, ctimeNs, uid, mode } = found;
			return [dev, ino, size, mtimeNs, ctimeNs, uid, mode].join(' ');
		} catch {
			// Gone, or not to be looked at: whoever reads it will say so.
			return null;
		}
	};
}
