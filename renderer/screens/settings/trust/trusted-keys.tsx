import { useState } from 'react';
import type { TrustedKey, TrustRoot } from '../../../../contract/trust.ts';
import { useText } from '../../../texts/use-text.ts';
import { TrustTable } from './trust-table.tsx';

/** Whose keys count, for what and from when until when. */
export function TrustedKeys({ root }: { root: TrustRoot }) {
	const { t, format } = useText();
	const revoked = new Set(root.revoked.flatMap((entry) => entry.keyid ?? []));
	return (
		<TrustTable
			title={t('trust.keys')}
			heads={[t('keyring.owner'), t('trust.roles'), t('trust.scopes'), t('trust.valid'), t('keyring.fingerprint')]}
		>
			{root.keys.map((key) => (
				<tr key={key.keyid} data-keyid={key.keyid}>
					<td>
						<div translate="no">{[key.owner, key.person].filter(Boolean).join(' · ')}</div>
						{revoked.has(key.keyid) && <span className="chip chip-failed">{t('trust.revokedKey')}</span>}
						<Validity trusted={key} />
					</td>
					<td>{format.list(key.roles.map((role) => t(`trust.role.${role}`)))}</td>
					<td className="break" translate="no">
						{key.scopes.length === 0 ? t('word.all') : key.scopes.join(' ')}
					</td>
					<td>
						<div className="trust-day">{format.date(key.notBefore)} –</div>
						<div className="trust-day">{format.date(key.notAfter)}</div>
					</td>
					<td translate="no">
						<code className="break">{key.keyid}</code>
					</td>
				</tr>
			))}
		</TrustTable>
	);
}

/** Only what is not as one expects. */
function Validity({ trusted }: { trusted: TrustedKey }) {
	const { t } = useText();
	const [now] = useState(Date.now);
	if (now > Date.parse(trusted.notAfter)) return <span className="chip chip-warned">{t('trust.keyExpired')}</span>;
	if (now < Date.parse(trusted.notBefore)) return <span className="chip chip-warned">{t('trust.keyNotYet')}</span>;
	return null;
}
