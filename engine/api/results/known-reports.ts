import { existsSync } from 'node:fs';
import type { ReportResult } from '../../../contract/report-result.ts';
import type { Store } from '../../store/index.ts';
import { importedReports } from '../imported-reports.ts';

/** A report with every file that it was written to or came in. */
export interface KnownReport extends Pick<ReportResult, 'reportId' | 'origin' | 'run'> {
	/** Newest first; those of another origin do not count. */
	readonly files: readonly KnownFile[];
	/** The same report as it came in from elsewhere. */
	readonly elsewhere: readonly KnownFile[];
}

export type KnownFile = Pick<ReportResult, 'file' | 'imported'>;

/** Own and imported reports, oldest first, each once: an own one before an imported one. Asked again only after a change. */
export function createKnownReports(store: Store): () => readonly KnownReport[] {
	let known: { readonly seq: number; readonly reports: readonly KnownReport[] } = { seq: -1, reports: [] };
	return () => {
		const { seq } = store.head();
		if (known.seq !== seq) known = { seq, reports: knownReports(store) };
		return known.reports;
	};
}

/** The newest file that is there, and the others that are; without any, the one that was there first. */
export function presentFiles({ files, elsewhere }: KnownReport): {
	readonly counts: KnownFile & { readonly present: boolean };
	readonly copies: readonly string[];
} {
	const there = files.filter(({ file }) => existsSync(file));
	const [newest, ...others] = there;
	const counts = newest ?? files.at(-1) ?? { file: '', imported: null };
	const further = elsewhere.filter(({ file }) => newest !== undefined && existsSync(file));
	const copies = new Set([...others, ...further].map(({ file }) => file));
	copies.delete(counts.file);
	return { counts: { ...counts, present: newest !== undefined }, copies: [...copies] };
}

function knownReports(store: Store): KnownReport[] {
	const kept = new Map<string, KnownReport>();
	// The store has the newest first.
	for (const { reportId, file, run } of [...store.reports()].reverse()) {
		const files = [{ file, imported: null }, ...(kept.get(reportId)?.files ?? [])];
		kept.set(reportId, { reportId, origin: 'own', run, files, elsewhere: [] });
	}
	for (const { reportId, file, name, on, by } of importedReports(store)) {
		const came = { file, imported: { name, on, by } };
		const own = kept.get(reportId);
		if (own === undefined)
			kept.set(reportId, { reportId, origin: 'imported', run: null, files: [came], elsewhere: [] });
		else kept.set(reportId, { ...own, elsewhere: [came] });
	}
	return [...kept.values()];
}
