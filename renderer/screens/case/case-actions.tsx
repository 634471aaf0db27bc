import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { CaseResult, RunDetail } from '../../../contract/run.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';

/** Run again (a new attempt), or pass with conditions (a person and a reason). */
export function CaseActions({ run, result }: { run: RunDetail; result: CaseResult }) {
	const { t, say } = useText();
	const { modal } = App.useApp();
	const { person } = usePreferences();
	const mayChange = useMayChange();
	const [waiving, setWaiving] = useState(false);
	const retry = useAction('run.retry', { refresh: ['run.show', 'run.case', 'run.list'] });
	const ended = result.state === 'ended';
	const ask = () =>
		modal.confirm({
			title: t('case.retryTitle', { title: say(result.title) }),
			content: t('case.retryText'),
			okText: t('case.retry'),
			cancelText: t('action.cancel'),
			onOk: () => retry.mutate({ run: run.id, key: result.key, by: person }),
		});
	useKeys({ r: () => void ask() }, { enabled: ended && mayChange });
	if (!ended) return null;
	const mayWaive = result.verdict === 'FAILED' && result.waiver === undefined;
	return (
		<>
			{mayWaive && (
				<Button disabled={!mayChange} onClick={() => setWaiving(true)}>
					{t('case.waive')}
				</Button>
			)}
			<Button type="primary" disabled={!mayChange} loading={retry.isPending} onClick={() => void ask()}>
				{t('case.retry')}
			</Button>
			<WaiveDialog open={waiving} run={run.id} caseKey={result.key} onClose={() => setWaiving(false)} />
		</>
	);
}

function WaiveDialog(props: { open: boolean; run: string; caseKey: string; onClose: () => void }) {
	const { t } = useText();
	const { person } = usePreferences();
	const [by, setBy] = useState(person);
	const [reason, setReason] = useState('');
	const waive = useAction('run.waive', { refresh: ['run.show', 'run.case', 'run.list'] });
	const ready = by.trim() !== '' && reason.trim() !== '';
	return (
		<Modal
			open={props.open}
			title={t('case.waive')}
			okText={t('action.save')}
			cancelText={t('action.cancel')}
			okButtonProps={{ disabled: !ready }}
			confirmLoading={waive.isPending}
			onCancel={props.onClose}
			onOk={() =>
				waive.mutate(
					{ run: props.run, key: props.caseKey, by: by.trim(), reason: reason.trim() },
					{ onSuccess: props.onClose },
				)
			}
		>
			<div className="stack">
				<p>{t('case.waiveText')}</p>
				<div className="field">
					<label htmlFor="waive-by">{t('case.waiveBy')}</label>
					<Input id="waive-by" value={by} onChange={(event) => setBy(event.target.value)} />
				</div>
				<div className="field">
					<label htmlFor="waive-reason">{t('case.waiveReason')}</label>
					<Input.TextArea
						id="waive-reason"
						rows={3}
						value={reason}
						onChange={(event) => setReason(event.target.value)}
					/>
				</div>
			</div>
		</Modal>
	);
}
