import { App, Button, Input, Switch } from 'antd';
import { useId, useState } from 'react';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction, useCall } from '../../engine/use-call.ts';
import { readPeople } from '../../people/people.ts';
import { PersonField } from '../../people/person-field.tsx';
import { usePreferences, usePreferencesStore } from '../../preferences/use-preferences.ts';
import { useStorePart } from '../../state/store.ts';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { type Lab, readLab } from './lab-setting.ts';
import { MustOpen } from './must-open.tsx';
import { NumberingForm } from './numbering-form.tsx';
import { PeopleSettings } from './people-settings.tsx';

const FIELDS = ['name', 'address', 'phone'] as const;

/** The laboratory, for new reports; and who sits here. */
export function LabSettings() {
	const settings = useCall('settings.show', {});
	return (
		<Shown query={settings}>
			{(values) => (
				<>
					<LabForm lab={readLab(values['lab'])} />
					<PeopleSettings people={readPeople(values['people'])} />
					<NumberingForm rule={typeof values['report.numbering'] === 'string' ? values['report.numbering'] : ''} />
					<WitnessSwitch on={values['manual.witnessed'] === true} />
					<MustOpen count={typeof values['review.mustOpen'] === 'number' ? values['review.mustOpen'] : 0} />
				</>
			)}
		</Shown>
	);
}

function LabForm({ lab }: { lab: Lab }) {
	const { t } = useText();
	const id = useId();
	const { message } = App.useApp();
	const mayChange = useMayChange();
	const preferences = usePreferencesStore();
	const person = useStorePart(preferences, (value) => value.person);
	const [draft, setDraft] = useState(lab);
	const save = useAction('settings.change', { refresh: ['settings.show'] });
	const submit = () =>
		save.mutate(
			{ name: 'lab', value: draft, by: person },
			{ onSuccess: () => void message.success(t('settings.saved')) },
		);
	return (
		<>
			<div className="panel stack">
				<div className="field">
					<label htmlFor={`${id}-person`}>{t('settings.lab.person')}</label>
					<PersonField
						id={`${id}-person`}
						as="operator"
						value={person}
						onChange={(name) => preferences.change((before) => ({ ...before, person: name }))}
					/>
					<p className="muted">{t('settings.lab.personHelp')}</p>
				</div>
			</div>
			<div className="panel stack">
				<p className="muted">{t('settings.lab.help')}</p>
				{FIELDS.map((name) => (
					<div className="field" key={name}>
						<label htmlFor={`${id}-${name}`}>{t(`settings.lab.${name}`)}</label>
						<Input
							id={`${id}-${name}`}
							value={draft[name]}
							onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
						/>
					</div>
				))}
				<div className="field">
					<label htmlFor={`${id}-accreditations`}>{t('settings.lab.accreditations')}</label>
					<Input.TextArea
						id={`${id}-accreditations`}
						rows={3}
						value={draft.accreditations.join('\n')}
						onChange={(event) => setDraft({ ...draft, accreditations: event.target.value.split('\n') })}
					/>
				</div>
				<div>
					<Button type="primary" disabled={!mayChange} loading={save.isPending} onClick={submit}>
						{t('action.save')}
					</Button>
				</div>
			</div>
		</>
	);
}

/** A rule of the laboratory, for everybody who works on this data folder. */
function WitnessSwitch({ on }: { on: boolean }) {
	const { t } = useText();
	const id = useId();
	const mayChange = useMayChange();
	const { person } = usePreferences();
	const change = useAction('settings.change', { refresh: ['settings.show'] });
	return (
		<div className="panel field">
			<div className="row">
				<Switch
					id={id}
					checked={on}
					disabled={!mayChange}
					loading={change.isPending}
					onChange={(value) => change.mutate({ name: 'manual.witnessed', value, by: person })}
				/>
				<label htmlFor={id}>{t('settings.lab.witnessed')}</label>
			</div>
			<p className="muted">{t('settings.lab.witnessedHelp')}</p>
		</div>
	);
}
