import { CaretRightOutlined, PauseOutlined, StopOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { RunDetail } from '../../../contract/run.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction, useCall } from '../../engine/use-call.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useLive } from '../../live/live-feed.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { didNotPass } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { planAgain } from './plan-again.ts';

/** Pause, continue, stop while it runs; again, only the failures, report when it is over. */
export function RunActions({ run }: { run: RunDetail }) {
	const { t } = useText();
	const navigate = useNavigate();
	const mayChange = useMayChange();
	const { person: by } = usePreferences();
	const pause = useAction('run.pause');
	const resume = useAction('run.resume');
	const cancel = useAction('run.cancel');
	const [stopping, setStopping] = useState(false);
	const over = run.state === 'ended' || run.state === 'interrupted';
	const known = useCall('run.plan', { run: run.id }, { enabled: over }).data;
	const plan = over ? known : undefined;
	// What broke off without a fact still reads as running.
	const failed = useLive((state) => state.failures[run.id]) !== undefined;
	const running = run.state === 'running' && !failed;
	const stopped = run.state === 'paused' || run.state === 'interrupted' || (run.state === 'running' && failed);
	const toggle = () => (running ? pause.mutate({ run: run.id, by }) : resume.mutate({ run: run.id, by }));
	useKeys({ Space: toggle }, { enabled: mayChange && (running || stopped) });
	const again = () => {
		if (plan !== undefined) void navigate(planAgain(plan));
	};
	useKeys({ r: again }, { enabled: plan !== undefined });
	// In a run that was broken off nobody can answer: it has to go on first.
	const asking = run.state !== 'interrupted' && run.cases.some((entry) => entry.state === 'asking');
	const bad = run.cases.filter(didNotPass);
	return (
		<>
			{asking && (
				<Button type="primary" onClick={() => void navigate(`/runs/${run.id}/manual`)}>
					{t('run.manual')}
				</Button>
			)}
			{(running || stopped) && (
				<Button
					disabled={!mayChange}
					type={stopped ? 'primary' : 'default'}
					loading={pause.isPending || resume.isPending}
					icon={running ? <PauseOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
					onClick={toggle}
				>
					{t(running ? 'run.pause' : 'run.continue')}
				</Button>
			)}
			{(running || stopped) && (
				<Button disabled={!mayChange} icon={<StopOutlined aria-hidden />} onClick={() => setStopping(true)}>
					{t('run.stop')}
				</Button>
			)}
			{plan !== undefined && bad.length > 0 && (
				<Button
					onClick={() =>
						void navigate(
							planAgain(
								plan,
								bad.map((entry) => entry.key),
							),
						)
					}
				>
					{t('run.againFailed')}
				</Button>
			)}
			{plan !== undefined && <Button onClick={again}>{t('run.again')}</Button>}
			{run.state === 'ended' && (
				<Button type="primary" onClick={() => void navigate(`/reports/draft/${run.id}`)}>
					{t('run.report')}
				</Button>
			)}
			<Modal
				open={stopping}
				title={t('run.stopTitle')}
				okText={t('run.stop')}
				cancelText={t('action.cancel')}
				okButtonProps={{ danger: true }}
				confirmLoading={cancel.isPending}
				onCancel={() => setStopping(false)}
				onOk={() => cancel.mutate({ run: run.id, by }, { onSettled: () => setStopping(false) })}
			>
				<p>{t('run.stopText')}</p>
			</Modal>
		</>
	);
}
