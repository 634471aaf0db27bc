import Sqlite from 'better-sqlite3';

/**
 * The one place that loads SQLite. `addon` is our own build of better-sqlite3 for old C libraries (see build/addon); null
 * takes the one inside the package, which wants glibc 2.34.
 */
export function openSqlite(
	file: string,
	options: { readonly addon: string | null; readonly timeoutMs: number; readonly readonly?: boolean },
): Sqlite.Database {
	const { addon, timeoutMs, readonly = false } = options;
	return new Sqlite(file, { timeout: timeoutMs, readonly, ...(addon !== null && { nativeBinding: addon }) });
}
