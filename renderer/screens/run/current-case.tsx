import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { CaseSummary, RunDetail } from '../../../contract/run.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useLive } from '../../live/live-feed.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';
import { LiveOutput } from './live-output.tsx';
import { SampleStrip } from './sample-strip.tsx';
import { StepLine } from './step-line.tsx';

/** The case that runs now: its progress and what it writes. Nothing arrives, so nothing moves, while a repetition is measured. */
export function CurrentCase({ run }: { run: RunDetail }) {
	const { t, say } = useText();
	const entry = runningCase(run);
	const progress = useLive((state) => state.progress[`${run.id} ${entry?.key}`]);
	if (entry === undefined) return null;
	return (
		<section className="panel stack current-case" aria-label={t('run.now')}>
			<div className="row spread">
				<h2 className="ellipsis" translate="no">
					{say(entry.title)}
				</h2>
				<SkipCase run={run.id} entry={entry} />
			</div>
			{progress !== undefined && (
				<div>
					<span translate="no">{say(progress.text)}</span>{' '}
					<span className="muted">{t('run.measureCounter', { number: progress.done })}</span>
				</div>
			)}
			<SampleStrip run={run.id} caseKey={entry.key} attempt={entry.attempts} />
			<StepLine run={run.id} caseKey={entry.key} attempt={entry.attempts} />
			<LiveOutput run={run.id} caseKey={entry.key} />
		</section>
	);
}

/** The case that began last; while it waits for a person, or has ended, any other that goes on. */
function runningCase({ cases, current }: RunDetail): CaseSummary | undefined {
	const running = cases.filter(({ state }) => state === 'running');
	return running.find(({ key }) => key === current) ?? running[0];
}

function SkipCase({ run, entry }: { run: string; entry: CaseSummary }) {
	const { t, say } = useText();
	const { person } = usePreferences();
	const mayChange = useMayChange();
	const [asking, setAsking] = useState(false);
	const [reason, setReason] = useState('');
	const skip = useAction('run.skip');
	useKeys({ s: () => setAsking(true) }, { enabled: mayChange });
	return (
		<>
			<Button size="small" disabled={!mayChange} onClick={() => setAsking(true)}>
				{t('run.skip')}
			</Button>
			<Modal
				open={asking}
				title={t('run.skipTitle', { title: say(entry.title) })}
				okText={t('run.skip')}
				cancelText={t('action.cancel')}
				okButtonProps={{ disabled: reason.trim() === '' }}
				confirmLoading={skip.isPending}
				destroyOnHidden
				onCancel={() => setAsking(false)}
				onOk={() =>
					skip.mutate({ run, key: entry.key, by: person, reason: reason.trim() }, { onSuccess: () => setAsking(false) })
				}
			>
				<label htmlFor="skip-reason">{t('run.skipReason')}</label>
				<Input.TextArea
					id="skip-reason"
					autoFocus
					rows={3}
					value={reason}
					onChange={(event) => setReason(event.target.value)}
				/>
			</Modal>
		</>
	);
}
