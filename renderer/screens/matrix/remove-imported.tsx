import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { ReportResult } from '../../../contract/report-result.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { PersonField } from '../../people/person-field.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';

/** Takes a report of somebody else from the matrix again; who did it and why goes on record. */
export function RemoveImported({ result }: { result: ReportResult }) {
	const { t } = useText();
	const id = useId();
	const mayChange = useMayChange();
	const preferences = usePreferences();
	const [open, setOpen] = useState(false);
	const [by, setBy] = useState(preferences.person);
	const [reason, setReason] = useState('');
	const remove = useAction('report.remove', { refresh: ['report.results'] });
	const ready = by.trim() !== '' && reason.trim() !== '';
	return (
		<>
			<div>
				<Button size="small" disabled={!mayChange} onClick={() => setOpen(true)}>
					{t('matrix.remove')}
				</Button>
			</div>
			<Modal
				open={open}
				title={t('matrix.removeTitle')}
				okText={t('action.remove')}
				cancelText={t('action.cancel')}
				okButtonProps={{ danger: true, disabled: !ready }}
				confirmLoading={remove.isPending}
				onOk={() => remove.mutate({ report: result.reportId, by, reason }, { onSuccess: () => setOpen(false) })}
				onCancel={() => setOpen(false)}
			>
				<div className="stack">
					<p>{t('matrix.removeText', { name: result.imported?.name ?? '' })}</p>
					<div className="field">
						<label htmlFor={`${id}-by`}>{t('word.person')}</label>
						<PersonField id={`${id}-by`} as="operator" value={by} onChange={setBy} />
					</div>
					<div className="field">
						<label htmlFor={`${id}-reason`}>{t('word.reason')}</label>
						<Input id={`${id}-reason`} value={reason} onChange={(event) => setReason(event.target.value)} />
					</div>
				</div>
			</Modal>
		</>
	);
}
