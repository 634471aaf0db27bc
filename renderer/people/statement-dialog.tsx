import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { usePreferences } from '../preferences/use-preferences.ts';
import { useText } from '../texts/use-text.ts';
import { PersonField } from './person-field.tsx';

/** What a person states about a thing: who, and why. `removal`: it takes something away. */
export function StatementDialog(props: {
	title: string;
	text: string;
	busy: boolean;
	removal?: boolean;
	onClose: () => void;
	onGiven: (given: { by: string; reason: string }) => void;
}) {
	const { t } = useText();
	const id = useId();
	const { person } = usePreferences();
	const [by, setBy] = useState(person);
	const [reason, setReason] = useState('');
	const given = { by: by.trim(), reason: reason.trim() };
	return (
		<Modal
			open
			title={props.title}
			okText={t(props.removal === true ? 'action.remove' : 'action.save')}
			cancelText={t('action.cancel')}
			okButtonProps={{ danger: props.removal === true, disabled: given.by === '' || given.reason === '' }}
			confirmLoading={props.busy}
			onCancel={props.onClose}
			onOk={() => props.onGiven(given)}
		>
			<div className="stack">
				<p>{props.text}</p>
				<div className="field">
					<label htmlFor={`${id}-by`}>{t('word.person')}</label>
					<PersonField id={`${id}-by`} as="operator" value={by} onChange={setBy} />
				</div>
				<div className="field">
					<label htmlFor={`${id}-reason`}>{t('word.reason')}</label>
					<Input.TextArea
						id={`${id}-reason`}
						autoFocus
						rows={3}
						value={reason}
						onChange={(event) => setReason(event.target.value)}
					/>
				</div>
			</div>
		</Modal>
	);
}
