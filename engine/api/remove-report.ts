import { ShipeiError } from '../../contract/errors.ts';
import type { Checked, Output } from '../../contract/methods.ts';
import type { Store } from '../store/index.ts';
import { importedReports } from './imported-reports.ts';

/**
 * Takes an imported report from the list again: from now on it counts for nothing here. That it was there, who removed it
 * and why stays on record, and its file stays as evidence. Errors: report.own, report.not-imported, report.ambiguous.
 */
export function removeReport(store: Store, { report, by, reason }: Checked<'report.remove'>): Output<'report.remove'> {
	const wanted = report.startsWith('sha256:') ? report : `sha256:${report}`;
	const own = store.reports().find(({ reportId }) => reportId.startsWith(wanted));
	if (own !== undefined) throw new ShipeiError('report.own', { report: own.reportId });
	const found = importedReports(store).filter(({ reportId }) => reportId.startsWith(wanted));
	const [only] = found;
	if (only === undefined) throw new ShipeiError('report.not-imported', { report });
	if (found.length > 1) throw new ShipeiError('report.ambiguous', { report, count: found.length });
	const { reportId, name } = only;
	store.append({ type: 'report.removed', reportId, by, reason });
	return { reportId, name };
}
