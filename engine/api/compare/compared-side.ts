import { basename } from 'node:path';
import { ShipeiError } from '../../../contract/errors.ts';
import type { HostProfile } from '../../../contract/host.ts';
import { measurementSchema } from '../../../contract/measurement.ts';
import type { Score } from '../../../contract/plan.ts';
import type { ReportStatement } from '../../../contract/report.ts';
import type { Verification } from '../../../contract/verification.ts';
import type { ComparedRun } from '../../statistics/index.ts';
import type { Store } from '../../store/index.ts';
import type { Suites } from '../../suites/index.ts';
import { currentTrust } from '../current-trust.ts';
import { readProfile } from '../host-calls.ts';
import { readPlan } from '../run-calls.ts';

/** A suite's own score: its weights, and the reference it names. */
export interface SuiteScore {
	readonly suiteId: string;
	readonly suiteVersion: string;
	readonly score: Score;
}

/** One side of a comparison: a run of this data folder, or a signed report from anywhere. */
export interface ComparedSide {
	readonly run: ComparedRun;
	/** What the suites that were run say about scores; a report carries no weights, so there it is what is installed here. */
	readonly scores: () => Promise<readonly SuiteScore[]>;
	/** null for a run: nobody signed it yet. */
	readonly signed: { readonly statement: ReportStatement; readonly verification: Verification } | null;
}

export interface SideParts {
	readonly store: Store;
	readonly suites: () => Promise<Suites>;
}

const REPORT = /\.xcr$/iu;

/** Opens a side by what it is called. A report that was altered is refused: its figures are nobody's. */
export function openSide(parts: SideParts, name: string): Promise<ComparedSide> {
	return REPORT.test(name) ? openReport(parts, name) : Promise.resolve(openRun(parts.store, name));
}

function openRun(store: Store, name: string): ComparedSide {
	const run = store.run(name);
	const measurements = run.cases
		.filter((entry) => entry.measurements > 0)
		.flatMap((entry) => store.case(run.id, entry.key).measurements.map((record) => measurementSchema.parse(record)));
	const plan = readPlan(store, run.planEvidence);
	const scores = plan.suites.flatMap(({ id, version, score }) =>
		score === undefined ? [] : [{ suiteId: id, suiteVersion: version, score }],
	);
	return {
		run: { name: run.id, host: machineOfRun(store, run.id), measurements },
		scores: () => Promise.resolve(scores),
		signed: null,
	};
}

async function openReport({ store, suites }: SideParts, name: string): Promise<ComparedSide> {
	const { readBundle } = await import('../../bundle/index.ts');
	const trust = currentTrust(store);
	const { verification, bundle } = await readBundle(name, trust === null ? {} : { trust });
	if (bundle === null || verification.verdict === 'invalid') {
		const failed = verification.checks.find(({ outcome }) => outcome === 'failed');
		const details = { path: name, check: failed?.id ?? '', zh: failed?.detail.zh ?? '', en: failed?.detail.en ?? '' };
		throw new ShipeiError('compare.report-invalid', details);
	}
	const { statement } = bundle.report;
	const measurements = statement.predicate.benchmarks.map(
		({ comparison: _comparison, evidence: _evidence, test: _test, bars: _bars, ...rest }) => rest,
	);
	return {
		run: { name: basename(name), host: machineOfReport(store, statement, verification), measurements },
		scores: async () => (await suites()).scores(),
		signed: { statement, verification },
	};
}

// Privacy may have taken every mark of the machine out of a report; the run it was made of may still be here.
function machineOfReport(store: Store, { predicate }: ReportStatement, { reportId }: Verification): string {
	const known = store.runs().some(({ id }) => id === predicate.runId);
	return known ? machineOfRun(store, predicate.runId) : `report ${reportId}`;
}

function machineOfRun(store: Store, id: string): string {
	const { hostEvidence } = store.run(id);
	return machineOf(readProfile(store, hostEvidence), hostEvidence);
}

// What tells one machine from another, where it can be read; else nothing does, and only the same profile is the same machine.
function machineOf(host: HostProfile, evidence: string): string {
	const marks = [
		host.board.systemSerial.value,
		host.board.boardSerial.value,
		...host.network.interfaces.filter((entry) => !entry.virtual).map((entry) => entry.mac.value),
	];
	const known = marks.filter((mark) => mark !== null);
	return known.length === 0 ? evidence : known.join(' ');
}
