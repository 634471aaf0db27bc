import { useSearchParams } from 'react-router';
import { useCall } from '../../engine/use-call.ts';
import { BackLink } from '../../frame/back-link.tsx';
import { Screen } from '../../frame/screen.tsx';
import { Empty, Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { useFieldValue } from './field-value.tsx';
import { type HostRow, hostRows } from './host-rows.ts';
import './host.css';

/** Only what differs between two detections. */
export function HostDiffScreen() {
	const { t, format } = useText();
	const [params] = useSearchParams();
	const before = useCall('host.show', { evidence: params.get('a') ?? '' });
	const after = useCall('host.show', { evidence: params.get('b') ?? '' });
	return (
		<Screen title={t('host.diffTitle')} back={<BackLink to="/host" text={t('host.title')} />}>
			<Shown query={before}>
				{(a) => (
					<Shown query={after}>
						{(b) => {
							const [older, newer] = a.detectedOn <= b.detectedOn ? [a, b] : [b, a];
							const differences = diff(hostRows(older), hostRows(newer));
							if (differences.length === 0) return <Empty title={t('host.diffNone')} />;
							return (
								<section className="panel">
									<p className="muted">{t('host.diffCount', { count: differences.length })}</p>
									<table className="facts diff">
										<thead>
											<tr>
												<th>{t('host.field')}</th>
												<th>
													{t('host.diffBefore')} <span className="muted">{format.date(older.detectedOn)}</span>
												</th>
												<th>
													{t('host.diffAfter')} <span className="muted">{format.date(newer.detectedOn)}</span>
												</th>
											</tr>
										</thead>
										<tbody>
											{differences.map((entry) => (
												<DiffRow key={entry.path} {...entry} />
											))}
										</tbody>
									</table>
								</section>
							);
						}}
					</Shown>
				)}
			</Shown>
		</Screen>
	);
}

interface Difference {
	readonly path: string;
	readonly before: HostRow | undefined;
	readonly after: HostRow | undefined;
}

function DiffRow({ path, before, after }: Difference) {
	const { t } = useText();
	const written = useFieldValue();
	const row = after ?? before;
	return (
		<tr>
			<th scope="row">
				{row?.part !== null && row?.part !== undefined && (
					<span translate="no">{`${t(row.part.text)} ${row.part.name} · `}</span>
				)}
				{row?.text === null || row === undefined ? <code translate="no">{path}</code> : t(row.text)}
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

function diff(before: readonly HostRow[], after: readonly HostRow[]): Difference[] {
	const old = new Map(before.map((row) => [row.path, row]));
	const fresh = new Map(after.map((row) => [row.path, row]));
	return [...new Set([...old.keys(), ...fresh.keys()])]
		.map((path) => ({ path, before: old.get(path), after: fresh.get(path) }))
		.filter((entry) => JSON.stringify(entry.before?.field.value) !== JSON.stringify(entry.after?.field.value));
}
