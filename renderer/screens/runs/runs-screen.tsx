import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { RunSummary } from '../../../contract/run.ts';
import { useCall } from '../../engine/use-call.ts';
import { Screen } from '../../frame/screen.tsx';
import { FilterBar } from '../../list/filter-bar.tsx';
import { type Column, Grid } from '../../list/grid.tsx';
import { matches } from '../../list/matches.ts';
import { useFilters } from '../../list/use-filters.ts';
import { Empty, Shown } from '../../states/states.tsx';
import { MARK_COLUMN, type Mark, markOfRun, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';

/** Every run of this data folder, newest first. */
export function RunsScreen() {
	const runs = useCall('run.list', {});
	return <Shown query={runs}>{(list) => <Runs runs={list} />}</Shown>;
}

function Runs({ runs }: { runs: readonly RunSummary[] }) {
	const { t, say } = useText();
	const navigate = useNavigate();
	const filters = useFilters();
	const [chosen, setChosen] = useState<readonly string[]>([]);
	const newest = [...runs].sort((a, b) => b.plannedOn.localeCompare(a.plannedOn));
	const marks = [...new Set(newest.map(markOfRun))];
	const shown = newest.filter(
		(run) =>
			(filters.chosen.size === 0 || filters.chosen.has(markOfRun(run))) &&
			matches(
				filters.text,
				run.id,
				run.product?.name,
				run.operator.person,
				...run.suites.flatMap((suite) => [suite.id, say(suite.title)]),
			),
	);
	const start = (
		<Button type="primary" onClick={() => void navigate('/plan/new')}>
			{t('action.startTest')}
		</Button>
	);
	if (runs.length === 0) {
		return (
			<Screen title={t('runs.title')}>
				<Empty title={t('runs.empty')} text={t('runs.emptyText')} action={start} />
			</Screen>
		);
	}
	const toggle = (id: string) =>
		setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
	return (
		<Screen
			fill
			title={t('runs.title')}
			actions={
				<>
					<Button disabled={chosen.length < 2} onClick={() => void navigate(`/compare?runs=${chosen.join(',')}`)}>
						{t('runs.compare', { count: chosen.length })}
					</Button>
					{start}
				</>
			}
		>
			<FilterBar
				text={filters.text}
				onText={filters.setText}
				chips={marks.map((value) => ({
					value,
					label: <StatusMark mark={value} plain />,
					count: newest.filter((run) => markOfRun(run) === value).length,
				}))}
				chosen={filters.chosen}
				onToggle={filters.toggle}
				shown={shown.length}
				total={runs.length}
				onClear={filters.clear}
			/>
			<Grid
				fill
				label={t('runs.title')}
				rows={shown}
				rowKey={(run) => run.id}
				columns={useColumns(chosen, toggle)}
				onOpen={(run) => void navigate(`/runs/${run.id}`)}
				minWidth={790}
				empty={t('list.nothingMatches')}
			/>
		</Screen>
	);
}

function useColumns(chosen: readonly string[], toggle: (id: string) => void): Column<RunSummary>[] {
	const { t, say, language, format } = useText();
	return [
		{
			key: 'choose',
			title: <span className="visually-hidden">{t('runs.select')}</span>,
			width: '44px',
			render: (run) => (
				<Checkbox
					checked={chosen.includes(run.id)}
					onChange={() => toggle(run.id)}
					aria-label={t('runs.choose', { id: run.id.slice(0, 8) })}
				/>
			),
		},
		{
			key: 'result',
			title: t('word.result'),
			width: MARK_COLUMN[language],
			render: (run) => <StatusMark mark={markOfRun(run) as Mark} />,
		},
		{
			key: 'what',
			title: t('runs.what'),
			width: 'minmax(180px, 3fr)',
			render: (run) => <span translate="no">{format.list(run.suites.map((suite) => say(suite.title)))}</span>,
		},
		{
			key: 'product',
			title: t('word.product'),
			width: 'minmax(120px, 2fr)',
			render: (run) =>
				run.product === null ? (
					<span className="muted">{t('word.noProduct')}</span>
				) : (
					<span translate="no">{`${run.product.name} ${run.product.version}`}</span>
				),
		},
		{
			key: 'progress',
			title: t('runs.progress'),
			width: '124px',
			align: 'end',
			render: (run) => `${Object.values(run.counts).reduce((sum, count) => sum + count, 0)} / ${run.total}`,
		},
		{
			key: 'started',
			title: t('runs.started'),
			width: '190px',
			render: (run) => format.date(run.startedOn ?? run.plannedOn),
		},
		{
			key: 'id',
			title: t('runs.id'),
			width: '110px',
			render: (run) => <code translate="no">{run.id.slice(0, 10)}</code>,
		},
	];
}
