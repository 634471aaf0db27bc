import { useNavigate } from 'react-router';
import type { CaseSummary, RunDetail } from '../../../contract/run.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { FilterBar } from '../../list/filter-bar.tsx';
import { type Column, Grid } from '../../list/grid.tsx';
import { matches } from '../../list/matches.ts';
import type { Filters } from '../../list/use-filters.ts';
import { didNotPass, markOfCase, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';

/** The address of a case's page. */
export function caseAddress(run: string, key: string): string {
	return `/runs/${run}/case/${key.split('/').map(encodeURIComponent).join('/')}`;
}

/** What tells the instances of one case apart: "[threads=4]" of "bench-cpu/int[threads=4]". */
export function instanceOf(key: string): string {
	const at = key.indexOf('[');
	return at === -1 ? '' : key.slice(at);
}

/** All cases in order, filtered by words and states; `f` leaves the failures, n and p walk through them. */
export function CaseList({ run, filters }: { run: RunDetail; filters: Filters }) {
	const { t, say } = useText();
	const navigate = useNavigate();
	const marks = [...new Set(run.cases.map(markOfCase))];
	const shown = run.cases.filter(
		(entry) =>
			(filters.chosen.size === 0 || filters.chosen.has(markOfCase(entry))) &&
			matches(filters.text, say(entry.title), entry.key, entry.reason === undefined ? '' : say(entry.reason.text)),
	);
	const failures = run.cases.filter(didNotPass);
	const open = (entry: CaseSummary | undefined) => {
		if (entry !== undefined) void navigate(caseAddress(run.id, entry.key));
	};
	useKeys({
		f: () => filters.only([...new Set(failures.map(markOfCase))]),
		n: () => open(failures[0]),
		p: () => open(failures.at(-1)),
	});
	return (
		<section className="run-list" aria-label={t('run.cases')}>
			<FilterBar
				text={filters.text}
				onText={filters.setText}
				chips={marks.map((value) => ({
					value,
					label: <StatusMark mark={value} plain />,
					count: run.cases.filter((entry) => markOfCase(entry) === value).length,
				}))}
				chosen={filters.chosen}
				onToggle={filters.toggle}
				shown={shown.length}
				total={run.cases.length}
				onClear={filters.clear}
			/>
			<Grid
				fill
				label={t('run.cases')}
				rows={shown}
				rowKey={(entry) => entry.key}
				columns={useColumns()}
				onOpen={open}
				minWidth={520}
				empty={t('list.nothingMatches')}
			/>
		</section>
	);
}

function useColumns(): Column<CaseSummary>[] {
	const { t, say, format } = useText();
	return [
		{
			key: 'mark',
			title: t('word.status'),
			width: '150px',
			render: (entry) => <StatusMark mark={markOfCase(entry)} />,
		},
		{
			key: 'title',
			title: t('word.case'),
			width: 'minmax(180px, 2fr)',
			render: (entry) => (
				<span translate="no" title={entry.key}>
					{say(entry.title)} <span className="muted">{instanceOf(entry.key)}</span>
				</span>
			),
		},
		{
			key: 'reason',
			title: t('word.reason'),
			width: 'minmax(120px, 2fr)',
			render: (entry) => (
				<span className="muted" translate="no">
					{entry.reason === undefined ? '' : say(entry.reason.text)}
				</span>
			),
		},
		{ key: 'level', title: t('word.level'), width: '76px', render: (entry) => t(`level.${entry.level}`) },
		{
			key: 'duration',
			title: t('word.duration'),
			width: '96px',
			align: 'end',
			render: (entry) => (
				<>
					{entry.attempts > 1 && <span title={t('run.attempts', { count: entry.attempts })}>⟳{entry.attempts} </span>}
					{entry.durationMs === null ? '—' : format.duration(entry.durationMs)}
				</>
			),
		},
	];
}
