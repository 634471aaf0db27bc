import type { HostProfile } from '../../../contract/host.ts';
import { useText } from '../../texts/use-text.ts';
import { useFieldValue } from './field-value.tsx';
import { type HostDifference, hostDifferences } from './host-differences.ts';
import './host.css';

/** Only what differs between two detections, side by side. */
export function HostDiff(props: { before: HostProfile; after: HostProfile; beforeTitle: string; afterTitle: string }) {
	const { before, after } = props;
	const { t, format } = useText();
	const differences = hostDifferences(before, after);
	if (differences.length === 0) return <p className="muted">{t('host.diffNone')}</p>;
	return (
		<>
			<p className="muted">{t('host.diffCount', { count: differences.length })}</p>
			<table className="facts diff">
				<thead>
					<tr>
						<th>{t('host.field')}</th>
						<th>
							{props.beforeTitle} <span className="muted">{format.date(before.detectedOn)}</span>
						</th>
						<th>
							{props.afterTitle} <span className="muted">{format.date(after.detectedOn)}</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{differences.map((entry) => (
						<DiffRow key={entry.path} {...entry} />
					))}
				</tbody>
			</table>
		</>
	);
}

function DiffRow({ path, row, before, after }: HostDifference) {
	const { t } = useText();
	const written = useFieldValue();
	return (
		<tr>
			<th scope="row">
				{row.part !== null && <span translate="no">{`${t(row.part.text)} ${row.part.name} · `}</span>}
				{row.text === null ? <code translate="no">{path}</code> : t(row.text)}
			</th>
			<td className="break" translate="no">
				{before === undefined ? '—' : written(before)}
			</td>
			<td className="break" translate="no">
				{after === undefined ? '—' : written(after)}
			</td>
		</tr>
	);
}
