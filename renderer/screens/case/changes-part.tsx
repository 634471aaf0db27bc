import { Link } from 'react-router';
import type { HostProfile } from '../../../contract/host.ts';
import type { Plan } from '../../../contract/plan.ts';
import type { CaseResult, RunDetail } from '../../../contract/run.ts';
import { useCall } from '../../engine/use-call.ts';
import { useText } from '../../texts/use-text.ts';
import { hostDifferences } from '../host/host-differences.ts';
import { caseAddress } from '../run/case-list.tsx';
import { planDifferences } from './plan-differences.ts';

const SHOWN = 8;

/** For a case that did not pass: what is different from the last run in which it did. */
export function ChangesPart({ run, result }: { run: RunDetail; result: CaseResult }) {
	const { t, format } = useText();
	const history = useCall('case.history', { suite: result.suite, case: result.case, limit: 50 }).data;
	const passed = history?.find(
		(entry) => entry.key === result.key && entry.status === 'passed' && entry.plannedOn < run.plannedOn,
	);
	if (history === undefined) return null;
	return (
		<section className="panel stack" style={{ gap: 8 }} aria-label={t('case.changes')}>
			<h2>{t('case.changes')}</h2>
			{passed === undefined ? (
				<p className="muted">{t('case.neverPassed')}</p>
			) : (
				<>
					<p>
						{t('case.lastPassed')} <Link to={caseAddress(passed.run, result.key)}>{format.date(passed.plannedOn)}</Link>
					</p>
					<Changes before={passed.run} after={run} suite={result.suite} />
				</>
			)}
		</section>
	);
}

function Changes({ before, after, suite }: { before: string; after: RunDetail; suite: string }) {
	const earlier = useCall('run.show', { run: before }).data;
	const plans = [useCall('run.plan', { run: before }).data, useCall('run.plan', { run: after.id }).data] as const;
	const oldHost = useCall('host.show', { evidence: earlier?.hostEvidence ?? '' }, { enabled: earlier !== undefined });
	const newHost = useCall('host.show', { evidence: after.hostEvidence });
	const [oldPlan, newPlan] = plans;
	if (oldPlan === undefined || newPlan === undefined || oldHost.data === undefined || newHost.data === undefined)
		return null;
	return (
		<>
			<PlanChanges before={oldPlan} after={newPlan} suite={suite} />
			<HostChanges
				before={oldHost.data}
				after={newHost.data}
				evidence={[earlier?.hostEvidence ?? '', after.hostEvidence]}
			/>
		</>
	);
}

function PlanChanges({ before, after, suite }: { before: Plan; after: Plan; suite: string }) {
	const { t } = useText();
	const changes = planDifferences(before, after, suite);
	return (
		<ul className="plain-rows">
			{changes.map(({ what, name, from, to }) => (
				<li key={`${what} ${name}`}>
					{t(`case.changed.${what}`)} <span translate="no">{name}</span>
					{t('word.colon')}
					<code translate="no">{from}</code> → <code translate="no">{to}</code>
				</li>
			))}
			{changes.length === 0 && <li className="muted">{t('case.planSame')}</li>}
		</ul>
	);
}

function HostChanges(props: { before: HostProfile; after: HostProfile; evidence: readonly [string, string] }) {
	const { t, format } = useText();
	const differences = hostDifferences(props.before, props.after);
	const [a, b] = props.evidence;
	if (differences.length === 0) return <p className="muted">{t('case.hostSame')}</p>;
	const names = differences.map(({ row, path }) => (row.text === null ? path : t(row.text)));
	return (
		<p>
			{t('case.hostChanged', { count: differences.length })}
			<span translate="no">{format.list([...new Set(names)].slice(0, SHOWN))}</span>{' '}
			<Link to={`/host/diff?a=${a}&b=${b}`}>{t('case.hostDiff')}</Link>
		</p>
	);
}
