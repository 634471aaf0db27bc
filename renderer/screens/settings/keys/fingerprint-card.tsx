import { Modal } from 'antd';
import { createPortal } from 'react-dom';
import type { KnownKey } from '../../../../contract/key.ts';
import { useEngine } from '../../../engine/engine-context.ts';
import { useText } from '../../../texts/use-text.ts';
import { fingerprintGroups } from './fingerprint.ts';

/** The card as it will be printed. On paper there is nothing else. */
export function FingerprintDialog({ info, onClose }: { info: KnownKey; onClose: () => void }) {
	const { t } = useText();
	const { shell } = useEngine();
	return (
		<Modal
			open
			title={t('keyring.card')}
			okText={t('keyring.cardPrint')}
			cancelText={t('action.close')}
			onOk={() => shell.print()}
			onCancel={onClose}
		>
			{/* In the tab order: on a small screen it scrolls, and nothing in it could take the focus. */}
			<div className="stack" tabIndex={0} role="group" aria-label={t('keyring.cardTitle')}>
				<p className="muted">{t('keyring.cardHelp')}</p>
				<FingerprintCard info={info} />
			</div>
			{createPortal(
				<div className="fingerprint-sheet" aria-hidden="true">
					<FingerprintCard info={info} />
				</div>,
				document.body,
			)}
		</Modal>
	);
}

/** All that somebody needs to tell this key from any other; nothing of it is secret. */
function FingerprintCard({ info }: { info: KnownKey }) {
	const { t, format } = useText();
	const { owner, keyid } = info;
	const { kind, groups } = fingerprintGroups(keyid);
	return (
		<div className="fingerprint-card" data-keyid={keyid}>
			<p className="fingerprint-title">{t('keyring.cardTitle')}</p>
			<dl className="pairs">
				<dt>{t('keyring.owner')}</dt>
				<dd translate="no">{[owner.orgName, owner.orgId, owner.person].filter(Boolean).join(' · ')}</dd>
				<dt>{t('keyring.role')}</dt>
				<dd>{t(`keyring.role.${owner.role}`)}</dd>
				<dt>{t('keyring.suite')}</dt>
				<dd translate="no">{info.suite === 'sm2-sm3' ? 'SM2 / SM3' : 'Ed25519 / SHA-256'}</dd>
				<dt>{t('keyring.created')}</dt>
				<dd>{format.date(info.createdOn)}</dd>
			</dl>
			<p>{t('keyring.cardFingerprint', { kind: kind.toUpperCase() })}</p>
			<ol className="fingerprint-groups" translate="no">
				{groups.map((group, index) => (
					<li key={`${index} ${group}`}>
						<code>{group}</code>
					</li>
				))}
			</ol>
			<p>{t('keyring.keyid')}</p>
			<code className="break" translate="no">
				{keyid}
			</code>
			<div className="fingerprint-signing">
				<span>{t('keyring.cardComparedBy')}</span>
				<span>{t('keyring.cardComparedOn')}</span>
			</div>
		</div>
	);
}
