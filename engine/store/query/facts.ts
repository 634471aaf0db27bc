import type { Fact, FactOf, StoredFact } from '../../../contract/events.ts';
import { GENESIS, linkOf } from '../chain.ts';
import type { Database } from '../database.ts';

interface FactRow {
	seq: number;
	at: string;
	body: string;
	previous: string;
	hash: string;
}

export interface ChainState {
	readonly intact: boolean;
	readonly entries: number;
	readonly head: string;
	readonly firstBad: number | null;
}

/** Facts after a place in the chain, oldest first. */
export function factsAfter(database: Database, after: number, limit: number, run?: string): StoredFact[] {
	const rows = (
		run === undefined
			? database.prepare('SELECT * FROM facts WHERE seq > ? ORDER BY seq LIMIT ?').all(after, limit)
			: database.prepare('SELECT * FROM facts WHERE run = ? AND seq > ? ORDER BY seq LIMIT ?').all(run, after, limit)
	) as FactRow[];
	return rows.map(stored);
}

/** The facts of one kind, oldest first: of a run, or (null) those that belong to no run. */
export function factsOfType<Type extends Fact['type']>(database: Database, run: string | null, type: Type) {
	const rows = (
		run === null
			? database.prepare('SELECT * FROM facts WHERE run IS NULL AND type = ? ORDER BY seq').all(type)
			: database.prepare('SELECT * FROM facts WHERE run = ? AND type = ? ORDER BY seq').all(run, type)
	) as FactRow[];
	return rows.map((row) => stored(row) as Omit<StoredFact, 'fact'> & { readonly fact: FactOf<Type> });
}

const TELL_EVERY = 1000;

/** Recomputes every link from the first one; `onShare` hears how much of them is done, 0 to 1. */
export function verifyChain(database: Database, onShare: (share: number) => void = () => undefined): ChainState {
	const { seq: all } = lastLink(database);
	let previous = GENESIS;
	let entries = 0;
	for (const row of database.prepare('SELECT * FROM facts ORDER BY seq').iterate() as IterableIterator<FactRow>) {
		entries += 1;
		const expected = linkOf(previous, entries, row.at, row.body);
		if (row.seq !== entries || row.previous !== previous || row.hash !== expected)
			return { intact: false, entries, head: previous, firstBad: entries };
		previous = row.hash;
		if (entries % TELL_EVERY === 0) onShare(Math.min(1, entries / all));
	}
	return { intact: true, entries, head: previous, firstBad: null };
}

export function lastLink(database: Database): { seq: number; hash: string } {
	const row = database.prepare('SELECT seq, hash FROM facts ORDER BY seq DESC LIMIT 1').get() as
		| { seq: number; hash: string }
		| undefined;
	return row ?? { seq: 0, hash: GENESIS };
}

/** The link at which a run ended: what its report states as the chain's head. */
export function lastLinkOfRun(database: Database, run: string): { seq: number; hash: string } | null {
	const row = database
		.prepare(`SELECT seq, hash FROM facts WHERE run = ? AND type = 'run.finished' ORDER BY seq DESC LIMIT 1`)
		.get(run);
	return (row as { seq: number; hash: string } | undefined) ?? null;
}

function stored(row: FactRow): StoredFact {
	return { seq: row.seq, at: row.at, fact: JSON.parse(row.body) as Fact, previous: row.previous, hash: row.hash };
}
