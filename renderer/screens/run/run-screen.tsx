import { useParams } from 'react-router';
import { fromErrorAnswer } from '../../../contract/errors.ts';
import type { RunDetail } from '../../../contract/run.ts';
import { useCall } from '../../engine/use-call.ts';
import { BackLink } from '../../frame/back-link.tsx';
import { Screen } from '../../frame/screen.tsx';
import { useLive } from '../../live/live-feed.tsx';
import { useErrorText } from '../../states/error-text.ts';
import { Shown } from '../../states/states.tsx';
import { StatusCounts } from '../../status/status-counts.tsx';
import { markOfRun, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { CaseList } from './case-list.tsx';
import { CurrentCase } from './current-case.tsx';
import { FailureList } from './failure-list.tsx';
import { RunActions } from './run-actions.tsx';
import { RunFacts } from './run-facts.tsx';
import { RunRemaining } from './run-remaining.tsx';
import './run.css';

/** A run, while it goes on and ever after: the same page. */
export function RunScreen() {
	const { id = '' } = useParams();
	const run = useCall('run.show', { run: id });
	return <Shown query={run}>{(detail) => <Run run={detail} />}</Shown>;
}

function Run({ run }: { run: RunDetail }) {
	const { t, say, format } = useText();
	const live = run.state === 'running' || run.state === 'paused';
	return (
		<Screen
			fill
			title={<span translate="no">{format.list(run.suites.map((suite) => say(suite.title)))}</span>}
			back={<BackLink to="/runs" text={t('runs.title')} />}
			note={
				<span className="row">
					<StatusMark mark={markOfRun(run)} />
					<code translate="no">{run.id}</code>
					{run.product !== null && <span translate="no">{`${run.product.name} ${run.product.version}`}</span>}
				</span>
			}
			actions={<RunActions run={run} />}
		>
			<div className="row spread">
				<StatusCounts cases={run.cases} />
				{run.state === 'running' && <RunRemaining run={run} />}
			</div>
			<RunBars run={run} />
			<div className="run-columns">
				<CaseList run={run} />
				<div className="run-side">
					{live && <CurrentCase run={run} />}
					<FailureList run={run} />
					<RunFacts run={run} />
				</div>
			</div>
		</Screen>
	);
}

function RunBars({ run }: { run: RunDetail }) {
	const { t } = useText();
	const asking = run.state !== 'interrupted' && run.cases.some((entry) => entry.state === 'asking');
	const failure = useLive((state) => state.failures[run.id]);
	const errorText = useErrorText();
	const resumed = run.cases.some((entry) => entry.status === 'interrupted') && run.state === 'running';
	return (
		<>
			{failure !== undefined && (
				<div className="bar bad" role="alert">
					{errorText(fromErrorAnswer(failure))}
				</div>
			)}
			{run.state === 'interrupted' && (
				<div className="bar bad" role="note">
					{t('run.interruptedBar')}
				</div>
			)}
			{run.state === 'paused' && (
				<div className="bar note" role="note">
					{t('run.pausedBar')}
				</div>
			)}
			{resumed && (
				<div className="bar note" role="note">
					{t('run.resumed')}
				</div>
			)}
			{asking && (
				<div className="bar note" role="note">
					{t('run.waitingForPerson')}
				</div>
			)}
		</>
	);
}
