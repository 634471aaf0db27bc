import { ShipeiError } from '../../../contract/errors.ts';
import type { Attempt, CaseResult, CaseSummary, ManualAnswer, RunSummary, StepResult } from '../../../contract/run.ts';
import type { Database } from '../database.ts';

interface CaseRow {
	ord: number;
	key: string;
	suite: string;
	name: string;
	title: string;
	level: CaseSummary['level'];
	quality: string | null;
	state: CaseSummary['state'];
	status: CaseSummary['status'];
	skip: CaseSummary['skip'] | null;
	measured: number;
	verdict: CaseSummary['verdict'];
	reason: string | null;
	waiver: string | null;
	started_on: string | null;
	duration_ms: number | null;
}

// What an earlier attempt measured is no result of the case.
const OF_LAST_ATTEMPT =
	'm.run = ? AND m.key = ? AND m.attempt = (SELECT max(number) FROM attempts a WHERE a.run = m.run AND a.key = m.key)';

type CaseHead = Omit<CaseResult, 'attempts' | 'answers' | 'measurements'>;

export function caseSummaries(database: Database, run: string): CaseSummary[] {
	const rows = database
		.prepare(
			`SELECT c.*,
				(SELECT count(*) FROM attempts a WHERE a.run = c.run AND a.key = c.key) AS attempts,
				(SELECT count(*) FROM measurements m WHERE m.run = c.run AND m.key = c.key AND m.attempt =
					(SELECT max(number) FROM attempts a WHERE a.run = c.run AND a.key = c.key)) AS measurements
			FROM cases c WHERE c.run = ? ORDER BY c.ord`,
		)
		.all(run) as (CaseRow & { attempts: number; measurements: number })[];
	return rows.map((row) => ({ ...headOf(row), attempts: row.attempts, measurements: row.measurements }));
}

export function showCase(database: Database, run: string, key: string): CaseResult {
	const row = database.prepare('SELECT * FROM cases WHERE run = ? AND key = ?').get(run, key) as CaseRow | undefined;
	if (row === undefined) throw new ShipeiError('store.no-case', { run, key });
	return {
		...headOf(row),
		attempts: attemptsOf(database, run, key),
		answers: answersOf(database, run, key, 'answered'),
		measurements: bodies(
			database.prepare(`SELECT body FROM measurements m WHERE ${OF_LAST_ATTEMPT} ORDER BY seq`).all(run, key),
		),
	};
}

/** The same case in the newest runs, newest first; instances of a matrix each count. */
export function caseHistory(database: Database, suite: string, name: string, limit: number) {
	return database
		.prepare(
			`SELECT c.run, c.key, c.status, c.verdict, c.duration_ms AS durationMs, r.planned_on AS plannedOn
			FROM cases c JOIN runs r ON r.id = c.run WHERE c.suite = ? AND c.name = ? ORDER BY r.planned_seq DESC LIMIT ?`,
		)
		.all(suite, name, limit) as {
		run: string;
		key: string;
		status: CaseSummary['status'];
		verdict: CaseSummary['verdict'];
		durationMs: number | null;
		plannedOn: string;
	}[];
}

const TIMES_KEPT = 5;

/**
 * How long the cases of suites took, in ms by key: the newest results that really ran, newest first, five at most. What
 * a case waited for a busy host is left out: the next run may find a quiet one.
 */
export function caseTimes(database: Database, suites: readonly string[]): Map<string, number[]> {
	const rows = database
		.prepare(
			`WITH newest AS (
				SELECT c.run, c.key, c.duration_ms, row_number() OVER (PARTITION BY c.key ORDER BY r.planned_seq DESC) AS age
				FROM cases c JOIN runs r ON r.id = c.run
				WHERE c.suite IN (SELECT value FROM json_each(?)) AND c.duration_ms IS NOT NULL
					AND c.status IN ('passed', 'failed')
			)
			SELECT n.key, max(0, n.duration_ms - 1000 * coalesce(
				(SELECT max(m.body ->> '$.environment.waitedSeconds') FROM measurements m WHERE m.run = n.run AND m.key = n.key), 0
			)) AS ms
			FROM newest n WHERE n.age <= ? ORDER BY n.age`,
		)
		.all(JSON.stringify(suites), TIMES_KEPT) as { key: string; ms: number }[];
	const newest = new Map<string, number[]>();
	for (const { key, ms } of rows) newest.set(key, [...(newest.get(key) ?? []), ms]);
	return newest;
}

/** A step that was started and has no end: what a crash leaves behind. */
export interface OpenStep {
	readonly key: string;
	readonly attempt: number;
	readonly step: string;
	readonly phase: StepResult['phase'];
	readonly index: number;
	readonly bootId: string;
}

