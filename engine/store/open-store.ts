import { ShipeiError } from '../../contract/errors.ts';
import type { Fact, FactOf, StoredFact } from '../../contract/events.ts';
import type { Evidence } from '../../contract/evidence.ts';
import type { Product } from '../../contract/product.ts';
import type { CaseResult, RunDetail, RunSummary } from '../../contract/run.ts';
import type { StepCourse } from '../../contract/step-course.ts';
import { type BackUp, backUpData } from './back-up.ts';
import { linkOf } from './chain.ts';
import { checkApart, type Watching } from './check/check-apart.ts';
import type { CheckName, CheckResults } from './check/check-data.ts';
import { databaseFile, openDatabase } from './database.ts';
import { type EvidenceFiles, type EvidenceSource, evidenceFiles } from './evidence-files.ts';
import { createProjector } from './project/project-fact.ts';
import {
	type AskingStep,
	answerOf,
	answersOf,
	askingSteps,
	caseHistory,
	caseTimes,
	type OpenStep,
	openSteps,
	samplesOf,
	showCase,
} from './query/cases.ts';
import { type ChainState, factsAfter, factsOfType, lastLink, lastLinkOfRun, verifyChain } from './query/facts.ts';
import { findRun, listRuns, showRun } from './query/runs.ts';
import { stepCourses } from './query/step-courses.ts';
import { storeError } from './store-error.ts';
import { type VerifiedAnswers, verifiedAnswers } from './verified-answers.ts';

export type EvidenceMeta = Omit<Evidence, 'size' | 'digest' | 'cutBytes'> & { readonly cutBytes?: number };

/** Everything that is kept: facts in a hash chain, what follows from them, and evidence by digest. */
export interface Store {
	/** One durable transaction: all of the facts or none. Subscribers hear of them after it. */
	append(...facts: Fact[]): StoredFact[];
	subscribe(listener: (stored: StoredFact) => void): () => void;
	facts(after: number, limit: number, run?: string): StoredFact[];
	/** The facts of one kind, oldest first: of a run, or (null) those that belong to no run. */
	factsOfType<Type extends Fact['type']>(
		run: string | null,
		type: Type,
	): (Omit<StoredFact, 'fact'> & { readonly fact: FactOf<Type> })[];
	verifyChain(): ChainState;
	/** Checks the whole, in a thread of its own: minutes when it is large. Ends, unfinished, when the store is closed. */
	check<Name extends CheckName>(name: Name, watching?: Partial<Watching>): Promise<CheckResults[Name]>;
	head(): { seq: number; hash: string };
	headOfRun(run: string): { seq: number; hash: string } | null;

	keepEvidence(meta: EvidenceMeta, source: EvidenceSource): Evidence;
	readonly evidence: EvidenceFiles;
	knownEvidence(sha256: string): { sha256: string; sm3: string; size: number; mediaType: string };

	/** Digests of all evidence on record that begin with these letters, and how many pieces there are in all. */
	evidenceNamed(beginning: string): ReadonlySet<string>;
	evidenceCount(): number;

	runs(): RunSummary[];
	run(name: string): RunDetail;
	runId(name: string): string;
	case(run: string, key: string): CaseResult;
	drafts(run: string, key: string): CaseResult['answers'];
	answer(run: string, key: string, attempt: number, step: string): ReturnType<typeof answerOf>;
	caseHistory(suite: string, name: string, limit: number): ReturnType<typeof caseHistory>;
	caseTimes(suites: readonly string[]): ReturnType<typeof caseTimes>;
	openSteps(run: string): OpenStep[];
	stepCourses(run: string, key: string, attempt: number): StepCourse[];
	askingSteps(): AskingStep[];
	samples(run: string, key: string, attempt: number): { metric: string; sample: unknown }[];

	hosts(): { evidence: string; detectedOn: string }[];
	products(): Product[];
	settings(): Record<string, unknown>;
	reports(
		run?: string,
	): { reportId: string; run: string; file: string; keyids: string[]; envelope: string; on: string }[];

	/** What was found out about files before; see there. No part of the record. */
	readonly verified: VerifiedAnswers;

	/** Copies all of the data folder to another one, while it is in use. */
	backUp(target: string): Promise<BackUp>;
	close(): void;
}

export interface StoreOptions {
	readonly directory: string;
	readonly now?: () => Date;
	/** Our own build of the database addon, where there is one for this machine. */
	readonly addon?: string | null;
}

