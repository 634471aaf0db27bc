import { lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Every path below the folders, to what shows that it changed: kind, permissions, owner, size, time or target. */
export function listFiles(folders: readonly string[]): Map<string, string> {
	const found = new Map<string, string>();
	for (const folder of folders) note(folder, found);
	return found;
}

function note(path: string, found: Map<string, string>): void {
	const state = stateOf(path);
	if (state === null) return;
	found.set(path, state.text);
	if (state.isFolder) for (const name of namesIn(path)) note(join(path, name), found);
}

function stateOf(path: string): { text: string; isFolder: boolean } | null {
	try {
		const { mode, uid, gid, size, mtimeNs } = lstatSync(path, { bigint: true });
		const kind = Number(mode) & 0o170000;
		const isFolder = kind === 0o040000;
		const rest = kind === 0o120000 ? readlinkSync(path) : isFolder ? '' : `${size} ${mtimeNs}`;
		// A folder's own time changes with its entries, which are listed themselves.
		return { text: `${Number(mode).toString(8)} ${uid}:${gid} ${rest}`.trim(), isFolder };
	} catch {
		// Removed while we looked.
		return null;
	}
}

function namesIn(path: string): string[] {
	try {
		return readdirSync(path);
	} catch {
		// Not ours to read: its own entry is all there is to compare.
		return [];
	}
}
