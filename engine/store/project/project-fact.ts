import type { Fact, FactOf } from '../../../contract/events.ts';
import type { Evidence } from '../../../contract/evidence.ts';
import type { Database } from '../database.ts';
import { prepareStatements, type Statements } from './statements.ts';

/** A fact's place, for the rows that point to it. */
export interface Place {
	readonly seq: number;
	readonly at: string;
}

/** Brings the projection tables up to a fact; runs inside the transaction that stores it. */
export function createProjector(database: Database): (fact: Fact, place: Place) => void {
	const sql = prepareStatements(database);
	return (fact, place) => project(sql, fact, place);
}

function project(sql: Statements, fact: Fact, place: Place): void {
	switch (fact.type) {
		case 'host.detected':
			keepEvidence(sql, [fact.evidence]);
			sql.addHost.run(fact.evidence.digest.sha256, place.at, place.seq);
			return;
		case 'product.saved':
			sql.saveProduct.run(fact.product.id, JSON.stringify(fact.product));
			return;
		case 'settings.changed':
			sql.saveSetting.run(fact.name, JSON.stringify(fact.value ?? null));
			return;
		case 'run.planned':
			planRun(sql, fact, place);
			return;
		case 'run.started':
			sql.startRun.run(fact.bootId, place.at, fact.run);
			return;
		case 'run.continued':
			sql.continueRun.run(fact.bootId, fact.run);
			return;
		case 'run.paused':
			sql.setRunState.run('paused', fact.run);
			return;
		case 'run.interrupted':
			sql.setRunState.run('interrupted', fact.run);
			return;
		case 'run.finished':
			sql.finishRun.run(fact.status, fact.verdict, place.at, fact.run);
			return;
		case 'run.noticed':
			sql.addNotice.run(place.seq, fact.run, place.at, fact.code, JSON.stringify(fact.text));
			return;
		case 'attempt.started':
			sql.addAttempt.run(fact.run, fact.key, fact.attempt, place.at);
			sql.startCase.run(place.at, fact.run, fact.key);
			sql.setCurrent.run(fact.key, fact.run);
			return;
		case 'step.started':
			sql.startStep.run(fact.run, fact.key, fact.attempt, place.seq, fact.step, fact.phase, fact.index, fact.bootId);
			return;
		case 'step.finished':
			keepEvidence(sql, fact.result.evidence);
			sql.finishStep.run({
				result: JSON.stringify(fact.result),
				run: fact.run,
				key: fact.key,
				attempt: fact.attempt,
				step: fact.result.id,
				phase: fact.result.phase,
			});
			return;
		case 'sample.taken':
			sql.addSample.run(place.seq, fact.run, fact.key, fact.attempt, fact.metric, JSON.stringify(fact.sample ?? null));
			return;
		case 'measurement.recorded':
			sql.addMeasurement.run(place.seq, fact.run, fact.key, fact.attempt, JSON.stringify(fact.measurement ?? null));
			return;
		case 'manual.asked':
			sql.setCaseState.run('asking', fact.run, fact.key);
			return;
		case 'manual.ran':
			keepEvidence(sql, fact.result.evidence);
			return;
		case 'manual.drafted':
		case 'manual.answered':
			answerStep(sql, fact, place);
			return;
		case 'attempt.finished':
			sql.finishAttempt.run(
				fact.status,
				json(fact.reason),
				json(fact.delta),
				place.at,
				fact.run,
				fact.key,
				fact.attempt,
			);
			return;
		case 'case.finished':
			finishCase(sql, fact, place);
			return;
		case 'case.waived':
			sql.waiveCase.run(JSON.stringify(fact.waiver), fact.run, fact.key);
			return;
		case 'evidence.added':
			keepEvidence(sql, [fact.evidence]);
			return;
		case 'report.exported':
			keepEvidence(sql, [fact.envelope]);
			sql.addReport.run(
				place.seq,
				fact.reportId,
				fact.run,
				fact.file,
				JSON.stringify(fact.keyids),
				fact.envelope.digest.sha256,
				place.at,
			);
			return;
		case 'report.imported':
			keepEvidence(sql, [fact.evidence]);
			return;
		case 'review.made':
			sql.addReview.run(place.seq, fact.reportId, fact.decision, fact.keyid, place.at);
			return;
		case 'host.corrected':
		case 'case.doubted':
		case 'run.cancelled':
		case 'report.removed':
		case 'key.created':
		case 'key.imported':
		case 'key.backedUp':
		case 'key.retired':
		case 'trust.signed':
		case 'trust.imported':
			// Read from the facts themselves.
			return;
	}
}

function planRun(sql: Statements, fact: FactOf<'run.planned'>, place: Place): void {
	keepEvidence(sql, [fact.plan, fact.host]);
	sql.planRun.run({
		id: fact.run,
		seq: place.seq,
		suites: JSON.stringify(fact.suites),
		product: fact.product === null ? null : JSON.stringify(fact.product),
		operator: JSON.stringify(fact.operator),
		planDigest: fact.planDigest,
		plan: fact.plan.digest.sha256,
		host: fact.host.digest.sha256,
		at: place.at,
	});
	for (const [order, planned] of fact.cases.entries()) {
		sql.planCase.run(
			fact.run,
			order,
			planned.key,
			planned.suite,
			planned.case,
			JSON.stringify(planned.title),
			planned.level,
			planned.quality ?? null,
		);
	}
}

function answerStep(sql: Statements, fact: FactOf<'manual.drafted'> | FactOf<'manual.answered'>, place: Place): void {
	for (const answer of fact.answers) keepEvidence(sql, answer.evidence);
	const state = fact.type === 'manual.answered' ? 'answered' : 'draft';
	sql.saveAnswer.run(
		fact.run,
		fact.key,
		fact.attempt,
		fact.step,
		state,
		fact.by,
		place.at,
		JSON.stringify(fact.answers),
	);
	if (state === 'answered') sql.setCaseState.run('running', fact.run, fact.key);
}

function finishCase(sql: Statements, fact: FactOf<'case.finished'>, place: Place): void {
	sql.finishCase.run({
		status: fact.status,
		skip: fact.skip ?? null,
		measured: fact.measured ? 1 : 0,
		verdict: fact.verdict,
		reason: json(fact.reason),
		at: place.at,
		run: fact.run,
		key: fact.key,
	});
	sql.clearCurrent.run(fact.run, fact.key);
}

function keepEvidence(sql: Statements, list: readonly Evidence[]): void {
	for (const entry of list) sql.addEvidence.run(entry.digest.sha256, entry.digest.sm3, entry.size, entry.mediaType);
}

function json(value: unknown): string | null {
	return value === undefined ? null : JSON.stringify(value);
}
