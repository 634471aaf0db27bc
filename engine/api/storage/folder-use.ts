import type { Dirent, Stats } from 'node:fs';
import { lstat, opendir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { StorageKind } from '../../../contract/storage.ts';

export interface FileUse {
	/** Below the data folder. */
	readonly path: string;
	readonly bytes: number;
	readonly changedMs: number;
}

const FOLDERS: readonly StorageKind[] = ['evidence', 'reports', 'keys', 'packages', 'suites', 'backups'];

/** Every file of the folder with what it takes, one at a time: the engine goes on between any two of them. */
export async function* filesBelow(root: string, folder = ''): AsyncGenerator<FileUse> {
	for await (const entry of entriesOf(join(root, folder))) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) yield* filesBelow(root, path);
		else {
			const found = await statOf(join(root, path));
			if (found !== null) yield { path, bytes: found.size, changedMs: found.mtimeMs };
		}
	}
}

export function kindOf(path: string): StorageKind {
	const [first = ''] = path.split('/');
	if (/^shipei\.db(-|$)/u.test(first)) return 'database';
	if (first === 'scratch' || first === 'transfers') return 'scratch';
	return FOLDERS.find((name) => name === first) ?? 'other';
}

export async function diskOf(directory: string): Promise<{ free: number; size: number }> {
	const { bavail, blocks, bsize } = await statfs(directory);
	return { free: bavail * bsize, size: blocks * bsize };
}

async function* entriesOf(directory: string): AsyncGenerator<Dirent> {
	try {
		yield* await opendir(directory);
	} catch (error) {
		// Scratch folders come and go while they are looked at.
		if (!isGone(error)) throw error;
	}
}

/** A link is as large as its own text: what it leads to lies elsewhere. */
async function statOf(file: string): Promise<Stats | null> {
	try {
		return await lstat(file);
	} catch (error) {
		if (isGone(error)) return null;
		throw error;
	}
}

function isGone(error: unknown): boolean {
	return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
