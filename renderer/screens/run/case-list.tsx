import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { CaseSummary, RunDetail } from '../../../contract/run.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { FilterBar } from '../../list/filter-bar.tsx';
import { type Column, Grid } from '../../list/grid.tsx';
import { matcher, searchText } from '../../list/matches.ts';
import { useFilters } from '../../list/use-filters.ts';
import { MARK_ORDER } from '../../status/status-counts.tsx';
import { didNotPass, MARK_COLUMN, markOfCase, StatusMark } from '../../status/status-mark.tsx';
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
export function CaseList({ run }: { run: RunDetail }) {
	// Here and not in the screen: a keystroke then draws this list anew and nothing else.
	const filters = useFilters();
	const { t, say } = useText();
	const navigate = useNavigate();
	// All that does not change with a keystroke, for ten thousand cases.
	const { marked, counts, failures } = useMemo(() => {
		const rows = run.cases.map((entry) => ({
			entry,
			mark: markOfCase(entry),
			text: searchText(say(entry.title), entry.key, entry.reason === undefined ? '' : say(entry.reason.text)),
		}));
		return { marked: rows, counts: countMarks(rows), failures: run.cases.filter(didNotPass) };
	}, [run.cases, say]);
	const isWanted = matcher(filters.text);
	const shown = marked
		.filter(({ mark, text }) => (filters.chosen.size === 0 || filters.chosen.has(mark)) && isWanted(text))
		.map(({ entry }) => entry);
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
				chips={MARK_ORDER.flatMap((value) => {
					const count = counts.get(value);
					return count === undefined ? [] : [{ value, label: <StatusMark mark={value} plain />, count }];
				})}
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

function countMarks<Mark>(rows: readonly { readonly mark: Mark }[]): ReadonlyMap<Mark, number> {
	const counts = new Map<Mark, number>();
	for (const { mark } of rows) counts.set(mark, (counts.get(mark) ?? 0) + 1);
	return counts;
}

function useColumns(): Column<CaseSummary>[] {
	const { t, say, language, format } = useText();
	return [
		{
			key: 'mark',
			title: t('word.status'),
			width: MARK_COLUMN[language],
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
