import { useSearchParams } from 'react-router';
import { useCall } from '../../engine/use-call.ts';
import { BackLink } from '../../frame/back-link.tsx';
import { Screen } from '../../frame/screen.tsx';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { HostDiff } from './host-diff.tsx';

/** Two detections of this machine, the earlier one first. */
export function HostDiffScreen() {
	const { t } = useText();
	const [params] = useSearchParams();
	const a = useCall('host.show', { evidence: params.get('a') ?? '' });
	const b = useCall('host.show', { evidence: params.get('b') ?? '' });
	return (
		<Screen title={t('host.diffTitle')} back={<BackLink to="/host" text={t('host.title')} />}>
			<Shown query={a}>
				{(one) => (
					<Shown query={b}>
						{(other) => {
							const [before, after] = one.detectedOn <= other.detectedOn ? [one, other] : [other, one];
							return (
								<section className="panel">
									<HostDiff
										before={before}
										after={after}
										beforeTitle={t('host.diffBefore')}
										afterTitle={t('host.diffAfter')}
									/>
								</section>
							);
						}}
					</Shown>
				)}
			</Shown>
		</Screen>
	);
}
