import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { ReportSummary } from '../../../contract/methods/report-methods.ts';
import { useCall } from '../../engine/use-call.ts';
import { awaitsPerson } from '../../people/awaits-person.ts';
import { readPeople } from '../../people/people.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { StatusGlyph } from '../../status/status-glyph.tsx';
import { useText } from '../../texts/use-text.ts';

export interface OpenReports {
	/** Wait for the person who sits here. */
	readonly mine: readonly ReportSummary[];
	/** Were returned, and have to be corrected. */
	readonly returned: readonly ReportSummary[];
	/** Wait for somebody else: how many. */
	readonly others: number;
}

/** Signed reports with which something is still to be done; null while that is not known. */
export function useOpenReports(): OpenReports | null {
	const { person } = usePreferences();
	const reports = useCall('report.list', {}).data;
	const keys = useCall('key.list', {}).data;
	const settings = useCall('settings.show', {}).data;
	if (reports === undefined || keys === undefined || settings === undefined) return null;
	const here = { person, keys, people: readPeople(settings['people']) };
	const waiting = reports.filter(({ awaits }) => awaits !== null && awaits.keyids.length > 0);
	const mine = waiting.filter((report) => awaitsPerson(report, here));
	const returned = reports.filter(({ stage, supersededBy }) => stage === 'returned' && supersededBy === null);
	return { mine, returned, others: waiting.length - mine.length };
}

/** Lines for the list of what is not finished. */
export function OpenReportLines({ open: { mine, returned, others } }: { open: OpenReports }) {
	const { t, format } = useText();
	return (
		<>
			{mine.map((report) => (
				<Line
					key={report.reportId}
					report={report}
					action={t(`overview.do.${report.awaits?.role ?? 'reviewer'}`)}
					review
				>
					{t(`overview.awaits.${report.awaits?.role ?? 'reviewer'}`, { date: format.date(report.createdOn) })}
				</Line>
			))}
			{returned.map((report) => (
				<Line key={report.reportId} report={report} action={t('action.open')}>
					{t('overview.returned')}
				</Line>
			))}
			{others > 0 && (
				<li className="muted">
					<Link to="/reports?s=signed,reviewed">{t('overview.awaitsOthers', { count: others })}</Link>
				</li>
			)}
		</>
	);
}

function Line(props: { report: ReportSummary; action: string; review?: boolean; children: string }) {
	const { t } = useText();
	const navigate = useNavigate();
	const { product, reportId } = props.report;
	const address = `/reports/${encodeURIComponent(reportId)}`;
	return (
		<li className="row spread">
			<span className="open-line">
				<StatusGlyph mark={props.review === true ? 'asking' : 'failed'} />
				<span>
					<span translate="no">
						{product === null ? `${t('report.title')} ${reportId.slice(7, 19)}` : `${product.name} ${product.version}`}
					</span>{' '}
					{props.children}
				</span>
			</span>
			<Button
				type={props.review === true ? 'primary' : 'default'}
				onClick={() => void navigate(props.review === true ? `${address}?review=1` : address)}
			>
				{props.action}
			</Button>
		</li>
	);
}
