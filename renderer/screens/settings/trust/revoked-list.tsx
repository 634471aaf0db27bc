import type { Revocation, TrustedKey, TrustRoot } from '../../../../contract/trust.ts';
import { useText } from '../../../texts/use-text.ts';
import { revocationKey } from './revocation-key.ts';
import { TrustTable } from './trust-table.tsx';

/** What is void, since when and why, and whether somebody else may hold the key. */
export function RevokedList({ root }: { root: TrustRoot }) {
	const { t, format } = useText();
	if (root.revoked.length === 0) {
		return (
			<div className="panel">
				<h3>{t('trust.revoked')}</h3>
				<p className="muted">{t('trust.nothingRevoked')}</p>
			</div>
		);
	}
	return (
		<TrustTable
			title={t('trust.revoked')}
			heads={[t('trust.revokedWhat'), t('trust.since'), t('word.reason'), t('trust.compromised')]}
		>
			{root.revoked.map((entry) => (
				<tr key={revocationKey(entry)} data-revoked={revocationKey(entry)}>
					<td>
						<Revoked entry={entry} keys={root.keys} />
					</td>
					<td>{format.date(entry.since)}</td>
					<td className="break" translate="no">
						{entry.reason}
					</td>
					<td className={entry.compromised ? 'status-failed' : ''}>
						{t(entry.compromised ? 'trust.wasCompromised' : 'trust.notCompromised')}
					</td>
				</tr>
			))}
		</TrustTable>
	);
}

/** `keys`: those that it may be about, for the name of their owner. */
export function Revoked({ entry, keys }: { entry: Revocation; keys: readonly TrustedKey[] }) {
	const { t } = useText();
	const kind = entry.keyid !== undefined ? 'key' : entry.certSerial !== undefined ? 'certificate' : 'report';
	const owner = keys.find(({ keyid }) => keyid === entry.keyid);
	return (
		<>
			<span>
				{t(`trust.revoked.${kind}`)}{' '}
				<span translate="no">{owner === undefined ? '' : [owner.owner, owner.person].filter(Boolean).join(' · ')}</span>
			</span>
			<div>
				<code className="break" translate="no">
					{revocationKey(entry)}
				</code>
			</div>
		</>
	);
}
