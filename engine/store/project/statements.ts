import type { Database } from '../database.ts';

/** A prepared write; what it returns is of no interest here. */
interface Write {
	run(...values: unknown[]): unknown;
}

export type Statements = ReturnType<typeof prepareStatements>;

/** Every write to a projection table, prepared once. */
export function prepareStatements(database: Database) {
	const prepare = (sql: string): Write => database.prepare(sql);
	// Milliseconds between two stored RFC 3339 times; never less than none, although a clock may be set back.
	const elapsed = (from: string) => `max(0.0, (julianday(?) - julianday(${from})) * 86400000.0)`;
	return {
		addHost: prepare('INSERT INTO hosts (evidence, at, seq) VALUES (?, ?, ?)'),
		saveProduct: prepare(
			'INSERT INTO products (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
		),
		saveSetting: prepare(
			'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
		),
		addEvidence: prepare(
			'INSERT INTO evidence (sha256, sm3, size, media_type) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
		),

		planRun:
			prepare(`INSERT INTO runs (id, planned_seq, state, suites, product, operator, plan_digest, plan_evidence, host_evidence, planned_on)
			VALUES (@id, @seq, 'planned', @suites, @product, @operator, @planDigest, @plan, @host, @at)`),
		planCase: prepare(
			`INSERT INTO cases (run, ord, key, suite, name, title, level, quality, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting')`,
		),
		startRun: prepare(`UPDATE runs SET state = 'running', boot_id = ?, started_on = ? WHERE id = ?`),
		continueRun: prepare(`UPDATE runs SET state = 'running', boot_id = ? WHERE id = ?`),
		setRunState: prepare('UPDATE runs SET state = ?, current = NULL WHERE id = ?'),
		finishRun: prepare(
			`UPDATE runs SET state = 'ended', status = ?, verdict = ?, finished_on = ?, current = NULL WHERE id = ?`,
		),
		setCurrent: prepare('UPDATE runs SET current = ? WHERE id = ?'),
		clearCurrent: prepare('UPDATE runs SET current = NULL WHERE id = ? AND current = ?'),
		addNotice: prepare('INSERT INTO notices (seq, run, at, code, text) VALUES (?, ?, ?, ?, ?)'),

		// What an earlier attempt came to, and a waiver for it, say nothing about the one that begins.
		startCase: prepare(
			`UPDATE cases SET state = 'running', started_on = coalesce(started_on, ?),
			status = NULL, skip = NULL, measured = 0, verdict = NULL, reason = NULL, waiver = NULL WHERE run = ? AND key = ?`,
		),
		setCaseState: prepare('UPDATE cases SET state = ? WHERE run = ? AND key = ?'),
		finishCase:
			prepare(`UPDATE cases SET state = 'ended', status = @status, skip = @skip, measured = @measured, verdict = @verdict, reason = @reason,
			duration_ms = ${elapsed('started_on').replace('?', '@at')} WHERE run = @run AND key = @key`),
		waiveCase: prepare(`UPDATE cases SET waiver = ?, verdict = 'WARNED' WHERE run = ? AND key = ?`),

		addAttempt: prepare('INSERT INTO attempts (run, key, number, started_on) VALUES (?, ?, ?, ?)'),
		finishAttempt: prepare(
			`UPDATE attempts SET status = ?, reason = ?, delta = ?, duration_ms = ${elapsed('started_on')} WHERE run = ? AND key = ? AND number = ?`,
		),
		startStep: prepare(
			'INSERT INTO steps (run, key, attempt, started_seq, step, phase, ord, boot_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
		),
		// The latest start of the step: one that a crash left open has no end of its own.
		finishStep: prepare(
			`UPDATE steps SET result = @result WHERE run = @run AND key = @key AND attempt = @attempt AND started_seq =
			(SELECT max(started_seq) FROM steps WHERE run = @run AND key = @key AND attempt = @attempt AND step = @step
			AND phase = @phase AND result IS NULL)`,
		),
		addSample: prepare('INSERT INTO samples (seq, run, key, attempt, metric, body) VALUES (?, ?, ?, ?, ?, ?)'),
		addMeasurement: prepare('INSERT INTO measurements (seq, run, key, attempt, body) VALUES (?, ?, ?, ?, ?)'),
		saveAnswer:
			prepare(`INSERT INTO answers (run, key, attempt, step, state, by, at, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (run, key, attempt, step) DO UPDATE SET state = excluded.state, by = excluded.by, at = excluded.at, body = excluded.body`),

		addReport: prepare(
			'INSERT INTO reports (seq, report_id, run, file, keyids, envelope, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
		),
		addReview: prepare('INSERT INTO reviews (seq, report_id, decision, keyid, at) VALUES (?, ?, ?, ?, ?)'),
	};
}
