import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { Output } from '../../../contract/methods.ts';
import type { RunSummary } from '../../../contract/run.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction, useCall } from '../../engine/use-call.ts';
import { StatusGlyph } from '../../status/status-glyph.tsx';
import { useText } from '../../texts/use-text.ts';
import { OpenReportLines, useOpenReports } from './open-reports.tsx';

/** What waits for something: a person, a review, or to be continued. */
export function UnfinishedWork({ runs }: { runs: readonly RunSummary[] }) {
	const { t } = useText();
	const reports = useOpenReports();
	const open = runs.filter((run) => run.state !== 'ended' && run.state !== 'planned');
	const asking = useCall('run.asking', {}).data ?? [];
	const openReports = reports === null ? 0 : reports.mine.length + reports.returned.length + reports.others;
	return (
		<section className="panel" aria-label={t('overview.unfinished')}>
			<h2>{t('overview.unfinished')}</h2>
			{open.length + openReports === 0 && <p className="muted">{t('overview.nothingUnfinished')}</p>}
			<ul className="plain-list">
				{asking.map((step) => (
					<AskingLine key={`${step.run} ${step.key} ${step.step}`} step={step} />
				))}
				{open.map((run) => (
					<RunLine key={run.id} run={run} />
				))}
				{reports !== null && <OpenReportLines open={reports} />}
			</ul>
		</section>
	);
}

/** A manual step, and what somebody typed for it already. */
function AskingLine({ step: { run, key, title } }: { step: Output<'run.asking'>[number] }) {
	const { t, say, format } = useText();
	const navigate = useNavigate();
	const draft = useCall('run.drafts', { run, key }).data?.at(-1);
	return (
		<li className="row spread">
			<span className="open-line">
				<StatusGlyph mark="asking" />
				<span>
					{t('overview.askingText', { title: say(title) })}
					{draft !== undefined && (
						<span className="muted">
							{' · '}
							{t('overview.draft', { on: format.date(draft.on) })} <span translate="no">{draft.by}</span>
						</span>
					)}
				</span>
			</span>
			<Button type="primary" onClick={() => void navigate(`/runs/${run}/manual?case=${encodeURIComponent(key)}`)}>
				{t(draft === undefined ? 'overview.answer' : 'overview.answerOn')}
			</Button>
		</li>
	);
}

function RunLine({ run }: { run: RunSummary }) {
	const { t, say, format } = useText();
	const navigate = useNavigate();
	const mayChange = useMayChange();
	const resume = useAction('run.resume', { refresh: ['run.list'] });
	return (
		<li className="row spread">
			<span className="open-line">
				<StatusGlyph mark={run.state === 'running' ? 'running' : run.state === 'paused' ? 'paused' : 'interrupted'} />
				<span>
					{t(textOf(run), { title: format.list(run.suites.map(({ title }) => say(title))) })}
					<span className="muted" translate="no">
						{run.product === null ? '' : ` · ${run.product.name} ${run.product.version}`}
					</span>
				</span>
			</span>
			<span className="row">
				{run.state !== 'running' && (
					<Button
						type="primary"
						disabled={!mayChange}
						onClick={() => resume.mutate({ run: run.id }, { onSuccess: () => void navigate(`/runs/${run.id}`) })}
					>
						{t('overview.continue')}
					</Button>
				)}
				<Button onClick={() => void navigate(`/runs/${run.id}`)}>{t('action.open')}</Button>
			</span>
		</li>
	);
}

function textOf(run: RunSummary) {
	if (run.state === 'running') return 'overview.runningText' as const;
	return run.state === 'paused' ? ('overview.pausedText' as const) : ('overview.interruptedText' as const);
}
