import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { KnownKey } from '../../../../contract/key.ts';
import { useAction } from '../../../engine/use-call.ts';
import { saveText } from '../../../list/save-text.ts';
import { useErrorText } from '../../../states/error-text.ts';
import { useText } from '../../../texts/use-text.ts';
import { keyFileName } from './fingerprint.ts';

/** Hands out a copy of a private key, always under a passphrase that was proved right: one that nobody knows is no backup. */
export function BackUpKeyDialog({ info, onClose }: { info: KnownKey; onClose: () => void }) {
	const { t } = useText();
	const id = useId();
	const textOf = useErrorText();
	const [passphrase, setPassphrase] = useState('');
	const backUp = useAction('key.backUp', { refresh: ['key.list'], quiet: true });
	const submit = () =>
		backUp.mutate(
			{ keyid: info.keyid, passphrase },
			{
				onSuccess: ({ pem }) => {
					saveText(`${keyFileName(info.keyid)}.backup.pem`, pem, 'application/x-pem-file');
					onClose();
				},
			},
		);
	return (
		<Modal
			open
			title={t('keyring.backUpTitle')}
			okText={t('keyring.backUpSave')}
			cancelText={t('action.cancel')}
			okButtonProps={{ disabled: passphrase === '' }}
			confirmLoading={backUp.isPending}
			onOk={submit}
			onCancel={onClose}
		>
			<div className="stack">
				<p>{t('keyring.backUpText')}</p>
				{backUp.error !== null && (
					<p className="bar bad" role="alert" data-code={backUp.error.code}>
						{textOf(backUp.error)}
					</p>
				)}
				<div className="field">
					<label htmlFor={id}>{t('keyring.passphrase')}</label>
					<Input.Password
						id={id}
						autoComplete="off"
						value={passphrase}
						onChange={(event) => setPassphrase(event.target.value)}
						onPressEnter={() => passphrase !== '' && submit()}
					/>
					<p className="muted">{t('keyring.backUpPassphrase')}</p>
				</div>
			</div>
		</Modal>
	);
}
