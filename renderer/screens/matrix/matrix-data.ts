import type { ReportSummary } from '../../../contract/methods/report-methods.ts';
import type { Verification } from '../../../contract/verification.ts';
import { type Present, type StaleReason, staleReasons } from './stale-reasons.ts';

export interface MatrixEntry {
	readonly report: ReportSummary;
	readonly verification: Verification;
	readonly summary: NonNullable<Verification['summary']>;
	/** Why it should be tested again; empty while it holds. */
	readonly stale: readonly StaleReason[];
	readonly troubled: boolean;
	readonly thirdParty: boolean;
}

export interface Matrix {
	readonly rows: readonly string[];
	readonly columns: readonly string[];
	/** Newest first, by `row\ncolumn`. */
	readonly cells: ReadonlyMap<string, readonly MatrixEntry[]>;
}

export const NO_PRODUCT = '';

/**
 * Products by platforms. Only what verifies counts; what was altered never shows as a result. `moreColumns` are platforms
 * that stand there although nothing was tested on them.
 */
export function matrixOf(
	verified: readonly { report: ReportSummary; verification: Verification }[],
	present: Present,
	moreColumns: readonly string[] = [],
): Matrix {
	const cells = new Map<string, MatrixEntry[]>();
	for (const { report, verification } of verified) {
		const entry = entryOf(report, verification, present);
		if (entry === null) continue;
		const key = cellKey(rowOf(entry), columnOf(entry));
		cells.set(
			key,
			[...(cells.get(key) ?? []), entry].sort((a, b) => b.summary.finishedOn.localeCompare(a.summary.finishedOn)),
		);
	}
	const keys = [...cells.keys()].map((key) => key.split('\n'));
	const unique = (at: 0 | 1, more: readonly string[] = []) =>
		[...new Set([...keys.map((key) => key[at] ?? ''), ...more])].sort();
	return { rows: unique(0), columns: keys.length === 0 ? [] : unique(1, moreColumns), cells };
}

/** Every report behind the cells as one long table, with what it takes to find it again. */
export function matrixList(
	matrix: Matrix,
	nameOf: (row: string) => string,
	verdictOf: (entry: MatrixEntry) => string,
): string[][] {
	const entries = [...matrix.cells].flatMap(([key, list]) => list.map((entry) => ({ key: key.split('\n'), entry })));
	return [
		['product', 'platform', 'verdict', 'finished', 'operator', 'assurance', 'reportId', 'file'],
		...entries.map(({ key: [row = '', column = ''], entry }) => [
			nameOf(row),
			column,
			verdictOf(entry),
			entry.summary.finishedOn,
			entry.summary.operator,
			entry.summary.assuranceLevel,
			entry.report.reportId,
			entry.report.file,
		]),
	];
}

export function cellKey(row: string, column: string): string {
	return `${row}\n${column}`;
}

function entryOf(report: ReportSummary, verification: Verification, present: Present): MatrixEntry | null {
	const { summary } = verification;
	if (summary === null || verification.verdict === 'invalid') return null;
	return {
		report,
		verification,
		summary,
		stale: staleReasons(summary, verification.verdict, present),
		troubled: verification.verdict === 'refused',
		thirdParty: summary.assuranceLevel !== 'self_attested',
	};
}

function rowOf({ summary }: MatrixEntry): string {
	return summary.product === null ? NO_PRODUCT : `${summary.product.name} ${summary.product.version}`;
}

function columnOf({ summary: { platform } }: MatrixEntry): string {
	return platformName(platform);
}

export function platformName(platform: Omit<MatrixEntry['summary']['platform'], 'kernel'>): string {
	const cpu = platform.cpuModel ?? platform.arch ?? '?';
	return `${cpu} · ${[platform.osName, platform.osVersion].filter((part) => part !== null).join(' ') || '?'}`;
}
