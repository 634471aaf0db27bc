import { useLive } from '../../live/live-feed.tsx';
import { useText } from '../../texts/use-text.ts';

/** Probes as they answer, each with its time. */
export function ProbeProgress() {
	const { t, format } = useText();
	const probes = useLive((state) => state.probes);
	return (
		<section className="panel" aria-live="off">
			<h2>{t('host.detecting')}</h2>
			<ul className="probes">
				{Object.entries(probes).map(([name, probe]) => (
					<li key={name}>
						<code translate="no">{name}</code>
						<span className="muted">
							{isState(probe.state) ? t(`host.probe.${probe.state}`) : probe.state} ·{' '}
							{format.duration(probe.durationMs)}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}

function isState(state: string): state is 'done' | 'timedOut' | 'failed' {
	return state === 'done' || state === 'timedOut' || state === 'failed';
}
