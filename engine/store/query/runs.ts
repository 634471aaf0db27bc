import { ShipeiError } from '../../../contract/errors.ts';
import type { RunDetail, RunSummary, Status } from '../../../contract/run.ts';
import type { Text } from '../../../contract/text.ts';
import type { Database } from '../database.ts';
import { caseSummaries } from './cases.ts';

interface RunRow {
	id: string;
	state: RunSummary['state'];
	status: Status | null;
	verdict: RunSummary['verdict'];
	suites: string;
	product: string | null;
	operator: string;
	plan_digest: string;
	plan_evidence: string;
	host_evidence: string;
	planned_on: string;
	started_on: string | null;
	finished_on: string | null;
	boot_id: string;
	current: string | null;
}

/** Newest first. */
export function listRuns(database: Database): RunSummary[] {
	const rows = database.prepare('SELECT * FROM runs ORDER BY planned_seq DESC').all() as RunRow[];
	return rows.map((row) => summaryOf(database, row));
}

export function showRun(database: Database, name: string): RunDetail {
	const row = findRun(database, name);
	const notices = database.prepare('SELECT at, code, text FROM notices WHERE run = ? ORDER BY seq').all(row.id) as {
		at: string;
		code: string;
		text: string;
	}[];
	return {
		...summaryOf(database, row),
		cases: caseSummaries(database, row.id),
		notices: notices.map((notice) => ({ on: notice.at, code: notice.code, text: JSON.parse(notice.text) as Text })),
	};
}

/** A run by its id, a unique beginning of it, or "last". */
export function findRun(database: Database, name: string): RunRow {
	const rows = (
		name === 'last'
			? database.prepare('SELECT * FROM runs ORDER BY planned_seq DESC LIMIT 1').all()
			: database.prepare(`SELECT * FROM runs WHERE id LIKE ? ESCAPE '\\' LIMIT 3`).all(`${escapeLike(name)}%`)
	) as RunRow[];
	const exact = rows.find((row) => row.id === name) ?? (rows.length === 1 ? rows[0] : undefined);
	if (exact !== undefined) return exact;
	if (rows.length === 0) throw new ShipeiError('store.no-run', { run: name });
	throw new ShipeiError('store.ambiguous-run', { run: name, found: rows.map((row) => row.id).join(', ') });
}

function summaryOf(database: Database, row: RunRow): RunSummary {
	const counted = database
		.prepare('SELECT status, count(*) AS n FROM cases WHERE run = ? GROUP BY status')
		.all(row.id) as { status: Status | null; n: number }[];
	const counts: RunSummary['counts'] = { passed: 0, failed: 0, errored: 0, timedOut: 0, skipped: 0, interrupted: 0 };
	for (const { status, n } of counted) if (status !== null) counts[status] = n;
	return {
		id: row.id,
		state: row.state,
		status: row.status,
		verdict: row.verdict,
		suites: JSON.parse(row.suites) as RunSummary['suites'],
		product: row.product === null ? null : (JSON.parse(row.product) as RunSummary['product']),
		operator: JSON.parse(row.operator) as RunSummary['operator'],
		planDigest: row.plan_digest,
		planEvidence: row.plan_evidence,
		hostEvidence: row.host_evidence,
		plannedOn: row.planned_on,
		startedOn: row.started_on,
		finishedOn: row.finished_on,
		total: counted.reduce((sum, { n }) => sum + n, 0),
		counts,
		current: row.current,
		bootId: row.boot_id,
	};
}

function escapeLike(text: string): string {
	return text.replaceAll(/[\\%_]/gu, (character) => `\\${character}`);
}
