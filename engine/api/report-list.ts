import { existsSync } from 'node:fs';
import type { Output } from '../../contract/methods.ts';
import type { Store } from '../store/index.ts';
import { statementOfReport, supersededId } from './correction.ts';

/** Every signed report, newest first, and which of them were corrected by a later one. */
export function listReports(store: Store): Output<'report.list'> {
	const reports = store.reports().map((report) => summaryOf(store, report));
	// Newest first, so the first that names a report is the newest that corrects it.
	const successorOf = (id: string) => reports.find(({ supersedes }) => supersedes === id)?.reportId ?? null;
	return reports.map((report) => ({ ...report, supersededBy: successorOf(report.reportId) }));
}

function summaryOf(store: Store, report: ReturnType<Store['reports']>[number]) {
	const { product, operator } = store.run(report.run);
	const statement = statementOfReport(store, report.envelope);
	return {
		reportId: report.reportId,
		run: report.run,
		file: report.file,
		createdOn: report.on,
		verdict: statement.predicate.result,
		keyids: report.keyids,
		product,
		operator,
		present: existsSync(report.file),
		supersedes: supersededId(statement),
	};
}
