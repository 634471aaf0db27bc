import type { CaseResult } from '../../../contract/run.ts';
import { useText } from '../../texts/use-text.ts';

/** What changed on the machine from before to after, where the case asked. */
export function DeltaPart({ result }: { result: CaseResult }) {
	const { t } = useText();
	const delta = result.attempts.at(-1)?.delta;
	if (delta === null || delta === undefined || typeof delta !== 'object') return null;
	return (
		<section className="panel" aria-label={t('case.delta')}>
			<h2>{t('case.delta')}</h2>
			<dl className="pairs" translate="no">
				{Object.entries(delta).map(([name, value]) => (
					<div key={name} className="pairs-row">
						<dt>
							<code>{name}</code>
						</dt>
						<dd>
							<code>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</code>
						</dd>
					</div>
				))}
			</dl>
		</section>
	);
}