/** Opens (or makes) the store of a data folder. The caller holds the writer lock. */
export function openStore(options: StoreOptions): Store {
	const { directory, now = () => new Date(), addon = null } = options;
	const database = openDatabase(directory, addon);
	const files = evidenceFiles(directory);
	const project = createProjector(database);
	const insert = database.prepare(
		'INSERT INTO facts (seq, at, type, run, body, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
	);
	const closed = new AbortController();
	const listeners = new Set<(stored: StoredFact) => void>();
	let head = lastLink(database);

	const appendAll = database.transaction((facts: Fact[]): StoredFact[] => {
		const at = now().toISOString();
		let { seq, hash: previous } = head;
		return facts.map((fact) => {
			seq += 1;
			const body = JSON.stringify(fact);
			const hash = linkOf(previous, seq, at, body);
			insert.run(seq, at, fact.type, 'run' in fact ? (fact.run ?? null) : null, body, previous, hash);
			project(fact, { seq, at });
			const stored = { seq, at, fact, previous, hash };
			previous = hash;
			return stored;
		});
	});

	const guarded = <Value>(work: () => Value): Value => {
		try {
			return work();
		} catch (error) {
			throw storeError(error, directory);
		}
	};
	const all = <Row>(sql: string, ...values: unknown[]) => guarded(() => database.prepare(sql).all(...values) as Row[]);

	return {
		append(...facts) {
			const stored = guarded(() => appendAll.immediate(facts));
			const last = stored.at(-1);
			if (last !== undefined) head = { seq: last.seq, hash: last.hash };
			for (const entry of stored) for (const listener of listeners) listener(entry);
			return stored;
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		facts: (after, limit, run) => guarded(() => factsAfter(database, after, limit, run)),
		factsOfType: (run, type) => guarded(() => factsOfType(database, run, type)),
		verifyChain: () => guarded(() => verifyChain(database)),
		async check(name, { onShare = () => undefined, signal } = {}) {
			const ends = signal === undefined ? closed.signal : AbortSignal.any([closed.signal, signal]);
			try {
				return await checkApart({ name, file: databaseFile(directory), addon }, { onShare, signal: ends });
			} catch (error) {
				throw error instanceof ShipeiError ? error : storeError(error, directory);
			}
		},
		head: () => head,
		headOfRun: (run) => guarded(() => lastLinkOfRun(database, run)),

		keepEvidence(meta, source) {
			const { digest, size } = files.keep(source);
			return { ...meta, cutBytes: meta.cutBytes ?? 0, size, digest };
		},
		evidence: files,
		knownEvidence(sha256) {
			const [row] = all<{ sha256: string; sm3: string; size: number; mediaType: string }>(
				'SELECT sha256, sm3, size, media_type AS mediaType FROM evidence WHERE sha256 = ?',
				sha256,
			);
			if (row === undefined) throw new ShipeiError('store.no-evidence', { sha256 });
			return row;
		},

		evidenceNamed: (beginning) =>
			new Set(
				all<{ sha256: string }>(
					'SELECT sha256 FROM evidence WHERE sha256 >= ? AND sha256 < ?',
					beginning,
					`${beginning}g`,
				).map(({ sha256 }) => sha256),
			),
		evidenceCount: () => all<{ count: number }>('SELECT count(*) AS count FROM evidence')[0]?.count ?? 0,

		runs: () => guarded(() => listRuns(database)),
		run: (name) => guarded(() => showRun(database, name)),
		runId: (name) => guarded(() => findRun(database, name).id),
		case: (run, key) => guarded(() => showCase(database, run, key)),
		drafts: (run, key) => guarded(() => answersOf(database, run, key, 'draft')),
		answer: (run, key, attempt, step) => guarded(() => answerOf(database, run, key, attempt, step)),
		caseHistory: (suite, name, limit) => guarded(() => caseHistory(database, suite, name, limit)),
		caseTimes: (suites) => guarded(() => caseTimes(database, suites)),
		stepCourses: (run, key, attempt) => guarded(() => stepCourses(database, run, key, attempt)),
		openSteps: (run) => guarded(() => openSteps(database, run)),
		askingSteps: () => guarded(() => askingSteps(database)),
		samples: (run, key, attempt) => guarded(() => samplesOf(database, run, key, attempt)),

		hosts: () => all('SELECT evidence, at AS detectedOn FROM hosts ORDER BY seq DESC'),
		products: () =>
			all<{ body: string }>('SELECT body FROM products ORDER BY id').map((row) => JSON.parse(row.body) as Product),
		settings: () =>
			Object.fromEntries(
				all<{ name: string; value: string }>('SELECT name, value FROM settings').map((row) => [
					row.name,
					JSON.parse(row.value) as unknown,
				]),
			),
		reports: (run) =>
			all<{ report_id: string; run: string; file: string; keyids: string; envelope: string; at: string }>(
				`SELECT * FROM reports WHERE run = coalesce(?, run) ORDER BY seq DESC`,
				run ?? null,
			).map((row) => ({
				reportId: row.report_id,
				run: row.run,
				file: row.file,
				keyids: JSON.parse(row.keyids) as string[],
				envelope: row.envelope,
				on: row.at,
			})),

		verified: verifiedAnswers(database),

		backUp: (target) => backUpData({ database, addon, source: directory, target }),
		close() {
			closed.abort(new ShipeiError('store.check-stopped'));
			database.close();
		},
	};
}
