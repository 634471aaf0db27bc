import { App, Button } from 'antd';
import { useState } from 'react';
import type { KnownKey } from '../../../../contract/key.ts';
import { useEngine, useMayChange } from '../../../engine/engine-context.ts';
import { useAction } from '../../../engine/use-call.ts';
import { saveText } from '../../../list/save-text.ts';
import { useErrorText } from '../../../states/error-text.ts';
import { useText } from '../../../texts/use-text.ts';
import { BackUpKeyDialog } from './back-up-key-dialog.tsx';
import { grouped, keyFileName } from './fingerprint.ts';
import { FingerprintDialog } from './fingerprint-card.tsx';

/** One key: whose it is, where it lies, what became of it, and what can be done with it. */
export function KeyCard({ info }: { info: KnownKey }) {
	const { t, format } = useText();
	const { modal, message } = App.useApp();
	const { client } = useEngine();
	const textOf = useErrorText();
	const mayChange = useMayChange();
	const [shown, setShown] = useState<'backup' | 'card' | null>(null);
	const retire = useAction('key.retire', { refresh: ['key.list'] });
	const exportKey = async () => {
		try {
			const { pem } = await client.call('key.exportPublic', { keyid: info.keyid });
			saveText(`${keyFileName(info.keyid)}.pem`, pem, 'application/x-pem-file');
		} catch (error) {
			void message.error(textOf(error), 8);
		}
	};
	const ask = () =>
		modal.confirm({
			title: t('keyring.retireTitle'),
			content: t('keyring.retireText'),
			okText: t('keyring.retire'),
			cancelText: t('action.cancel'),
			okButtonProps: { danger: true },
			onOk: () => retire.mutate({ keyid: info.keyid }),
		});
	return (
		<article className="panel stack" data-keyid={info.keyid}>
			<div className="row spread">
				<h3 translate="no">
					{info.suite === 'sm2-sm3' ? 'SM2 / SM3' : 'Ed25519'} · {info.owner.orgName} {info.owner.person}
				</h3>
				<span className="row">
					<span className="chip">{t(`keyring.role.${info.owner.role}`)}</span>
					{info.certified && <span className="chip">{t('keyring.certified')}</span>}
					<span className="chip">
						{info.retiredOn === null ? t('keyring.active') : t('keyring.retired', { on: format.date(info.retiredOn) })}
					</span>
				</span>
			</div>
			<dl className="pairs">
				<dt>{t('keyring.fingerprint')}</dt>
				<dd translate="no">
					<code>{grouped(info.keyid)}</code>
				</dd>
				<dt>{t('keyring.created')}</dt>
				<dd>{format.date(info.createdOn)}</dd>
				<dt>{t('keyring.lastUsed')}</dt>
				<dd>{info.lastUsedOn === null ? t('keyring.neverUsed') : format.date(info.lastUsedOn)}</dd>
				<dt>{t('keyring.backup')}</dt>
				<dd>
					{info.backedUpOn === null ? (
						<span className={info.retiredOn === null ? 'status-warned' : ''}>{t('keyring.notBackedUp')}</span>
					) : (
						format.date(info.backedUpOn)
					)}
				</dd>
				<dt>{t('word.file')}</dt>
				<dd className="break" translate="no">
					<code>{info.file}</code>
				</dd>
			</dl>
			<div className="row">
				<Button size="small" onClick={() => void exportKey()}>
					{t('keyring.export')}
				</Button>
				<Button size="small" onClick={() => setShown('card')}>
					{t('keyring.cardOpen')}
				</Button>
				<Button size="small" disabled={!mayChange} onClick={() => setShown('backup')}>
					{t('keyring.backUp')}
				</Button>
				{info.retiredOn === null && (
					<Button size="small" disabled={!mayChange} onClick={() => void ask()}>
						{t('keyring.retire')}
					</Button>
				)}
			</div>
			{shown === 'backup' && <BackUpKeyDialog info={info} onClose={() => setShown(null)} />}
			{shown === 'card' && <FingerprintDialog info={info} onClose={() => setShown(null)} />}
		</article>
	);
}
