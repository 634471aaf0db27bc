import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { PERSON_ROLES, type Person, withPerson } from '../../people/people.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';

/** Who works here, and as what: the names that fields for persons offer. */
export function PeopleSettings({ people }: { people: readonly Person[] }) {
	const { t } = useText();
	const id = useId();
	const mayChange = useMayChange();
	const { person: by } = usePreferences();
	const change = useAction('settings.change', { refresh: ['settings.show'] });
	const [name, setName] = useState('');
	const keep = (next: readonly Person[], onSuccess?: () => void) =>
		change.mutate({ name: 'people', value: next, by }, { onSuccess: () => onSuccess?.() });
	const add = () => keep(withPerson(people, { name: name.trim(), roles: ['operator'] }), () => setName(''));
	return (
		<div className="panel stack">
			<h3>{t('settings.people')}</h3>
			<p className="muted">{t('settings.peopleHelp')}</p>
			<ul className="plain-list">
				{people.map((person) => (
					<li key={person.name} className="row">
						<b className="people-name ellipsis" translate="no">
							{person.name}
						</b>
						{PERSON_ROLES.map((role) => (
							<Checkbox
								key={role}
								disabled={!mayChange}
								checked={person.roles.includes(role)}
								onChange={({ target }) => keep(withPerson(people, withRole(person, role, target.checked)))}
							>
								{t(`settings.people.${role}`)}
							</Checkbox>
						))}
						<Button
							size="small"
							disabled={!mayChange}
							aria-label={t('settings.people.remove', { name: person.name })}
							onClick={() => keep(people.filter((other) => other !== person))}
						>
							{t('action.remove')}
						</Button>
					</li>
				))}
			</ul>
			<div className="row">
				<label htmlFor={`${id}-name`}>{t('word.name')}</label>
				<Input
					id={`${id}-name`}
					style={{ width: 200 }}
					value={name}
					onChange={(event) => setName(event.target.value)}
					onPressEnter={() => name.trim() !== '' && mayChange && add()}
				/>
				<Button disabled={!mayChange || name.trim() === ''} loading={change.isPending} onClick={add}>
					{t('settings.people.add')}
				</Button>
			</div>
		</div>
	);
}

function withRole(person: Person, role: Person['roles'][number], has: boolean): Person {
	return { ...person, roles: PERSON_ROLES.filter((one) => (one === role ? has : person.roles.includes(one))) };
}
