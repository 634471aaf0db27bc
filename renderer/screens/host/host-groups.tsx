import { useState } from 'react';
import type { HostCorrection } from '../../../contract/methods/host-methods.ts';
import { useText } from '../../texts/use-text.ts';
import { ConfidenceChip } from './confidence-chip.tsx';
import { useFieldValue } from './field-value.tsx';
import { confidenceOf, HOST_GROUPS, type HostGroup, type HostRow } from './host-rows.ts';
import type { Corrections } from './use-corrections.ts';

/** All fields by subject. A row opens the raw evidence beside it. */
export function HostGroups(props: {
	/** Unknown fields are shown only when somebody looks for them. */
	whole: boolean;
	rows: readonly HostRow[];
	current: string | null;
	corrections: Corrections;
	onOpen: (path: string) => void;
}) {
	const { t } = useText();
	const groups = HOST_GROUPS.map((group) => ({ group, rows: props.rows.filter((row) => row.group === group) })).filter(
		({ rows }) => rows.length > 0,
	);
	if (groups.length === 0) return <p className="muted">{t('list.nothingMatches')}</p>;
	return (
		<div className="host-groups">
			{groups.map(({ group, rows }) => (
				<Group
					key={group}
					group={group}
					rows={rows}
					whole={props.whole}
					current={props.current}
					corrections={props.corrections}
					onOpen={props.onOpen}
				/>
			))}
		</div>
	);
}

function Group(props: {
	group: HostGroup;
	rows: readonly HostRow[];
	whole: boolean;
	current: string | null;
	corrections: Corrections;
	onOpen: (path: string) => void;
}) {
	const { group } = props;
	const { t } = useText();
	const [asked, setAsked] = useState(false);
	const rows = props.whole || asked ? props.rows : props.rows.filter((row) => confidenceOf(row.field) !== 'none');
	const hidden = props.rows.length - rows.length;
	return (
		<section className="panel host-group" aria-labelledby={`host-${group}`}>
			<h2 id={`host-${group}`}>{t(`host.group.${group}`)}</h2>
			{rows.length > 0 && (
				<table className="facts">
					<thead className="visually-hidden">
						<tr>
							<th>{t('host.field')}</th>
							<th>{t('host.value')}</th>
							<th>{t('host.source')}</th>
							<th>{t('host.confidence')}</th>
						</tr>
					</thead>
					<tbody>
						{rows.map((row, index) => (
							<FactRow
								key={row.path}
								row={row}
								previous={rows[index - 1]}
								open={props.current === row.path}
								corrected={props.corrections.of(row)}
								onOpen={props.onOpen}
							/>
						))}
					</tbody>
				</table>
			)}
			{hidden > 0 && (
				<button type="button" className="plain facts-more no-print" onClick={() => setAsked(true)}>
					{t('host.showUnknown', { count: hidden })}
				</button>
			)}
		</section>
	);
}

function FactRow(props: {
	row: HostRow;
	previous: HostRow | undefined;
	open: boolean;
	corrected: HostCorrection | null;
	onOpen: (path: string) => void;
}) {
	const { row } = props;
	const { t } = useText();
	const written = useFieldValue();
	const label = row.text === null ? <code translate="no">{row.path}</code> : t(row.text);
	const first = row.part !== null && row.part.name !== props.previous?.part?.name;
	return (
		<>
			{first && row.part !== null && (
				<tr className="facts-part">
					<th colSpan={4} scope="colgroup">
						{t(row.part.text)} <span translate="no">{row.part.name}</span>
					</th>
				</tr>
			)}
			<tr className={props.open ? 'facts-row facts-open' : 'facts-row'}>
				<th scope="row">
					<button
						type="button"
						className="plain facts-button"
						aria-expanded={props.open}
						onClick={() => props.onOpen(row.path)}
					>
						{label}
					</button>
				</th>
				<td className="break" translate="no">
					{props.corrected === null ? (
						<span className={row.field.value === null ? 'muted' : ''}>{written(row)}</span>
					) : (
						<>
							{props.corrected.value}
							<span className="corrected-was muted">{t('host.correctedWas', { value: written(row) })}</span>
						</>
					)}
				</td>
				<td className="facts-source muted" translate="no" title={row.field.source}>
					{row.field.source}
				</td>
				<td className="facts-confidence">
					{props.corrected === null ? (
						<ConfidenceChip confidence={confidenceOf(row.field)} />
					) : (
						<span className="chip">{t('host.corrected')}</span>
					)}
				</td>
			</tr>
		</>
	);
}
