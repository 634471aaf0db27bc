import { join } from 'node:path';
import { ShipeiError } from '../../contract/errors.ts';

/** What SQLite or the file system threw, as one of our codes that says what to do. */
export function storeError(error: unknown, directory: string): ShipeiError {
	if (error instanceof ShipeiError) return error;
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	const reason = error instanceof Error ? error.message : String(error);
	const file = join(directory, 'shipei.db');
	const cause = { cause: error };

	if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL')
		return new ShipeiError('store.full', { directory, reason }, cause);
	if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_AUTH)/u.test(code)) {
		return new ShipeiError('store.not-writable', { directory, reason }, cause);
	}
	if (/^SQLITE_(CORRUPT|NOTADB)/u.test(code)) {
		return new ShipeiError('store.corrupt', { file, reason, backups: join(directory, 'backups') }, cause);
	}
	return new ShipeiError('store.failed', { file, reason: code === '' ? reason : `${code}: ${reason}` }, cause);
}
