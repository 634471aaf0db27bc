import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { CaseSummary, RunDetail } from '../../../contract/run.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { Failure, Waiting } from '../../states/states.tsx';
import { markOfCase, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { caseAddress, instanceOf } from '../run/case-list.tsx';

/** Cases that did not end alike in all runs. */
export function ComparedResults({ runs }: { runs: readonly string[] }) {
	const { t, say, format } = useText();
	const { client } = useEngine();
	const queries = useQueries({
		queries: runs.map((run) => ({ queryKey: ['run.show', { run }], queryFn: () => client.call('run.show', { run }) })),
	});
	const failed = queries.find((query) => query.error !== null);
	if (failed !== undefined) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
	const details = queries.flatMap((query) => (query.data === undefined ? [] : [query.data]));
	if (details.length < runs.length) return <Waiting />;
	const differing = rowsOf(details)
		.filter((row) => new Set(row.cells.map((cell) => cell && markOfCase(cell))).size > 1)
		.sort((a, b) => missingIn(a) - missingIn(b));
	if (differing.length === 0) return <p className="muted">{t('compare.noDifferences')}</p>;
	return (
		<div className="table-box" tabIndex={0} role="group" aria-label={t('compare.results')}>
			<table className="plain-table">
				<thead>
					<tr>
						<th>{t('word.case')}</th>
						{details.map((run) => (
							<th key={run.id}>
								<Link to={`/runs/${run.id}`}>{format.date(run.startedOn ?? run.plannedOn)}</Link>
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{differing.map((row) => (
						<tr key={row.key}>
							<th scope="row" translate="no">
								{say(row.title)} <span className="muted">{instanceOf(row.key)}</span>
							</th>
							{row.cells.map((cell, index) => (
								<td key={details[index]?.id}>
									{cell === undefined ? (
										<span className="muted">{t('compare.notRun')}</span>
									) : (
										<Link to={caseAddress(details[index]?.id ?? '', row.key)}>
											<StatusMark mark={markOfCase(cell)} />
										</Link>
									)}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function rowsOf(
	runs: readonly RunDetail[],
): { key: string; title: CaseSummary['title']; cells: (CaseSummary | undefined)[] }[] {
	const titles = new Map(runs.flatMap((run) => run.cases.map((entry) => [entry.key, entry.title] as const)));
	return [...titles].map(([key, title]) => ({
		key,
		title,
		cells: runs.map((run) => run.cases.find((entry) => entry.key === key)),
	}));
}

/** Cases that ended differently come before those that were not in every run. */
function missingIn({ cells }: { cells: readonly unknown[] }): number {
	return cells.filter((cell) => cell === undefined).length;
}
