import { Button } from 'antd';
import type { Plan } from '../../../contract/plan.ts';
import { EffectsTable } from '../../effects/effects-table.tsx';
import { NetworkTargets } from '../../effects/network-targets.tsx';
import { useText } from '../../texts/use-text.ts';

/** Cases that do not apply here: only these count as 不涉及. */
export function NotApplicableTab({ plan }: { plan: Plan }) {
	const { t, say } = useText();
	if (plan.notApplicable.length === 0) return <p className="muted">{t('plan.allApply')}</p>;
	return (
		<div className="table-box" tabIndex={0} role="group" aria-label={t('plan.notApplicable')}>
			<table className="plain-table">
				<thead>
					<tr>
						<th>{t('word.case')}</th>
						<th>{t('word.reason')}</th>
						<th>{t('plan.requirement')}</th>
						<th>{t('plan.found')}</th>
					</tr>
				</thead>
				<tbody translate="no">
					{plan.notApplicable.map((entry) => (
						<tr key={entry.key}>
							<td>{say(entry.title)}</td>
							<td>{say(entry.reason)}</td>
							<td>
								<code>{entry.requirement}</code>
							</td>
							<td>
								<code>{entry.found}</code>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** What is reached, and what is touched, with what restores it opposite. */
export function EffectsTab({ plan }: { plan: Plan }) {
	return (
		<div className="stack">
			<NetworkTargets reaching={plan} />
			<EffectsTable cases={plan.cases} />
		</div>
	);
}

/** What is not there, by exact name and digest. */
export function MissingTab({ plan, onExport }: { plan: Plan; onExport: () => void }) {
	const { t, say } = useText();
	if (plan.missing.length === 0) return <p className="muted">{t('plan.nothingMissing')}</p>;
	return (
		<div className="stack">
			<div className="table-box" tabIndex={0} role="group" aria-label={t('plan.missing')}>
				<table className="plain-table">
					<thead>
						<tr>
							<th>{t('plan.kind')}</th>
							<th>{t('word.name')}</th>
							<th>{t('word.suite')}</th>
							<th>{t('word.reason')}</th>
							<th translate="no">SHA-256</th>
						</tr>
					</thead>
					<tbody>
						{plan.missing.map((entry) => (
							<tr key={`${entry.kind} ${entry.suite} ${entry.name}`}>
								<td className="whole">{t(`plan.missing.${entry.kind}`)}</td>
								<td translate="no">{entry.name}</td>
								<td className="whole" translate="no">
									{entry.suite}
								</td>
								<td translate="no">{say(entry.detail)}</td>
								<td translate="no">
									<code>{entry.sha256 ?? '—'}</code>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
			<div>
				<Button onClick={onExport}>{t('plan.exportMissing')}</Button>
			</div>
		</div>
	);
}
