import { Tabs } from 'antd';
import { Link } from 'react-router';
import type { Attempt, CaseResult, StepResult } from '../../../contract/run.ts';
import { StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { logAddress } from '../log/log-screen.tsx';

/** Every try, newest first, with its steps, how each ended and what it wrote. */
export function AttemptsPart({ run, result }: { run: string; result: CaseResult }) {
	const { t } = useText();
	const attempts = [...result.attempts].reverse();
	if (attempts.length === 0) return null;
	return (
		<section className="panel" aria-label={t('case.steps')}>
			<h2>{t('case.steps')}</h2>
			{attempts.length === 1 && attempts[0] !== undefined ? (
				<Steps run={run} caseKey={result.key} attempt={attempts[0]} />
			) : (
				<Tabs
					items={attempts.map((attempt) => ({
						key: String(attempt.number),
						label: (
							<span className="row">
								{t('case.attempt', { number: attempt.number })}
								{attempt.status !== null && <StatusMark mark={attempt.status} plain />}
							</span>
						),
						children: <Steps run={run} caseKey={result.key} attempt={attempt} />,
					}))}
				/>
			)}
		</section>
	);
}

function Steps({ run, caseKey, attempt }: { run: string; caseKey: string; attempt: Attempt }) {
	const { t } = useText();
	return (
		<div className="table-box" tabIndex={0} role="group" aria-label={t('case.steps')}>
			<table className="plain-table steps-table">
				<thead>
					<tr>
						<th>{t('word.status')}</th>
						<th>{t('case.step')}</th>
						<th>{t('case.exit')}</th>
						<th>{t('word.duration')}</th>
						<th>{t('case.evidence')}</th>
					</tr>
				</thead>
				<tbody>
					{attempt.steps.map((step) => (
						<StepRow
							key={`${step.phase} ${step.index} ${step.startedOn}`}
							run={run}
							caseKey={caseKey}
							attempt={attempt.number}
							step={step}
						/>
					))}
				</tbody>
			</table>
		</div>
	);
}

function StepRow({ run, caseKey, attempt, step }: { run: string; caseKey: string; attempt: number; step: StepResult }) {
	const { t, say, format } = useText();
	return (
		<tr>
			<td>
				<StatusMark mark={step.status} plain />
				<div className="muted">
					{[
						...(step.phase === 'steps' ? [] : [t(`case.phase.${step.phase}`)]),
						...(step.user === 'root' ? [t('word.root')] : []),
					].join(' · ')}
				</div>
			</td>
			<td translate="no">
				<code>{step.argv.length === 0 ? step.kind : step.argv.join(' ')}</code>
				{step.reason !== undefined && <div className="muted">{say(step.reason.text)}</div>}
				{step.strays > 0 && <div className="muted">{t('case.strays', { count: step.strays })}</div>}
			</td>
			<td>{step.signal ?? step.exitCode ?? '—'}</td>
			<td>{format.duration(step.durationMs)}</td>
			<td>
				{step.evidence.map((piece) => (
					<div key={`${piece.name} ${piece.digest.sha256}`}>
						<Link to={logAddress(piece, { run, key: caseKey, attempt })} translate="no">
							{piece.name}
						</Link>{' '}
						<span className="muted" translate="no">
							{format.bytes(piece.size)}
						</span>
					</div>
				))}
			</td>
		</tr>
	);
}
