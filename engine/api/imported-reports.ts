import type { FactOf } from '../../contract/events.ts';
import type { Store } from '../store/index.ts';

/** A report of somebody else as it was taken in. */
export interface ImportedReport {
	readonly reportId: string;
	/** Where its bytes lie now. */
	readonly file: string;
	readonly sha256: string;
	readonly name: string;
	readonly on: string;
	readonly by: string;
}

/**
 * Oldest first, each report once: a file that came later carries more than the one before. One that was removed is none
 * until it is taken in again.
 */
export function importedReports(store: Store): ImportedReport[] {
	const removed = new Map(store.factsOfType(null, 'report.removed').map(({ fact, seq }) => [fact.reportId, seq]));
	const all = store
		.factsOfType(null, 'report.imported')
		.filter(({ fact, seq }) => seq > (removed.get(fact.reportId) ?? 0))
		.map(({ fact, at }) => importedReport(store, fact, at));
	return [...new Map(all.map((report) => [report.reportId, report])).values()];
}

/** Digests of all files that were ever taken in. */
export function everImported(store: Store): string[] {
	return store.factsOfType(null, 'report.imported').map(({ fact }) => fact.evidence.digest.sha256);
}

function importedReport({ evidence }: Store, fact: FactOf<'report.imported'>, on: string): ImportedReport {
	const { reportId, by } = fact;
	const { name, digest } = fact.evidence;
	return { reportId, file: evidence.pathOf(digest.sha256), sha256: digest.sha256, name, on, by };
}
