import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from './open-sqlite.ts';
import { storeError } from './store-error.ts';

/** Who writes to a data folder. */
export interface Writer {
	readonly pid: number;
	readonly bootId: string;
	readonly since: string;
	/** Unix socket on which the writer serves other processes of this user. */
	readonly socket: string;
}

export type WriterLock =
	| { readonly held: true; release(): void }
	| { readonly held: false; readonly writer: Writer | null };

/**
 * One writer a data folder. The lock is SQLite's own file lock on an empty database, so the kernel drops it however the
 * process ends; lock.json beside it only names the holder for people and for those who want to connect.
 */
export function takeWriterLock(directory: string, writer: Writer, addon: string | null = null): WriterLock {
	try {
		mkdirSync(directory, { recursive: true, mode: 0o700 });
		const lock = openSqlite(join(directory, 'lock.db'), { addon, timeoutMs: 0 });
		try {
			lock.pragma('journal_mode = MEMORY');
			lock.pragma('locking_mode = EXCLUSIVE');
			lock.exec('BEGIN EXCLUSIVE');
		} catch (error) {
			lock.close();
			if (isBusy(error)) return { held: false, writer: readWriter(directory) };
			throw error;
		}
		announce(directory, writer);
		return { held: true, release: () => lock.close() };
	} catch (error) {
		throw storeError(error, directory);
	}
}

function isBusy(error: unknown): boolean {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

function announce(directory: string, writer: Writer): void {
	const file = join(directory, 'lock.json');
	writeFileSync(`${file}.new`, `${JSON.stringify(writer)}\n`, { mode: 0o600 });
	renameSync(`${file}.new`, file);
}

function readWriter(directory: string): Writer | null {
	try {
		return JSON.parse(readFileSync(join(directory, 'lock.json'), 'utf8')) as Writer;
	} catch {
		// The holder took the lock this instant and has not announced itself yet.
		return null;
	}
}
