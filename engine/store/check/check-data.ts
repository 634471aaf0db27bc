import type { Database } from '../database.ts';
import { type ChainState, verifyChain } from '../query/facts.ts';

/** What each check comes to. */
export interface CheckResults {
	/** What is wrong with pages, indexes and tables; empty when the database is whole. */
	readonly database: readonly string[];
	readonly chain: ChainState;
}
export type CheckName = keyof CheckResults;

/** Hears how much of a check is done, 0 to 1. */
export type OnShare = (share: number) => void;

const MOST_PROBLEMS = 20;
/** Of the time of a database check, what comparing tables with their indexes takes; the rest is the last look over all pages. */
const TABLES_SHARE = 0.8;

export function checkData<Name extends CheckName>(
	name: Name,
	database: Database,
	onShare: OnShare,
): CheckResults[Name] {
	const checks: { readonly [Each in CheckName]: () => CheckResults[Each] } = {
		database: () => databaseProblems(database, onShare),
		chain: () => verifyChain(database, onShare),
	};
	return checks[name]();
}

/**
 * All that `integrity_check` finds, table by table, so that somebody can be told how far it is: SQLite looks into one
 * table at a time, and `quick_check` at last into what belongs to none.
 */
function databaseProblems(database: Database, onShare: OnShare): string[] {
	const tables = tablesOf(database);
	const all = tables.reduce((sum, { rows }) => sum + rows, 0);
	const problems = new Set<string>();
	let done = 0;
	for (const { name, rows } of tables) {
		for (const problem of askSqlite(database, `integrity_check('${name}')`)) problems.add(problem);
		done += rows;
		onShare((TABLES_SHARE * done) / all);
	}
	for (const problem of askSqlite(database, `quick_check(${MOST_PROBLEMS})`)) problems.add(problem);
	return [...problems].slice(0, MOST_PROBLEMS);
}

function tablesOf(database: Database): { name: string; rows: number }[] {
	const names = database
		.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
		.pluck()
		.all() as string[];
	return names.map((name) => ({ name, rows: 1 + rowsOf(database, name) }));
}

/** About how many: the last number, which costs nothing to find. */
function rowsOf(database: Database, name: string): number {
	try {
		return Number(database.prepare(`SELECT max(rowid) FROM "${name}"`).pluck().get() ?? 0);
	} catch {
		// A table without numbers (WITHOUT ROWID), or a damaged one: the check itself will say so.
		return 0;
	}
}

function askSqlite(database: Database, pragma: string): string[] {
	const rows = database.pragma(pragma) as Record<string, string>[];
	return rows.flatMap((row) => Object.values(row)).filter((line) => line !== 'ok');
}
