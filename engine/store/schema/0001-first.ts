/**
 * Facts are the truth; every other table is a projection of them, made in the same transaction. Evidence bytes are
 * files beside the database. JSON is kept as text: the chain's hash covers it byte for byte.
 */
export const first = `
CREATE TABLE facts (
	seq INTEGER PRIMARY KEY,
	at TEXT NOT NULL,
	type TEXT NOT NULL,
	run TEXT,
	body TEXT NOT NULL,
	previous TEXT NOT NULL,
	hash TEXT NOT NULL
) STRICT;
CREATE INDEX facts_of_run ON facts (run, seq) WHERE run IS NOT NULL;
CREATE TRIGGER facts_are_never_edited BEFORE UPDATE ON facts BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;
CREATE TRIGGER facts_are_never_removed BEFORE DELETE ON facts BEGIN SELECT RAISE(ABORT, 'facts are never removed'); END;

CREATE TABLE hosts (evidence TEXT NOT NULL, at TEXT NOT NULL, seq INTEGER PRIMARY KEY REFERENCES facts (seq)) STRICT;
CREATE TABLE products (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE runs (
	id TEXT PRIMARY KEY,
	planned_seq INTEGER NOT NULL REFERENCES facts (seq),
	state TEXT NOT NULL,
	status TEXT,
	verdict TEXT,
	suites TEXT NOT NULL,
	product TEXT,
	operator TEXT NOT NULL,
	plan_digest TEXT NOT NULL,
	plan_evidence TEXT NOT NULL,
	host_evidence TEXT NOT NULL,
	planned_on TEXT NOT NULL,
	started_on TEXT,
	finished_on TEXT,
	boot_id TEXT NOT NULL DEFAULT '',
	current TEXT
) STRICT;

CREATE TABLE cases (
	run TEXT NOT NULL REFERENCES runs (id),
	ord INTEGER NOT NULL,
	key TEXT NOT NULL,
	suite TEXT NOT NULL,
	name TEXT NOT NULL,
	title TEXT NOT NULL,
	level TEXT NOT NULL,
	quality TEXT,
	state TEXT NOT NULL,
	status TEXT,
	skip TEXT,
	measured INTEGER NOT NULL DEFAULT 0,
	verdict TEXT,
	reason TEXT,
	waiver TEXT,
	started_on TEXT,
	duration_ms REAL,
	PRIMARY KEY (run, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempts (
	run TEXT NOT NULL,
	key TEXT NOT NULL,
	number INTEGER NOT NULL,
	status TEXT,
	reason TEXT,
	delta TEXT,
	started_on TEXT NOT NULL,
	duration_ms REAL,
	PRIMARY KEY (run, key, number),
	FOREIGN KEY (run, key) REFERENCES cases (run, key)
) STRICT, WITHOUT ROWID;

-- result is null between step.started and step.finished: what a crash leaves behind.
CREATE TABLE steps (
	run TEXT NOT NULL,
	key TEXT NOT NULL,
	attempt INTEGER NOT NULL,
	started_seq INTEGER NOT NULL REFERENCES facts (seq),
	step TEXT NOT NULL,
	phase TEXT NOT NULL,
	ord INTEGER NOT NULL,
	boot_id TEXT NOT NULL,
	result TEXT,
	PRIMARY KEY (run, key, attempt, started_seq),
	FOREIGN KEY (run, key, attempt) REFERENCES attempts (run, key, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE samples (
	seq INTEGER PRIMARY KEY REFERENCES facts (seq),
	run TEXT NOT NULL,
	key TEXT NOT NULL,
	attempt INTEGER NOT NULL,
	metric TEXT NOT NULL,
	body TEXT NOT NULL
) STRICT;
CREATE INDEX samples_of_case ON samples (run, key, attempt);

CREATE TABLE measurements (
	seq INTEGER PRIMARY KEY REFERENCES facts (seq),
	run TEXT NOT NULL,
	key TEXT NOT NULL,
	attempt INTEGER NOT NULL,
	body TEXT NOT NULL
) STRICT;
CREATE INDEX measurements_of_case ON measurements (run, key);

-- The newest draft or answer of a manual step; earlier ones stay in facts.
CREATE TABLE answers (
	run TEXT NOT NULL,
	key TEXT NOT NULL,
	attempt INTEGER NOT NULL,
	step TEXT NOT NULL,
	state TEXT NOT NULL,
	by TEXT NOT NULL,
	at TEXT NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (run, key, attempt, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE notices (seq INTEGER PRIMARY KEY REFERENCES facts (seq), run TEXT NOT NULL, at TEXT NOT NULL, code TEXT NOT NULL, text TEXT NOT NULL) STRICT;
CREATE INDEX notices_of_run ON notices (run);

CREATE TABLE evidence (sha256 TEXT PRIMARY KEY, sm3 TEXT NOT NULL, size INTEGER NOT NULL, media_type TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE reports (
	seq INTEGER PRIMARY KEY REFERENCES facts (seq),
	report_id TEXT NOT NULL,
	run TEXT NOT NULL,
	file TEXT NOT NULL,
	keyids TEXT NOT NULL,
	envelope TEXT NOT NULL,
	at TEXT NOT NULL
) STRICT;
CREATE TABLE reviews (seq INTEGER PRIMARY KEY REFERENCES facts (seq), report_id TEXT NOT NULL, decision TEXT NOT NULL, keyid TEXT NOT NULL, at TEXT NOT NULL) STRICT;
`;
