import { useText } from '../../../texts/use-text.ts';
import type { Trust } from './trust-facts.tsx';
import { TrustTable } from './trust-table.tsx';

/** Who may change the list, and which of them signed this version. */
export function RootKeys({ trust: { root, signedBy } }: { trust: Trust }) {
	const { t } = useText();
	return (
		<TrustTable
			title={t('trust.rootKeys', { signed: signedBy.length, needed: root.threshold, count: root.rootKeys.length })}
			heads={[t('keyring.suite'), t('trust.signature'), t('keyring.fingerprint')]}
		>
			{root.rootKeys.map(({ keyid, suite }) => (
				<tr key={keyid} data-keyid={keyid}>
					<td translate="no">{suite === 'sm2-sm3' ? 'SM2 / SM3' : 'Ed25519'}</td>
					<td>
						{signedBy.includes(keyid) ? (
							<span className="chip chip-passed">{t('trust.hasSigned')}</span>
						) : (
							<span className="muted">{t('trust.hasNotSigned')}</span>
						)}
					</td>
					<td translate="no">
						<code className="break">{keyid}</code>
					</td>
				</tr>
			))}
		</TrustTable>
	);
}
