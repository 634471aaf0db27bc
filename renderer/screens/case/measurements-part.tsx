import { FLAGS, type FlagCode } from '../../../contract/measurement/flag.ts';
import { quantity, range } from '../../../contract/measurement/quantity.ts';
import type { CaseResult } from '../../../contract/run.ts';
import { readMeasurement } from '../../measurement/read-measurement.ts';
import { useText } from '../../texts/use-text.ts';

/** Value, interval, grade and noise of every metric, in one line each. */
export function MeasurementsPart({ result }: { result: CaseResult }) {
	const { t, say, format } = useText();
	const measurements = result.measurements.flatMap((entry) => readMeasurement(entry) ?? []);
	if (measurements.length === 0) return null;
	return (
		<section className="panel" aria-label={t('case.measurements')}>
			<h2>{t('case.measurements')}</h2>
			<div className="table-box" tabIndex={0} role="group" aria-label={t('case.measurements')}>
				<table className="plain-table figures-table">
					<thead>
						<tr>
							<th>{t('case.metric')}</th>
							<th>{t('case.median')}</th>
							<th>{t('case.interval')}</th>
							<th>{t('case.runs')}</th>
							<th>{t('case.grade')}</th>
							<th>{t('case.flags')}</th>
						</tr>
					</thead>
					<tbody>
						{measurements.map((entry) => (
							<tr key={entry.id}>
								<td translate="no">
									{entry.metric.name}
									{Object.entries(entry.params).map(([name, value]) => ` ${name}=${String(value)}`)}
								</td>
								<td translate="no">
									{entry.summary === null ? '—' : quantity(entry.summary.median, entry.metric.unit)}
								</td>
								<td translate="no">
									{entry.summary === null
										? '—'
										: range(entry.summary.ci95.lo, entry.summary.ci95.hi, entry.metric.unit)}
								</td>
								<td>{entry.summary?.n ?? 0}</td>
								<td>{entry.summary?.grade ?? '—'}</td>
								<td translate="no">
									<div className="row">
										{entry.flags.map((flag) => (
											<span key={flag.code} className="chip">
												{Object.hasOwn(FLAGS, flag.code) ? say(FLAGS[flag.code as FlagCode]) : flag.code}
											</span>
										))}
									</div>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</section>
	);
}
