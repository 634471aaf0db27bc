import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ReportSummary } from '../../../contract/methods/report-methods.ts';
import { useCall } from '../../engine/use-call.ts';
import { Screen } from '../../frame/screen.tsx';
import { FilterBar } from '../../list/filter-bar.tsx';
import { Grid } from '../../list/grid.tsx';
import { matches } from '../../list/matches.ts';
import { useFilters } from '../../list/use-filters.ts';
import { awaitedNames } from '../../people/awaits-person.ts';
import { Empty, Shown } from '../../states/states.tsx';
import { MARK_COLUMN, markOfRun, markOfVerdict, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';

/** Signed reports, and the way to a new one. */
export function ReportsScreen() {
	const reports = useCall('report.list', {});
	return <Shown query={reports}>{(list) => <Reports reports={list} />}</Shown>;
}

function Reports({ reports }: { reports: readonly ReportSummary[] }) {
	const { t, language, format } = useText();
	const navigate = useNavigate();
	const filters = useFilters();
	const [choosing, setChoosing] = useState(false);
	const newest = [...reports].sort((a, b) => b.createdOn.localeCompare(a.createdOn));
	const stages = STAGES.filter((stage) => newest.some((report) => stageOf(report) === stage));
	const shown = newest.filter(
		(report) =>
			(filters.chosen.size === 0 || filters.chosen.has(stageOf(report) ?? '')) &&
			matches(filters.text, report.reportId, report.product?.name, report.operator.orgName, report.operator.person),
	);
	const make = (
		<Button type="primary" onClick={() => setChoosing(true)}>
			{t('reports.make')}
		</Button>
	);
	return (
		<Screen
			fill
			title={t('reports.title')}
			actions={
				<>
					<Button onClick={() => void navigate('/verify')}>{t('reports.verify')}</Button>
					{make}
				</>
			}
		>
			{reports.length === 0 ? (
				<Empty title={t('reports.empty')} text={t('reports.emptyText')} action={make} />
			) : (
				<>
					<FilterBar
						text={filters.text}
						onText={filters.setText}
						chips={stages.map((value) => ({
							value,
							label: t(`reports.stage.${value}`),
							count: newest.filter((report) => stageOf(report) === value).length,
						}))}
						chosen={filters.chosen}
						onToggle={filters.toggle}
						shown={shown.length}
						total={reports.length}
						onClear={filters.clear}
					/>
					<Grid
						fill
						label={t('reports.title')}
						rows={shown}
						rowKey={(report) => `${report.reportId} ${report.file}`}
						onOpen={(report) => void navigate(`/reports/${encodeURIComponent(report.reportId)}`)}
						minWidth={1020}
						empty={t('list.nothingMatches')}
						columns={[
							{
								key: 'verdict',
								title: t('word.result'),
								width: MARK_COLUMN[language],
								render: (report) =>
									report.supersededBy === null ? (
										<StatusMark mark={markOfVerdict(report.verdict)} />
									) : (
										<span className="muted">{t('reports.superseded')}</span>
									),
							},
							{
								key: 'product',
								title: t('word.product'),
								width: 'minmax(140px, 2fr)',
								render: (report) =>
									report.product === null ? (
										t('word.noProduct')
									) : (
										<span translate="no">{`${report.product.name} ${report.product.version}`}</span>
									),
							},
							{
								key: 'stage',
								title: t('reports.stage'),
								width: language === 'en' ? '176px' : '120px',
								render: (report) => <StageCell report={report} />,
							},
							{
								key: 'created',
								title: t('reports.created'),
								width: '190px',
								render: (report) => format.date(report.createdOn),
							},
							{
								key: 'operator',
								title: t('verify.operator'),
								width: 'minmax(120px, 1.4fr)',
								render: (report) => (
									<span translate="no">
										{[report.operator.orgName, report.operator.person].filter((part) => part).join(' · ')}
									</span>
								),
							},
							{
								key: 'file',
								title: t('word.file'),
								width: 'minmax(140px, 2fr)',
								render: (report) =>
									report.present ? (
										<span translate="no">{report.file}</span>
									) : (
										<span className="muted">{t('reports.gone')}</span>
									),
							},
							{
								key: 'id',
								title: t('reports.id'),
								width: '150px',
								render: (report) => <code translate="no">{report.reportId.slice(7, 19)}</code>,
							},
						]}
					/>
				</>
			)}
			<ChooseRun open={choosing} onClose={() => setChoosing(false)} />
		</Screen>
	);
}

const STAGES = ['signed', 'reviewed', 'approved', 'returned', 'withdrawn'] as const;

/** A report that was corrected waits for nothing any more. */
function stageOf({ stage, supersededBy }: ReportSummary): ReportSummary['stage'] {
	return supersededBy === null ? stage : null;
}

/** Where it stands; who may take the next step is said when one points at it. */
function StageCell({ report }: { report: ReportSummary }) {
	const { t, format } = useText();
	const keys = useCall('key.list', {}).data ?? [];
	const stage = stageOf(report);
	if (stage === null) return <span className="muted">—</span>;
	const names = awaitedNames(report, keys);
	return (
		<span
			className={stage === 'returned' || stage === 'withdrawn' ? 'status-failed' : ''}
			title={names.length === 0 ? '' : t('reports.mayDo', { names: format.list(names) })}
		>
			{t(`reports.stage.${stage}`)}
		</span>
	);
}

function ChooseRun({ open, onClose }: { open: boolean; onClose: () => void }) {
	const { t, say, language, format } = useText();
	const navigate = useNavigate();
	const runs = useCall('run.list', {}, { enabled: open });
	return (
		<Modal open={open} title={t('reports.chooseRun')} footer={null} onCancel={onClose} width={720}>
			<Shown query={runs}>
				{(list) => (
					<Grid
						label={t('reports.chooseRun')}
						rows={list.filter((run) => run.state === 'ended').sort((a, b) => b.plannedOn.localeCompare(a.plannedOn))}
						rowKey={(run) => run.id}
						onOpen={(run) => void navigate(`/reports/draft/${run.id}`)}
						empty={t('runs.empty')}
						columns={[
							{
								key: 'mark',
								title: t('word.result'),
								width: MARK_COLUMN[language],
								render: (run) => <StatusMark mark={markOfRun(run)} />,
							},
							{
								key: 'what',
								title: t('runs.what'),
								width: 'minmax(140px, 1fr)',
								render: (run) => <span translate="no">{format.list(run.suites.map((suite) => say(suite.title)))}</span>,
							},
							{
								key: 'when',
								title: t('runs.started'),
								width: '190px',
								render: (run) => format.date(run.startedOn ?? run.plannedOn),
							},
						]}
					/>
				)}
			</Shown>
		</Modal>
	);
}
