import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { ShipeiError } from '../../contract/errors.ts';
import type { Database } from './database.ts';
import { openSqlite } from './open-sqlite.ts';
import { factsAfter, lastLink } from './query/facts.ts';
import { storeError } from './store-error.ts';
import { takeWriterLock } from './writer-lock.ts';

export interface BackUp {
	readonly directory: string;
	/** Files copied this time; what an earlier backup already holds is not copied again. */
	readonly copied: number;
	readonly kept: number;
	/** Size of all that the backup holds, in bytes. */
	readonly bytes: number;
}

// What belongs to this process or can be made again: its lock and socket, half-done work, the backups of old schemas.
const LEFT_OUT = /^(shipei\.db.*|lock\..*|engine\.sock|scratch|transfers|backups)$/u;

// What a first backup that broke off leaves behind.
const OURS = ['shipei.db.new', 'lock.db', 'lock.json', 'evidence', 'keys', 'packages', 'reports', 'salt', 'suites'];

/**
 * Copies the data folder while it is in use. The copy is a data folder itself: `--data` opens it. Evidence is named by
 * its digest, so a later backup into the same folder copies only what is new. Errors: store.backup-inside,
 * store.backup-occupied, store.backup-other, store.locked, store.full, store.not-writable; a backup that breaks off leaves the
 * database of the one before it in place.
 */
export async function backUpData(options: {
	readonly database: Database;
	readonly addon: string | null;
	readonly source: string;
	readonly target: string;
}): Promise<BackUp> {
	const { database, addon } = options;
	const source = resolve(options.source);
	const to = resolve(options.target);
	try {
		assertPlace(source, to);
		const release = lockTarget(to, addon);
		try {
			assertSameRecords(database, to, addon);
			return await copyAll(database, source, to);
		} finally {
			release();
		}
	} catch (error) {
		throw storeError(error, to);
	}
}

function assertPlace(source: string, to: string): void {
	if (to === source || to.startsWith(source + sep)) throw new ShipeiError('store.backup-inside', { directory: to });
	const found = existsSync(to) ? readdirSync(to) : [];
	const strange = found.includes('shipei.db') ? undefined : found.find((name) => !OURS.includes(name));
	if (strange !== undefined) throw new ShipeiError('store.backup-occupied', { directory: to, found: strange });
}

// Nobody may have the backup open while its database is replaced.
function lockTarget(to: string, addon: string | null): () => void {
	const since = new Date().toISOString();
	const lock = takeWriterLock(to, { pid: process.pid, bootId: '', since, socket: '' }, addon);
	if (!lock.held) {
		const { pid = 'unknown', since = 'unknown' } = lock.writer ?? {};
		throw new ShipeiError('store.locked', { directory: to, pid, since });
	}
	return () => {
		lock.release();
		for (const name of ['lock.db', 'lock.json']) rmSync(join(to, name), { force: true });
	};
}

// The backup before must be a beginning of this chain, or it is another lab's and would be lost.
function assertSameRecords(database: Database, to: string, addon: string | null): void {
	const file = join(to, 'shipei.db');
	if (!existsSync(file)) return;
	const before = openSqlite(file, { addon, timeoutMs: 5000 });
	try {
		const { seq, hash } = lastLink(before);
		if (seq > 0 && factsAfter(database, seq - 1, 1)[0]?.hash !== hash)
			throw new ShipeiError('store.backup-other', { directory: to, seq });
	} finally {
		before.close();
	}
}

async function copyAll(database: Database, source: string, to: string): Promise<BackUp> {
	// The database first: every file that it names was written before it.
	const aside = join(to, 'shipei.db.new');
	rmSync(aside, { force: true });
	await database.backup(aside);
	const files = await copyFiles(source, to);
	await sync(aside);
	renameSync(aside, join(to, 'shipei.db'));
	return { directory: to, ...files, bytes: files.bytes + statSync(join(to, 'shipei.db')).size };
}

async function copyFiles(source: string, to: string): Promise<{ copied: number; kept: number; bytes: number }> {
	const counts = { copied: 0, kept: 0, bytes: 0 };
	const entries = readdirSync(source, { recursive: true, withFileTypes: true });
	for (const entry of entries) {
		const from = join(entry.parentPath, entry.name);
		const inside = relative(source, from);
		if (!entry.isFile() || LEFT_OUT.test(inside.split(sep)[0] ?? '')) continue;
		const file = join(to, inside);
		const { size } = statSync(from);
		counts.bytes += size;
		if (inside.startsWith(`evidence${sep}`) && existsSync(file) && statSync(file).size === size) counts.kept += 1;
		else {
			await copyDurably(from, file);
			counts.copied += 1;
		}
	}
	return counts;
}

async function copyDurably(from: string, file: string): Promise<void> {
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	const aside = `${file}.new`;
	await copyFile(from, aside);
	await sync(aside);
	renameSync(aside, file);
}

async function sync(file: string): Promise<void> {
	const handle = await open(file, 'r+');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
