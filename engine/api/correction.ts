import { z } from 'zod';
import { digestSchema } from '../../contract/digest.ts';
import { ShipeiError } from '../../contract/errors.ts';
import type { Checked, Output } from '../../contract/methods.ts';
import { type Relation, type ReportStatement, reportIdSchema, reportStatementSchema } from '../../contract/report.ts';
import { digestBytes } from '../crypto/index.ts';
import type { Store } from '../store/index.ts';
import { openBundleFile } from './report-file-calls.ts';

/** The earlier report that a run's next report corrects, as it is kept. */
const keptSchema = z.strictObject({ digest: digestSchema, name: z.string(), reason: z.string() });
type Kept = z.infer<typeof keptSchema>;

const settingOf = (run: string) => `report.supersedes.${run}`;

/** What the next report of this run corrects; null when it is the first. */
export function correctionOf(store: Store, run: string): Output<'report.draft'>['supersedes'] {
	const kept = keptOf(store, run);
	return kept === null ? null : { reportId: idOf(kept), name: kept.name, reason: kept.reason };
}

/** The same as the statement says it. */
export function relationsOf(store: Store, run: string): Relation[] {
	const kept = keptOf(store, run);
	return kept === null ? [] : [{ rel: 'supersedes', ...kept }];
}

/** Notes what the next report corrects, or takes it back. Errors: report.no-reason, report.not-found, report.ambiguous, bundle.invalid. */
export async function noteCorrection(
	store: Store,
	{ run, report, file, reason }: Checked<'report.supersede'>,
): Promise<void> {
	const id = store.runId(run);
	const named = report !== undefined || file !== undefined;
	if (named && reason.trim() === '') throw new ShipeiError('report.no-reason');
	const corrected = file !== undefined ? await fromFile(file) : report !== undefined ? fromRecord(store, report) : null;
	const value: Kept | null = corrected === null ? null : { ...corrected, reason: reason.trim() };
	store.append({ type: 'settings.changed', name: settingOf(id), value, by: '' });
}

/** Id of the report that a signed statement corrects; null when it corrects none. */
export function supersededId({ predicate }: ReportStatement): string | null {
	const digest = predicate.related.find(({ rel }) => rel === 'supersedes')?.digest.sha256;
	return digest === undefined ? null : `sha256:${digest}`;
}

export function statementOfReport({ evidence }: Store, envelope: string): ReportStatement {
	return reportStatementSchema.parse(JSON.parse(Buffer.from(payload(evidence, envelope)).toString('utf8')));
}

function keptOf(store: Store, run: string): Kept | null {
	const kept = store.settings()[settingOf(run)] ?? null;
	return kept === null ? null : keptSchema.parse(kept);
}

function fromRecord(store: Store, report: string): Omit<Kept, 'reason'> {
	const wanted = report.startsWith('sha256:') ? report : `sha256:${report}`;
	const found = new Map(
		store
			.reports()
			.filter(({ reportId }) => reportId.startsWith(wanted))
			.map((entry) => [entry.reportId, entry]),
	);
	const [only] = found.values();
	if (only === undefined) throw new ShipeiError('report.not-found', { report });
	if (found.size > 1) throw new ShipeiError('report.ambiguous', { report, count: found.size });
	const statement = statementOfReport(store, only.envelope);
	return { digest: digestBytes(payload(store.evidence, only.envelope)), name: nameOf(statement, only.reportId) };
}

async function fromFile(file: string): Promise<Omit<Kept, 'reason'>> {
	const { bundle } = await openBundleFile(file);
	const { statement, digest } = bundle.report;
	return { digest, name: nameOf(statement, `sha256:${digest.sha256}`) };
}

// A report without a number of its own is known by the beginning of its id.
function nameOf({ predicate }: ReportStatement, reportId: string): string {
	return predicate.order.reportNumber?.trim() || reportId.slice(0, 'sha256:'.length + 12);
}

function idOf({ digest }: Kept): string {
	return reportIdSchema.parse(`sha256:${digest.sha256}`);
}

function payload(evidence: Store['evidence'], sha256: string): Uint8Array {
	return evidence.read(sha256, 0, evidence.sizeOf(sha256));
}
