import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { ReportSummary } from '../../../contract/methods/report-methods.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { useCall } from '../../engine/use-call.ts';
import { Screen } from '../../frame/screen.tsx';
import { Empty, Loading, Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { readRules } from './inheritance.ts';
import { matrixOf } from './matrix-data.ts';
import { MatrixView } from './matrix-view.tsx';
import { usePresent } from './use-present.ts';
import './matrix.css';

/** Which product runs on which platform, from signed results only. */
export function MatrixScreen() {
	const reports = useCall('report.list', {});
	return <Shown query={reports}>{(list) => <Verified reports={list} />}</Shown>;
}

function Verified({ reports }: { reports: readonly ReportSummary[] }) {
	const { t } = useText();
	const navigate = useNavigate();
	const { client } = useEngine();
	const settings = useCall('settings.show', {}).data;
	const rules = useMemo(() => readRules(settings?.['matrix.inheritance']), [settings]);
	const present = usePresent(settings);
	const kept = useMemo(() => uniqueById(reports.filter((report) => report.present)), [reports]);
	const answers = useQueries({
		queries: kept.map((report) => ({
			queryKey: ['bundle.verify', { file: report.file }],
			queryFn: () => client.call('bundle.verify', { file: report.file }),
			staleTime: 60_000,
		})),
	});
	const verified = kept.flatMap((report, index) => {
		const verification = answers[index]?.data;
		return verification === undefined ? [] : [{ report, verification }];
	});
	const left = [
		...reports.filter((report) => !report.present),
		...kept.filter((_, index) => answers[index]?.isError === true || answers[index]?.data?.verdict === 'invalid'),
	];
	if (present === null || answers.some((answer) => answer.isPending)) return <Loading />;
	const matrix = matrixOf(
		verified,
		present,
		rules.map(({ to }) => to),
	);
	if (matrix.rows.length === 0) {
		return (
			<Screen title={t('matrix.title')}>
				<Empty
					title={t('matrix.empty')}
					text={t('matrix.emptyText')}
					action={<Button onClick={() => void navigate('/reports')}>{t('rail.reports')}</Button>}
				/>
			</Screen>
		);
	}
	return <MatrixView matrix={matrix} rules={rules} staleDays={present.staleDays} left={left} />;
}

/** A report that was written to two files is one report. */
function uniqueById(reports: readonly ReportSummary[]): ReportSummary[] {
	return [...new Map(reports.map((report) => [report.reportId, report])).values()];
}
