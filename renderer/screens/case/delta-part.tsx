import { useState } from 'react';
import type { CaseResult } from '../../../contract/run.ts';
import { useText } from '../../texts/use-text.ts';
import { type ChangeRow, type LoadRow, readDelta } from './read-delta.ts';

/** What changed on the machine from before to after, where the case asked. */
export function DeltaPart({ result }: { result: CaseResult }) {
	const { t } = useText();
	const delta = readDelta(result.attempts.at(-1)?.delta);
	if (delta === null) return null;
	return (
		<section className="panel stack" aria-label={t('case.delta')}>
			<h2>{t('case.delta')}</h2>
			{delta.loads.length > 0 && <LoadTable rows={delta.loads} />}
			{delta.changes.length > 0 && <ChangeTable rows={delta.changes} />}
		</section>
	);
}

function LoadTable({ rows }: { rows: readonly LoadRow[] }) {
	const { t, format } = useText();
	const points = (value: number) => `${format.number(value, 3)} %`;
	return (
		<div className="table-box" tabIndex={0} role="group" aria-label={t('delta.loads')}>
			<table className="plain-table">
				<thead>
					<tr>
						<th scope="col">{t('delta.loads')}</th>
						<th scope="col">{t('delta.before')}</th>
						<th scope="col">{t('delta.after')}</th>
						<th scope="col">{t('delta.limit')}</th>
						<th scope="col">{t('word.result')}</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(({ load, before, after, limit, rose }) => (
						<tr key={load}>
							<th scope="row">{t(`delta.load.${load}`)}</th>
							<td>{points(before)}</td>
							<td>{points(after)}</td>
							<td>{`+${points(limit)}`}</td>
							<td className={rose ? 'status-failed' : ''}>{t(rose ? 'delta.rose' : 'delta.within')}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function ChangeTable({ rows }: { rows: readonly ChangeRow[] }) {
	const { t } = useText();
	return (
		<div className="table-box" tabIndex={0} role="group" aria-label={t('delta.changes')}>
			<table className="plain-table delta-table">
				<thead>
					<tr>
						<th scope="col">{t('delta.changes')}</th>
						<th scope="col">{t('delta.added')}</th>
						<th scope="col">{t('delta.removed')}</th>
						<th scope="col">{t('delta.changed')}</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(({ kind, added, removed, changed }) => (
						<tr key={kind}>
							<th scope="row">{t(`delta.kind.${kind}`)}</th>
							{[added, removed, changed].every((names) => names.length === 0) ? (
								<td colSpan={3} className="muted">
									{t('delta.unchanged')}
								</td>
							) : (
								[added, removed, changed].map((names, index) => (
									<td key={index}>
										<Names names={names} />
									</td>
								))
							)}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

const FIRST = 10;

/** The first few names; all of them when asked. */
function Names({ names }: { names: readonly string[] }) {
	const { t } = useText();
	const [all, setAll] = useState(false);
	if (names.length === 0) return <>—</>;
	return (
		<>
			<ul className="delta-names" translate="no">
				{(all ? names : names.slice(0, FIRST)).map((name) => (
					<li key={name}>
						<code>{name}</code>
					</li>
				))}
			</ul>
			{!all && names.length > FIRST && (
				<button type="button" className="plain chip" onClick={() => setAll(true)}>
					{t('delta.more', { count: names.length - FIRST })}
				</button>
			)}
		</>
	);
}
