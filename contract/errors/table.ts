/**
 * What one error code means. `exit` is the CLI's exit code: 1 refused or failed, 2 wrong usage or bad input,
 * 3 could not do it (disk, database, permission), 130 interrupted. The texts name what was expected and what was
 * found, then what to do; `{name}` stands for a detail.
 */
export interface ErrorEntry {
	readonly exit: 1 | 2 | 3 | 130;
	readonly zh: string;
	readonly en: string;
}

export type ErrorTable = Readonly<Record<string, ErrorEntry>>;
