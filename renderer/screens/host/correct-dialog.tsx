import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { PersonField } from '../../people/person-field.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';

/** Adds what a field really is, with who says so and why. */
export function CorrectDialog(props: { profile: string; field: string; name: string; onClose: () => void }) {
	const { t } = useText();
	const id = useId();
	const { person } = usePreferences();
	const [value, setValue] = useState('');
	const [by, setBy] = useState(person);
	const [reason, setReason] = useState('');
	const mayChange = useMayChange();
	const correct = useAction('host.correct', { refresh: ['host.corrections'] });
	const given = { value: value.trim(), by: by.trim(), reason: reason.trim() };
	const fields = [
		{ name: 'value', text: t('host.correctValue'), value, set: setValue },
		{ name: 'by', text: t('word.person'), value: by, set: setBy },
		{ name: 'reason', text: t('host.correctReason'), value: reason, set: setReason },
	] as const;
	return (
		<Modal
			open
			title={t('host.correctTitle', { field: props.name })}
			okText={t('action.save')}
			cancelText={t('action.cancel')}
			okButtonProps={{ disabled: !mayChange || Object.values(given).includes('') }}
			confirmLoading={correct.isPending}
			onCancel={props.onClose}
			onOk={() =>
				correct.mutate({ profile: props.profile, field: props.field, ...given }, { onSuccess: props.onClose })
			}
		>
			<div className="stack">
				<p className="muted">{t('host.correctHelp')}</p>
				{fields.map((field) => (
					<div key={field.name} className="field">
						<label htmlFor={`${id}-${field.name}`}>{field.text}</label>
						{field.name === 'by' ? (
							<PersonField id={`${id}-by`} as="operator" value={by} onChange={setBy} />
						) : (
							<Input
								id={`${id}-${field.name}`}
								autoFocus={field.name === 'value'}
								value={field.value}
								maxLength={500}
								onChange={(event) => field.set(event.target.value)}
							/>
						)}
					</div>
				))}
			</div>
		</Modal>
	);
}
