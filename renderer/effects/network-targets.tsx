import { foreignTargets, type Reaching, targetsOf } from '../../contract/network-target.ts';
import { readSetting } from '../../contract/settings.ts';
import { useCall } from '../engine/use-call.ts';
import { useText } from '../texts/use-text.ts';

/** What the laboratory lets its suites reach; until that is known, nothing. */
export function useAllowedTargets(): readonly string[] {
	return readSetting(useCall('settings.show', {}).data ?? {}, 'network.targets') ?? [];
}

/** Every host that the cases say they reach, and in words whether the laboratory's list holds it. */
export function NetworkTargets({ reaching }: { reaching: Reaching }) {
	const { t } = useText();
	const foreign = new Set(foreignTargets(reaching, useAllowedTargets()));
	const targets = targetsOf(reaching);
	if (targets.length === 0) return null;
	return (
		<section className="stack plan-networks" aria-label={t('plan.targets')}>
			<h2>{t('plan.targets')}</h2>
			<ul className="plain-rows">
				{targets.map((target) => (
					<li key={target}>
						<code translate="no">{target}</code> <Listed target={target} foreign={foreign.has(target)} />
					</li>
				))}
			</ul>
			<p className="muted">{t('plan.targets.note')}</p>
		</section>
	);
}

function Listed({ target, foreign }: { target: string; foreign: boolean }) {
	const { t } = useText();
	// Which host a parameter names is known when a plan is made, and no sooner.
	if (target.includes('${')) return <span className="muted">{t('plan.targets.later')}</span>;
	if (foreign) return <strong className="status-warned">{t('plan.targets.foreign')}</strong>;
	return <span className="muted">{t('plan.targets.listed')}</span>;
}
