import { foreignTargets, targetsOf } from '../../../contract/network-target.ts';
import type { Plan } from '../../../contract/plan.ts';
import { readSetting } from '../../../contract/settings.ts';
import { useCall } from '../../engine/use-call.ts';
import { useText } from '../../texts/use-text.ts';

/** What the laboratory lets its suites reach; until that is known, nothing. */
export function useAllowedTargets(): readonly string[] {
	return readSetting(useCall('settings.show', {}).data ?? {}, 'network.targets') ?? [];
}

/** Every host that the plan's cases say they reach, and in words whether the laboratory's list holds it. */
export function PlanNetworks({ plan }: { plan: Plan }) {
	const { t } = useText();
	const foreign = new Set(foreignTargets(plan, useAllowedTargets()));
	const targets = targetsOf(plan);
	if (targets.length === 0) return null;
	return (
		<section className="stack plan-networks" aria-label={t('plan.targets')}>
			<h2>{t('plan.targets')}</h2>
			<ul className="plain-list">
				{targets.map((target) => (
					<li key={target}>
						<code translate="no">{target}</code>{' '}
						{foreign.has(target) ? (
							<strong className="status-warned">{t('plan.targets.foreign')}</strong>
						) : (
							<span className="muted">{t('plan.targets.listed')}</span>
						)}
					</li>
				))}
			</ul>
			<p className="muted">{t('plan.targets.note')}</p>
		</section>
	);
}
