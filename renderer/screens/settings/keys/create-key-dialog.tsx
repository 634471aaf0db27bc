import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useAction } from '../../../engine/use-call.ts';
import { useText } from '../../../texts/use-text.ts';
import { KeyOwnerFields, useKeyOwner } from './key-owner-fields.tsx';
import { strengthOf } from './passphrase-strength.ts';
import './keys.css';

/** One identity: an SM2 and an Ed25519 key under one passphrase. */
export function CreateKeyDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
	const { t } = useText();
	const id = useId();
	const { owner, fields } = useKeyOwner();
	const [passphrase, setPassphrase] = useState('');
	const [again, setAgain] = useState('');
	const create = useAction('key.create', { refresh: ['key.list'] });
	const differs = passphrase !== again;
	const submit = () => {
		if (owner === null) return;
		create.mutate(
			{ owner, ...(passphrase === '' ? {} : { passphrase }) },
			{
				onSuccess: () => {
					setPassphrase('');
					setAgain('');
					onClose();
				},
			},
		);
	};
	return (
		<Modal
			open={open}
			title={t('keyring.createTitle')}
			okText={t('keyring.create')}
			cancelText={t('action.cancel')}
			okButtonProps={{ disabled: owner === null || differs }}
			confirmLoading={create.isPending}
			onOk={submit}
			onCancel={onClose}
		>
			<div className="stack">
				<KeyOwnerFields fields={fields} />
				<div className="field">
					<label htmlFor={`${id}-passphrase`}>{t('keyring.passphrase')}</label>
					<Input.Password
						id={`${id}-passphrase`}
						autoComplete="new-password"
						value={passphrase}
						onChange={(event) => setPassphrase(event.target.value)}
					/>
					<p className="muted">{t('keyring.passphraseHelp')}</p>
					{passphrase !== '' && <Strength passphrase={passphrase} />}
				</div>
				<div className="field">
					<label htmlFor={`${id}-again`}>{t('keyring.passphraseAgain')}</label>
					<Input.Password
						id={`${id}-again`}
						autoComplete="new-password"
						value={again}
						status={differs && again !== '' ? 'error' : ''}
						onChange={(event) => setAgain(event.target.value)}
					/>
					{differs && again !== '' && <p className="status-failed">{t('keyring.passphraseDiffers')}</p>}
				</div>
			</div>
		</Modal>
	);
}

/** In words; the bar beside them only repeats it. */
function Strength({ passphrase }: { passphrase: string }) {
	const { t } = useText();
	const strength = strengthOf(passphrase);
	return (
		<div className="strength" data-strength={strength}>
			<span className="strength-bar" aria-hidden="true" />
			<p role="status">{t('keyring.strength', { strength: t(`keyring.${strength}`) })}</p>
		</div>
	);
}
