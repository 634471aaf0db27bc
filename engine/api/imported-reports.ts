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

/** Oldest first, each report once: a file that came later carried more than the one before. */
export function importedReports(store: Store): ImportedReport[] {
	const all = store.factsOfType(null, 'report.imported').map(({ fact, at }) => importedReport(store, fact, at));
	return [...new Map(all.map((report) => [report.reportId, report])).values()];
}

function importedReport({ evidence }: Store, fact: FactOf<'report.imported'>, on: string): ImportedReport {
	const { reportId, by } = fact;
	const { name, digest } = fact.evidence;
	return { reportId, file: evidence.pathOf(digest.sha256), sha256: digest.sha256, name, on, by };
}
