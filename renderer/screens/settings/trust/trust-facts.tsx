import { useState } from 'react';
import type { Output } from '../../../../contract/methods.ts';
import { useText } from '../../../texts/use-text.ts';

export type Trust = NonNullable<Output<'trust.show'>>;

const DAY_MS = 24 * 3600 * 1000;
const TONE = { valid: 'bar note', expiring: 'bar', expired: 'bar bad' } as const;

/** The list in force: whether it is current, since when or until when, and what tells it from any other. */
export function TrustFacts({ trust, pinned }: { trust: Trust; pinned: string | null }) {
	const { t, format } = useText();
	const [now] = useState(Date.now);
	const { root, freshness, fingerprint } = trust;
	const days = Math.max(0, Math.ceil((Date.parse(root.expires) - now) / DAY_MS));
	return (
		<div className="panel stack">
			<div className={TONE[freshness]} role="status" data-freshness={freshness}>
				{t(`trust.state.${freshness}`, { on: format.date(root.expires), days })}
			</div>
			<dl className="pairs">
				<dt>{t('trust.version')}</dt>
				<dd>{root.version}</dd>
				<dt>{t('trust.issued')}</dt>
				<dd>{format.date(root.issuedOn)}</dd>
				<dt>{t('trust.expires')}</dt>
				<dd>{format.date(root.expires)}</dd>
				<dt>{t('trust.fingerprint')}</dt>
				<dd className="break" translate="no">
					<code>{fingerprint}</code>
				</dd>
				<dt>{t('trust.pinned')}</dt>
				<dd className="break">
					{pinned === null ? (
						t('word.none')
					) : pinned === fingerprint ? (
						t('trust.pinnedSame')
					) : (
						<>
							<code translate="no">{pinned}</code>
							{t('word.aside', { text: t('trust.pinnedBefore') })}
						</>
					)}
				</dd>
			</dl>
		</div>
	);
}
