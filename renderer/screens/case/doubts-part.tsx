import { useCall } from '../../engine/use-call.ts';
import { useText } from '../../texts/use-text.ts';

/** Where somebody doubted the case itself: who, when and why. The result stays as it is. */
export function DoubtsPart({ run, caseKey }: { run: string; caseKey: string }) {
	const { t, format } = useText();
	const doubts = useCall('case.doubts', { run, key: caseKey }).data ?? [];
	if (doubts.length === 0) return null;
	return (
		<section className="panel" aria-label={t('case.doubts')}>
			<h2>{t('case.doubts')}</h2>
			<ul className="plain-rows">
				{doubts.map((doubt) => (
					<li key={doubt.on} className="break" translate="no">
						{doubt.reason}
						<p className="muted">
							{doubt.by} · {format.date(doubt.on)}
						</p>
					</li>
				))}
			</ul>
		</section>
	);
}
