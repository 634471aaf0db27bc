import { Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import type { KeyOwner } from '../../../contract/key.ts';
import { useAction } from '../../engine/use-call.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';

const ROLES: readonly KeyOwner['role'][] = ['lab', 'vendor', 'user'];

/** One identity: an SM2 and an Ed25519 key under one passphrase. */
export function CreateKeyDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
	const { t } = useText();
	const id = useId();
	const preferences = usePreferences();
	const [orgName, setOrgName] = useState('');
	const [orgId, setOrgId] = useState('');
	const [person, setPerson] = useState(preferences.person);
	const [role, setRole] = useState<KeyOwner['role']>('lab');
	const [passphrase, setPassphrase] = useState('');
	const [again, setAgain] = useState('');
	const create = useAction('key.create', { refresh: ['key.list'] });
	const differs = passphrase !== again;
	const submit = () =>
		create.mutate(
			{
				owner: {
					orgName: orgName.trim(),
					role,
					...(orgId.trim() === '' ? {} : { orgId: orgId.trim() }),
					...(person.trim() === '' ? {} : { person: person.trim() }),
				},
				...(passphrase === '' ? {} : { passphrase }),
			},
			{
				onSuccess: () => {
					setPassphrase('');
					setAgain('');
					onClose();
				},
			},
		);
	return (
		<Modal
			open={open}
			title={t('keyring.createTitle')}
			okText={t('keyring.create')}
			cancelText={t('action.cancel')}
			okButtonProps={{ disabled: orgName.trim() === '' || differs }}
			confirmLoading={create.isPending}
			onOk={submit}
			onCancel={onClose}
		>
			<div className="stack">
				<div className="field">
					<label htmlFor={`${id}-org`}>{t('keyring.org')}</label>
					<Input id={`${id}-org`} value={orgName} onChange={(event) => setOrgName(event.target.value)} />
				</div>
				<div className="field">
					<label htmlFor={`${id}-orgId`}>{t('keyring.orgId')}</label>
					<Input id={`${id}-orgId`} value={orgId} onChange={(event) => setOrgId(event.target.value)} />
				</div>
				<div className="field">
					<label htmlFor={`${id}-person`}>{t('keyring.person')}</label>
					<Input id={`${id}-person`} value={person} onChange={(event) => setPerson(event.target.value)} />
				</div>
				<div className="field">
					<label htmlFor={`${id}-role`}>{t('keyring.role')}</label>
					<Select
						id={`${id}-role`}
						value={role}
						options={ROLES.map((value) => ({ value, label: t(`keyring.role.${value}`) }))}
						onChange={setRole}
					/>
				</div>
				<div className="field">
					<label htmlFor={`${id}-passphrase`}>{t('keyring.passphrase')}</label>
					<Input.Password
						id={`${id}-passphrase`}
						autoComplete="new-password"
						value={passphrase}
						onChange={(event) => setPassphrase(event.target.value)}
					/>
					<p className="muted">{t('keyring.passphraseHelp')}</p>
					{passphrase !== '' && (
						<p role="status">{t('keyring.strength', { strength: t(`keyring.${strengthOf(passphrase)}`) })}</p>
					)}
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

/** By length and kinds of characters: a hint for people, not a rule. */
function strengthOf(passphrase: string): 'weak' | 'fair' | 'strong' {
	const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/u, /[^\p{L}\d]/u, /\p{Script=Han}/u].filter((kind) =>
		kind.test(passphrase),
	).length;
	const points = [...passphrase].length + kinds * 2;
	return points < 14 ? 'weak' : points < 20 ? 'fair' : 'strong';
}
