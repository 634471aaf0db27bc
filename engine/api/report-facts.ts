import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ShipeiError } from '../../contract/errors.ts';
import type { FactOf } from '../../contract/events.ts';
import type { Evidence } from '../../contract/evidence.ts';
import type { HostProfile } from '../../contract/host.ts';
import type { KeyOwner } from '../../contract/key.ts';
import type { Order, PrivacyProfile } from '../../contract/report.ts';
import type { ReportFacts, Withholding } from '../../contract/report-facts.ts';
import type { Operator, RunDetail } from '../../contract/run.ts';
import type { SuiteOrigin } from '../../contract/suite.ts';
import { custodianOf } from '../bundle/index.ts';
import { hbomOf, maskProfile } from '../host/index.ts';
import type { Store } from '../store/index.ts';
import { relationsOf } from './correction.ts';
import { readProfile } from './host-calls.ts';
import { correctionsFor } from './host-corrections.ts';
import { comparedFacts } from './report-baseline.ts';
import { readPlan } from './run-calls.ts';

export interface ReportParts {
	readonly store: Store;
	readonly dataDirectory: string;
	readonly version: string;
}

/**
 * Everything that a run's report is made of, from stored facts alone: asked twice, it is the same. `signedBy` is whose
 * key signs it; null for a draft.
 */
export function reportFacts(
	parts: ReportParts,
	name: string,
	privacy: PrivacyProfile,
	signedBy: KeyOwner | null,
): ReportFacts {
	const { store } = parts;
	const run = store.run(name);
	const ended = endOf(store, run);
	const plan = readPlan(store, run.planEvidence);
	const host = readProfile(store, run.hostEvidence);
	const operator = operatorOf(run, signedBy);
	const cases = run.cases.map((entry) => store.case(run.id, entry.key));
	const compared = comparedFacts(store, run.id, plan, cases);
	const evidence = [planEvidence(store, run), maskedHost(store, host), ...noticesOf(store, run)];
	return {
		run: {
			id: run.id,
			startedOn: run.startedOn ?? run.plannedOn,
			finishedOn: ended.at,
			clock: clockOf(ended.fact, host, run),
		},
		journal: { head: ended.hash, events: ended.seq },
		suites: plan.suites.map(({ id, version, digest, origin }) => ({
			id,
			version,
			sha256: digest,
			origin: originLine(origin),
		})),
		configuration: [{ name: 'plan', digest: { sha256: plan.digest }, mediaType: 'application/json' }],
		cases,
		planned: new Map(plan.cases.map((planned) => [planned.key, planned])),
		notApplicable: plan.notApplicable,
		comparisons: compared.comparisons,
		scores: compared.scores,
		evidence,
		inventory: inventoryOf(store, host, parts.version),
		withheld: privacy === 'full' ? [] : withheldConfiguration(evidence, operator),
		host,
		corrections: correctionsFor(store, host),
		salt: saltOf(parts.dataDirectory),
		product: plan.product,
		operator,
		order: orderOf(store, run.id),
		runner: {
			name: 'shipei',
			version: parts.version,
			packaged: process.versions.electron === undefined ? 'cli' : 'electron',
			engine: runtimeOf(),
		},
		assuranceLevel: operator.role === 'lab' ? 'third_party' : 'self_attested',
		related: [...relationsOf(store, run.id), ...compared.related],
		privacy,
	};
}

/** The order (委托) as typed so far for a run; newest wins, earlier ones stay in the record. */
export function orderOf(store: Store, run: string): Order {
	return (store.settings()[orderSetting(run)] as Order | undefined) ?? {};
}

export function orderSetting(run: string): string {
	return `report.order.${run}`;
}

// As it was when the plan was made. Kind and signature come first, as they always did.
function originLine({ kind, signature, signers = [] }: SuiteOrigin): string {
	return [kind, signature, ...signers.map(({ owner, keyid, state }) => `${owner} ${keyid.slice(0, 20)} ${state}`)].join(
		', ',
	);
}

// Who ran the tests, as recorded with the run. Where no organisation was named, whoever signs answers for them; in a
// draft that is nobody yet, and nothing is made up.
function operatorOf({ operator }: RunDetail, signedBy: KeyOwner | null): Operator {
	if (operator.orgName !== '') return operator;
	if (signedBy === null) return { ...operator, role: 'user' };
	const { orgName, role, person = null } = signedBy;
	const name = operator.person ?? person;
	return { ...operator, orgName, role, ...(name === null ? {} : { person: name }) };
}

function endOf(store: Store, run: RunDetail) {
	const ended = store.factsOfType(run.id, 'run.finished').at(-1);
	if (ended === undefined) throw new ShipeiError('report.run-not-ended', { run: run.id, state: run.state });
	return ended;
}

// Recorded when the run ended; nothing may be read from this moment's machine.
function clockOf(fact: FactOf<'run.finished'>, host: HostProfile, run: RunDetail): ReportFacts['run']['clock'] {
	const source = host.timeSource.synchronised.value === true ? 'ntp' : 'unknown';
	return { source, bootId: run.bootId, monotonicNs: fact.monotonicNs };
}

function planEvidence(store: Store, run: RunDetail): Evidence {
	const [planned] = store.factsOfType(run.id, 'run.planned');
	if (planned === undefined) throw new ShipeiError('store.no-run', { run: run.id });
	return planned.fact.plan;
}

// The stored profile has serial numbers and the like; only the masked one may leave the machine.
function maskedHost(store: Store, host: HostProfile): Evidence {
	const bytes = Buffer.from(`${JSON.stringify(maskProfile(host), null, 1)}\n`);
	return store.keepEvidence({ name: 'host.json', mediaType: 'application/json', role: 'inventory' }, { bytes });
}

// What a reader must know of how the run went: no supervisor here, a cleanup that failed, a case that was tried again.
function noticesOf(store: Store, { notices }: RunDetail): Evidence[] {
	if (notices.length === 0) return [];
	const bytes = Buffer.from(`${JSON.stringify(notices, null, 1)}\n`);
	return [store.keepEvidence({ name: 'run-notices.json', mediaType: 'application/json', role: 'log' }, { bytes })];
}

function inventoryOf(store: Store, host: HostProfile, toolVersion: string): Evidence {
	const bytes = Buffer.from(`${JSON.stringify(hbomOf(host, { toolVersion }), null, 1)}\n`);
	return store.keepEvidence(
		{ name: 'inventory.cdx.json', mediaType: 'application/vnd.cyclonedx+json', role: 'inventory' },
		{ bytes },
	);
}

// A plan names folders and parameters of this machine.
function withheldConfiguration(evidence: readonly Evidence[], operator: Operator): Withholding[] {
	const custodian = custodianOf(operator);
	return evidence.map((entry) => ({ sha256: entry.digest.sha256, reason: 'privacy' as const, custodian }));
}

// Made once for a data folder and kept beside it, never in the database and never in a report.
function saltOf(dataDirectory: string): Uint8Array {
	const file = join(dataDirectory, 'salt');
	if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
	return new Uint8Array(readFileSync(file));
}

function runtimeOf(): { node: string; electron?: string } {
	const { electron } = process.versions;
	return { node: process.versions.node, ...(electron !== undefined && { electron }) };
}
