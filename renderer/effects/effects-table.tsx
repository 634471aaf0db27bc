import type { Touches, WrittenStep } from '../../contract/plan.ts';
import type { Text } from '../../contract/text.ts';
import { useText } from '../texts/use-text.ts';
import './effects.css';
import { commandOf } from './command-of.ts';
import { type Effect, effectsOf, leavesSomething } from './effects-of.ts';

/** A case of a plan, or of a suite that nobody has planned yet. */
export interface Touching {
	readonly key: string;
	readonly title: Text;
	readonly touches: Touches;
	readonly cleanup: readonly WrittenStep[];
}

/** What each case touches, with what restores it opposite; what nothing restores stands out. */
export function EffectsTable({ cases }: { cases: readonly Touching[] }) {
	const { t, say } = useText();
	const touching = cases.filter(({ touches }) => effectsOf(touches).length > 0);
	if (touching.length === 0) return <p className="muted">{t('plan.noEffects')}</p>;
	return (
		<div className="table-box" tabIndex={0} role="group" aria-label={t('plan.effects')}>
			<table className="plain-table effects-table">
				<thead>
					<tr>
						<th>{t('word.case')}</th>
						<th>{t('plan.effectsDeclared')}</th>
						<th>{t('plan.restore')}</th>
					</tr>
				</thead>
				<tbody>
					{touching.map((entry) => (
						<tr key={entry.key}>
							<td translate="no">{say(entry.title)}</td>
							<td>
								{effectsOf(entry.touches).map((effect) => (
									<EffectLine key={`${effect.kind} ${effect.what}`} {...effect} />
								))}
							</td>
							<td>
								<Restoring entry={entry} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function EffectLine({ kind, what }: { kind: Effect; what: string | null }) {
	const { t } = useText();
	if (kind === 'reboot' || kind === 'sleep') return <div>{t(`plan.effect.${kind}`)}</div>;
	return (
		<div>
			{t(`plan.effect.${kind}`)}
			{t('word.colon')}
			{what === null ? t('plan.effect.any') : <code translate="no">{what}</code>}
		</div>
	);
}

function Restoring({ entry: { touches, cleanup } }: { entry: Touching }) {
	const { t } = useText();
	if (cleanup.length === 0) {
		return leavesSomething(touches) ? (
			<span className="status-failed">{t('plan.noRestore')}</span>
		) : (
			<span className="muted">{t('plan.restoreNone')}</span>
		);
	}
	return cleanup.map((step, index) => <RestoringStep key={index} step={step} />);
}

function RestoringStep({ step }: { step: WrittenStep }) {
	const { t, say } = useText();
	if (step.kind === 'reboot') return <p>{t('plan.stepReboot')}</p>;
	if (step.kind !== 'manual') {
		return (
			<code className="argv" translate="no">
				{commandOf(step)}
			</code>
		);
	}
	return (
		<p>
			{t('plan.restoreByHand')}
			<span translate="no">{say(step.instructions)}</span>
		</p>
	);
}