export function openSteps(database: Database, run: string): OpenStep[] {
	return database
		.prepare(
			`SELECT s.key, s.attempt, s.step, s.phase, s.ord AS "index", s.boot_id AS bootId
			FROM steps s JOIN cases c ON c.run = s.run AND c.key = s.key
			WHERE s.run = ? AND s.result IS NULL AND c.status IS NULL ORDER BY s.started_seq`,
		)
		.all(run) as OpenStep[];
}

/** A manual step that waits for a person. */
export interface AskingStep {
	readonly run: string;
	readonly key: string;
	readonly attempt: number;
	readonly step: string;
	readonly title: CaseSummary['title'];
	readonly product: RunSummary['product'];
}

/** Of all runs that have not ended, longest waiting first. */
export function askingSteps(database: Database): AskingStep[] {
	const rows = database
		.prepare(
			`SELECT s.run, s.key, s.attempt, s.step, c.title, r.product
			FROM runs r JOIN cases c ON c.run = r.id JOIN steps s ON s.run = c.run AND s.key = c.key
			WHERE r.state <> 'ended' AND c.state = 'asking' AND s.result IS NULL ORDER BY s.started_seq`,
		)
		.all() as (Omit<AskingStep, 'title' | 'product'> & { title: string; product: string | null })[];
	return rows.map(({ title, product, ...place }) => ({
		...place,
		title: JSON.parse(title) as AskingStep['title'],
		product: product === null ? null : (JSON.parse(product) as AskingStep['product']),
	}));
}

/** What a person answered to a step of one attempt; null when nobody has. */
export function answerOf(
	database: Database,
	run: string,
	key: string,
	attempt: number,
	step: string,
): ManualAnswer[] | null {
	const row = database
		.prepare(`SELECT body FROM answers WHERE run = ? AND key = ? AND attempt = ? AND step = ? AND state = 'answered'`)
		.get(run, key, attempt, step) as { body: string } | undefined;
	return row === undefined ? null : (JSON.parse(row.body) as ManualAnswer[]);
}

export function samplesOf(
	database: Database,
	run: string,
	key: string,
	attempt: number,
): { metric: string; sample: unknown }[] {
	const rows = database
		.prepare('SELECT metric, body FROM samples WHERE run = ? AND key = ? AND attempt = ? ORDER BY seq')
		.all(run, key, attempt) as {
		metric: string;
		body: string;
	}[];
	return rows.map((row) => ({ metric: row.metric, sample: JSON.parse(row.body) as unknown }));
}

export function answersOf(
	database: Database,
	run: string,
	key: string,
	state: 'draft' | 'answered',
): CaseResult['answers'] {
	const rows = database
		.prepare('SELECT step, by, at, body FROM answers WHERE run = ? AND key = ? AND state = ? ORDER BY at')
		.all(run, key, state) as {
		step: string;
		by: string;
		at: string;
		body: string;
	}[];
	return rows.map((row) => ({
		step: row.step,
		by: row.by,
		on: row.at,
		answers: JSON.parse(row.body) as ManualAnswer[],
	}));
}

function attemptsOf(database: Database, run: string, key: string): Attempt[] {
	const rows = database.prepare('SELECT * FROM attempts WHERE run = ? AND key = ? ORDER BY number').all(run, key) as {
		number: number;
		status: Attempt['status'];
		reason: string | null;
		delta: string | null;
		started_on: string;
		duration_ms: number | null;
	}[];
	const stepsOf = database.prepare(
		'SELECT result AS body FROM steps WHERE run = ? AND key = ? AND attempt = ? AND result IS NOT NULL ORDER BY started_seq',
	);
	return rows.map((row) => ({
		number: row.number,
		status: row.status,
		...(row.reason !== null && { reason: JSON.parse(row.reason) as NonNullable<Attempt['reason']> }),
		...(row.delta !== null && { delta: JSON.parse(row.delta) as unknown }),
		startedOn: row.started_on,
		durationMs: row.duration_ms,
		steps: bodies(stepsOf.all(run, key, row.number)) as StepResult[],
	}));
}

function headOf(row: CaseRow): CaseHead {
	return {
		key: row.key,
		suite: row.suite,
		case: row.name,
		order: row.ord,
		title: JSON.parse(row.title) as CaseHead['title'],
		level: row.level,
		...(row.quality !== null && { quality: row.quality }),
		state: row.state,
		status: row.status,
		...(row.skip !== null && { skip: row.skip }),
		measured: row.measured === 1,
		verdict: row.verdict,
		...(row.reason !== null && { reason: JSON.parse(row.reason) as NonNullable<CaseHead['reason']> }),
		...(row.waiver !== null && { waiver: JSON.parse(row.waiver) as NonNullable<CaseHead['waiver']> }),
		startedOn: row.started_on,
		durationMs: row.duration_ms,
	};
}

function bodies(rows: unknown[]): unknown[] {
	return (rows as { body: string }[]).map((row) => JSON.parse(row.body) as unknown);
}
