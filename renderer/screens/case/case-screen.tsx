import { App, Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import type { CaseResult, RunDetail } from '../../../contract/run.ts';
import { useCall } from '../../engine/use-call.ts';
import { BackLink } from '../../frame/back-link.tsx';
import { Screen } from '../../frame/screen.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { Shown } from '../../states/states.tsx';
import { didNotPass, markOfCase, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { logAddress } from '../log/log-screen.tsx';
import { caseAddress } from '../run/case-list.tsx';
import { AnswersPart } from './answers-part.tsx';
import { AttemptsPart } from './attempts-part.tsx';
import { CaseActions } from './case-actions.tsx';
import { ChangesPart } from './changes-part.tsx';
import { DeltaPart } from './delta-part.tsx';
import { DoubtsPart } from './doubts-part.tsx';
import { EvidenceExcerpt, tailOf } from './evidence-excerpt.tsx';
import { HistoryPart } from './history-part.tsx';
import { MeasurementsPart } from './measurements-part.tsx';
import { ReasonPart } from './reason-part.tsx';
import './case.css';

/** One case of a run: verdict, reason, evidence, then everything else, in this order. */
export function CaseScreen() {
	const { id = '', '*': key = '' } = useParams();
	const run = useCall('run.show', { run: id });
	const result = useCall('run.case', { run: id, key });
	return (
		<Shown query={run}>
			{(detail) => <Shown query={result}>{(found) => <Case run={detail} result={found} />}</Shown>}
		</Shown>
	);
}

function Case({ run, result }: { run: RunDetail; result: CaseResult }) {
	const { t, say } = useText();
	const decisive = result.reason?.decisive;
	const bad = didNotPass(result);
	const tail = decisive === undefined && bad ? tailOf(result) : null;
	return (
		<Screen
			title={<span translate="no">{say(result.title)}</span>}
			back={<BackLink to={`/runs/${run.id}`} text={t('case.run')} />}
			note={
				<span className="row">
					<StatusMark mark={markOfCase(result)} />
					<span>{t(`level.${result.level}`)}</span>
					{result.skip !== undefined && <span>{t(`skip.${result.skip}`)}</span>}
					<code translate="no">{result.key}</code>
				</span>
			}
			actions={
				<>
					<FailureWalk run={run} here={result.key} />
					<CaseActions run={run} result={result} />
				</>
			}
		>
			<CaseKeys run={run} result={result} />
			{result.status !== null && result.status !== 'passed' && <ReasonPart result={result} />}
			{decisive !== undefined && <EvidenceExcerpt run={run.id} result={result} decisive={decisive} />}
			{tail !== null && <EvidenceExcerpt run={run.id} result={result} decisive={tail} tail />}
			{bad && <ChangesPart run={run} result={result} />}
			<AnswersPart result={result} />
			<MeasurementsPart result={result} />
			<AttemptsPart run={run.id} result={result} />
			<DeltaPart result={result} />
			<DoubtsPart run={run.id} caseKey={result.key} />
			<HistoryPart run={run.id} result={result} />
		</Screen>
	);
}

function CaseKeys({ run, result }: { run: RunDetail; result: CaseResult }) {
	const { t, say } = useText();
	const { message } = App.useApp();
	const navigate = useNavigate();
	const attempt = result.attempts.at(-1);
	const first = attempt?.steps.flatMap((step) => step.evidence)[0];
	const openLog = () => {
		if (first !== undefined)
			void navigate(logAddress(first, { run: run.id, key: result.key, attempt: attempt?.number }));
	};
	useKeys({
		c: () => {
			if (result.reason === undefined) return;
			void navigator.clipboard.writeText(say(result.reason.text)).then(() => message.success(t('action.copied')));
		},
		l: openLog,
		e: openLog,
		Escape: () => void navigate(`/runs/${run.id}`),
	});
	return null;
}

/** n and p, and their buttons: from failure to failure. */
function FailureWalk({ run, here }: { run: RunDetail; here: string }) {
	const { t } = useText();
	const navigate = useNavigate();
	const bad = run.cases.filter(didNotPass);
	const order = run.cases.findIndex((entry) => entry.key === here);
	const indexOf = (key: string) => run.cases.findIndex((entry) => entry.key === key);
	const next = bad.find((entry) => indexOf(entry.key) > order);
	const previous = bad.findLast((entry) => indexOf(entry.key) < order);
	const go = (entry: (typeof bad)[number] | undefined) => {
		if (entry !== undefined) void navigate(caseAddress(run.id, entry.key));
	};
	useKeys({ n: () => go(next), p: () => go(previous) });
	if (bad.length === 0) return null;
	return (
		<>
			<Button disabled={previous === undefined} onClick={() => go(previous)}>
				{t('case.previous')}
			</Button>
			<Button disabled={next === undefined} onClick={() => go(next)}>
				{t('case.next')}
			</Button>
		</>
	);
}
