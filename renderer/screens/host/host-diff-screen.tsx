import { useSearchParams } from 'react-router';
import { useCall } from '../../engine/use-call.ts';
import { BackLink } from '../../frame/back-link.tsx';
import { Screen } from '../../frame/screen.tsx';
import { Empty, Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { useFieldValue } from './field-value.tsx';
import { type HostDifference, hostDifferences } from './host-differences.ts';
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
							const differences = hostDifferences(older, newer);
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
