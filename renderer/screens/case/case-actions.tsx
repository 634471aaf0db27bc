import { App, Button } from 'antd';
import { useState } from 'react';
import type { CaseResult, RunDetail } from '../../../contract/run.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { StatementDialog } from '../../people/statement-dialog.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';

/** Run again (a new attempt), pass with conditions, or doubt the case itself (each by a person, with a reason). */
export function CaseActions({ run, result }: { run: RunDetail; result: CaseResult }) {
	const { t, say } = useText();
	const { modal } = App.useApp();
	const { person } = usePreferences();
	const mayChange = useMayChange();
	const [open, setOpen] = useState<'waive' | 'doubt' | null>(null);
	const close = () => setOpen(null);
	const waive = useAction('run.waive', { refresh: ['run.show', 'run.case', 'run.list'] });
	const doubt = useAction('case.doubt', { refresh: ['case.doubts'] });
	const place = { run: run.id, key: result.key };
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
				<Button disabled={!mayChange} onClick={() => setOpen('waive')}>
					{t('case.waive')}
				</Button>
			)}
			<Button disabled={!mayChange} onClick={() => setOpen('doubt')}>
				{t('case.doubt')}
			</Button>
			<Button type="primary" disabled={!mayChange} loading={retry.isPending} onClick={() => void ask()}>
				{t('case.retry')}
			</Button>
			{open === 'waive' && (
				<StatementDialog
					title={t('case.waive')}
					text={t('case.waiveText')}
					busy={waive.isPending}
					onClose={close}
					onGiven={(given) => waive.mutate({ ...place, ...given }, { onSuccess: close })}
				/>
			)}
			{open === 'doubt' && (
				<StatementDialog
					title={t('case.doubt')}
					text={t('case.doubtText')}
					busy={doubt.isPending}
					onClose={close}
					onGiven={(given) => doubt.mutate({ ...place, ...given }, { onSuccess: close })}
				/>
			)}
		</>
	);
}
