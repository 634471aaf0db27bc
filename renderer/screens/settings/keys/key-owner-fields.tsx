import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import type { KeyOwner } from '../../../../contract/key.ts';
import { usePreferences } from '../../../preferences/use-preferences.ts';
import { useText } from '../../../texts/use-text.ts';

const ROLES: readonly KeyOwner['role'][] = ['lab', 'vendor', 'user'];

/** Whose key it is, as typed so far; `owner` is null while the organisation is missing. */
export function useKeyOwner() {
	const preferences = usePreferences();
	const [orgName, setOrgName] = useState('');
	const [orgId, setOrgId] = useState('');
	const [person, setPerson] = useState(preferences.person);
	const [role, setRole] = useState<KeyOwner['role']>('lab');
	const owner: KeyOwner | null =
		orgName.trim() === ''
			? null
			: {
					orgName: orgName.trim(),
					role,
					...(orgId.trim() === '' ? {} : { orgId: orgId.trim() }),
					...(person.trim() === '' ? {} : { person: person.trim() }),
				};
	return { owner, fields: { orgName, setOrgName, orgId, setOrgId, person, setPerson, role, setRole } };
}

export function KeyOwnerFields({ fields }: { fields: ReturnType<typeof useKeyOwner>['fields'] }) {
	const { t } = useText();
	const id = useId();
	return (
		<>
			<div className="field">
				<label htmlFor={`${id}-org`}>{t('keyring.org')}</label>
				<Input id={`${id}-org`} value={fields.orgName} onChange={(event) => fields.setOrgName(event.target.value)} />
			</div>
			<div className="field">
				<label htmlFor={`${id}-orgId`}>{t('keyring.orgId')}</label>
				<Input id={`${id}-orgId`} value={fields.orgId} onChange={(event) => fields.setOrgId(event.target.value)} />
			</div>
			<div className="field">
				<label htmlFor={`${id}-person`}>{t('keyring.person')}</label>
				<Input id={`${id}-person`} value={fields.person} onChange={(event) => fields.setPerson(event.target.value)} />
			</div>
			<div className="field">
				<label htmlFor={`${id}-role`}>{t('keyring.role')}</label>
				<Select
					id={`${id}-role`}
					value={fields.role}
					options={ROLES.map((value) => ({ value, label: t(`keyring.role.${value}`) }))}
					onChange={fields.setRole}
				/>
			</div>
		</>
	);
}
