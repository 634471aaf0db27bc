import { Button, Input, Modal } from 'antd';
import { useId, useRef, useState } from 'react';
import { ShipeiError } from '../../../../contract/errors.ts';
import { useAction } from '../../../engine/use-call.ts';
import { useErrorText } from '../../../states/error-text.ts';
import { useText } from '../../../texts/use-text.ts';
import { KeyOwnerFields, useKeyOwner } from './key-owner-fields.tsx';

/** A private key is a few hundred bytes; what is larger is none and is not read. */
const LARGEST = 256 * 1024;
const NOT_A_KEY = new ShipeiError('key.not-a-key');

/** Takes in a private key that was made elsewhere. Its file is read by the page alone: no copy of it is left behind. */
export function ImportKeyDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
	const { t } = useText();
	const id = useId();
	const textOf = useErrorText();
	const { owner, fields } = useKeyOwner();
	const chooser = useRef<HTMLInputElement>(null);
	const [chosen, setChosen] = useState<{ name: string; pem: string } | null>(null);
	const [unread, setUnread] = useState<ShipeiError | null>(null);
	const [passphrase, setPassphrase] = useState('');
	const take = useAction('key.import', { refresh: ['key.list'], quiet: true });
	const forget = () => {
		setChosen(null);
		setUnread(null);
		setPassphrase('');
		take.reset();
	};
	const read = async (file: File | undefined) => {
		if (file === undefined) return;
		forget();
		const pem = file.size <= LARGEST ? await file.text() : '';
		if (pem.includes('PRIVATE KEY-----')) setChosen({ name: file.name, pem });
		else setUnread(NOT_A_KEY);
	};
	const close = () => {
		forget();
		onClose();
	};
	const submit = () => {
		if (owner === null || chosen === null) return;
		const secret = passphrase === '' ? {} : { passphrase };
		take.mutate({ pem: chosen.pem, owner, ...secret }, { onSuccess: close });
	};
	const error = unread ?? take.error;
	const encrypted = chosen?.pem.includes('BEGIN ENCRYPTED') ?? true;
	return (
		<Modal
			open={open}
			title={t('keyring.importTitle')}
			okText={t('keyring.importConfirm')}
			cancelText={t('action.cancel')}
			okButtonProps={{ disabled: owner === null || chosen === null || (encrypted && passphrase === '') }}
			confirmLoading={take.isPending}
			onOk={submit}
			onCancel={close}
		>
			<div className="stack">
				<p className="muted">{t('keyring.importHelp')}</p>
				<div className="row">
					<Button onClick={() => chooser.current?.click()}>{t('action.chooseFile')}</Button>
					<input
						ref={chooser}
						type="file"
						accept=".pem,.key,.p8"
						hidden
						tabIndex={-1}
						aria-hidden="true"
						onChange={(event) => {
							void read(event.target.files?.[0]);
							event.target.value = '';
						}}
					/>
					{chosen !== null && (
						<span className="break" translate="no">
							{chosen.name}
						</span>
					)}
				</div>
				{error !== null && (
					<p className="bar bad" role="alert" data-code={error.code}>
						{textOf(error)}
					</p>
				)}
				<div className="field">
					<label htmlFor={`${id}-passphrase`}>{t('keyring.passphrase')}</label>
					<Input.Password
						id={`${id}-passphrase`}
						autoComplete="off"
						value={passphrase}
						status={take.error?.code === 'key.wrong-passphrase' ? 'error' : ''}
						onChange={(event) => setPassphrase(event.target.value)}
					/>
					<p className="muted">{t(encrypted ? 'keyring.importPassphrase' : 'keyring.importPlain')}</p>
				</div>
				<KeyOwnerFields fields={fields} />
			</div>
		</Modal>
	);
}
