import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { ShipeiError } from '../../contract/errors.ts';
import { openSqlite } from './open-sqlite.ts';
import { MIGRATIONS } from './schema/migrations.ts';
import { storeError } from './store-error.ts';

export type Database = Sqlite.Database;

/** The database of a data folder. */
export function databaseFile(directory: string): string {
	return join(directory, 'shipei.db');
}

/** The only place that opens the database to write: durable settings, integrity, then what is missing of the schema. */
export function openDatabase(directory: string, addon: string | null): Database {
	const file = databaseFile(directory);
	let database: Database | undefined;
	try {
		database = openSqlite(file, { addon, timeoutMs: 5000 });
		refuseNewer(database, file);
		refuseDamaged(database, file, directory);
		database.pragma('journal_mode = WAL');
		database.pragma('synchronous = FULL');
		database.pragma('foreign_keys = ON');
		migrate(database, directory);
		return database;
	} catch (error) {
		database?.close();
		throw storeError(error, directory);
	}
}

function refuseNewer(database: Database, file: string): void {
	const found = schemaVersion(database);
	if (found > MIGRATIONS.length) throw new ShipeiError('store.newer', { file, found, supported: MIGRATIONS.length });
}

// quick_check reads every page but skips the comparison of indexes with tables: seconds instead of minutes when large.
function refuseDamaged(database: Database, file: string, directory: string): void {
	const found = String(database.pragma('quick_check(1)', { simple: true }));
	if (found !== 'ok')
		throw new ShipeiError('store.corrupt', { file, reason: found, backups: join(directory, 'backups') });
}

function migrate(database: Database, directory: string): void {
	const from = schemaVersion(database);
	if (from === MIGRATIONS.length) return;
	if (from > 0) backUpBefore(database, directory, from);
	database.transaction(() => {
		for (const sql of MIGRATIONS.slice(from)) database.exec(sql);
		database.pragma(`user_version = ${MIGRATIONS.length}`);
	})();
}

function backUpBefore(database: Database, directory: string, version: number): void {
	const backups = join(directory, 'backups');
	mkdirSync(backups, { recursive: true });
	const name = `shipei-schema-${version}-${new Date().toISOString().replaceAll(':', '')}.db`;
	database.prepare('VACUUM INTO ?').run(join(backups, name));
}

function schemaVersion(database: Database): number {
	return Number(database.pragma('user_version', { simple: true }));
}
