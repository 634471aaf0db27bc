import { Button } from 'antd';
import type { Plan, PlannedCase } from '../../../contract/plan.ts';
import { useText } from '../../texts/use-text.ts';
import '../suites/suites.css';
import { commandOf, effectsOf } from './plan-commands.ts';
import { PlanNetworks } from './plan-networks.tsx';

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
	const { t } = useText();
	const touched = plan.cases
		.map((entry) => ({ entry, effects: effectsOf(entry) }))
		.filter(({ effects }) => effects.length > 0);
	return (
		<div className="stack">
			<PlanNetworks plan={plan} />
			{touched.length === 0 ? <p className="muted">{t('plan.noEffects')}</p> : <EffectsTable touched={touched} />}
		</div>
	);
}

function EffectsTable({
	touched,
}: {
	touched: readonly { entry: PlannedCase; effects: ReturnType<typeof effectsOf> }[];
}) {
	const { t, say } = useText();
	return (
		<div className="table-box" tabIndex={0} role="group" aria-label={t('plan.effects')}>
			<table className="plain-table">
				<thead>
					<tr>
						<th>{t('word.case')}</th>
						<th>{t('plan.effects')}</th>
						<th>{t('plan.restore')}</th>
					</tr>
				</thead>
				<tbody>
					{touched.map(({ entry, effects }) => (
						<tr key={entry.key}>
							<td translate="no">{say(entry.title)}</td>
							<td>
								{effects.map((effect) => (
									<div key={`${effect.kind} ${effect.what}`}>
										{t(`plan.effect.${effect.kind}`)}
										{t('word.colon')}
										{effect.what === null ? t('plan.effect.any') : <code translate="no">{effect.what}</code>}
									</div>
								))}
							</td>
							<td>
								{entry.cleanup.length === 0 ? (
									<span className="status-failed">{t('plan.noRestore')}</span>
								) : (
									entry.cleanup.map((step) => (
										<code key={step.id} className="argv" translate="no">
											{commandOf(step)}
										</code>
									))
								)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
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
