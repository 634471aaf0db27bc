import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { HostProfile } from '../../../contract/host.ts';
import type { RunSummary } from '../../../contract/run.ts';
import type { SuiteSummary } from '../../../contract/suite.ts';
import { useCall } from '../../engine/use-call.ts';
import { Screen } from '../../frame/screen.tsx';
import { NoisePanel } from '../../noise/noise-panel.tsx';
import { Shown } from '../../states/states.tsx';
import { markOfRun, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { hostHeadline } from '../host/host-headline.ts';
import { useVirtualLine } from '../host/use-virtual-line.ts';
import { FirstSteps } from './first-steps.tsx';
import { UnfinishedWork } from './unfinished-work.tsx';
import './overview.css';

/** What do I do next: unfinished work, this machine, the suites' readiness, the latest runs. */
export function OverviewScreen() {
	const { t } = useText();
	const navigate = useNavigate();
	const host = useCall('host.current', {});
	const runs = useCall('run.list', {});
	const suites = useCall('suite.list', {});
	return (
		<Screen
			title={t('overview.title')}
			actions={
				<Button type="primary" onClick={() => void navigate('/plan/new')}>
					{t('action.startTest')}
				</Button>
			}
		>
			<Shown query={host}>
				{(known) => (
					<Shown query={runs}>
						{(list) => (
							<div className="two-columns">
								<div className="stack">
									{list.length === 0 && <FirstSteps hostKnown={known !== null} />}
									{list.length > 0 && <UnfinishedWork runs={list} />}
									{list.length > 0 && <LatestRuns runs={list} />}
								</div>
								<div className="stack">
									{known !== null && <ThisMachine profile={known.profile} />}
									{known !== null && (
										<section className="panel stack" style={{ gap: 8 }}>
											<h2>{t('noise.title')}</h2>
											<NoisePanel idle={list.every((run) => run.state !== 'running')} />
										</section>
									)}
									<Shown query={suites}>{(installed) => <SuiteReadiness suites={installed} />}</Shown>
								</div>
							</div>
						)}
					</Shown>
				)}
			</Shown>
		</Screen>
	);
}

function ThisMachine({ profile }: { profile: HostProfile }) {
	const { t, format } = useText();
	const headline = hostHeadline(profile);
	const virtualLine = useVirtualLine(headline);
	const facts = [
		[t('host.group.cpu'), headline.cpu],
		[t('host.group.memory'), profile.memory.total.value === null ? null : format.bytes(profile.memory.total.value)],
		[t('host.group.os'), headline.os],
		[t('host.group.machine'), headline.machine],
	] as const;
	return (
		<section className="panel">
			<div className="row spread">
				<h2>{t('overview.host')}</h2>
				<Link to="/host">{t('overview.hostMore')}</Link>
			</div>
			<dl className="pairs">
				{facts.map(([name, value]) => (
					<div key={name} className="pairs-row">
						<dt>{name}</dt>
						<dd translate="no">{value ?? '—'}</dd>
					</div>
				))}
			</dl>
			{virtualLine !== null && <p className="muted overview-note">{virtualLine}</p>}
		</section>
	);
}

function SuiteReadiness({ suites }: { suites: readonly SuiteSummary[] }) {
	const { t, say } = useText();
	const missing = suites.filter((suite) => suite.missing > 0);
	return (
		<section className="panel">
			<div className="row spread">
				<h2>{t('overview.suites')}</h2>
				<Link to="/suites">{t('rail.suites')}</Link>
			</div>
			<p>{t('overview.suitesReady', { ready: suites.length - missing.length, total: suites.length })}</p>
			<ul className="plain-list">
				{missing.slice(0, 6).map((suite) => (
					<li key={suite.id}>
						<Link to={`/suites/${encodeURIComponent(suite.id)}`}>
							{t('overview.suitesMissing', { title: say(suite.title), count: suite.missing })}
						</Link>
					</li>
				))}
			</ul>
		</section>
	);
}

function LatestRuns({ runs }: { runs: readonly RunSummary[] }) {
	const { t, say, format } = useText();
	const latest = [...runs].sort((a, b) => b.plannedOn.localeCompare(a.plannedOn)).slice(0, 10);
	return (
		<section className="panel">
			<div className="row spread">
				<h2>{t('overview.lastRuns')}</h2>
				<Link to="/runs">{t('overview.allRuns')}</Link>
			</div>
			<ul className="plain-list latest-runs">
				{latest.map((run) => (
					<li key={run.id} className="latest-run">
						<StatusMark mark={markOfRun(run)} />
						<Link to={`/runs/${run.id}`} className="ellipsis" translate="no">
							{format.list(run.suites.map((suite) => say(suite.title)))}
							{run.product === null ? '' : ` · ${run.product.name} ${run.product.version}`}
						</Link>
						<span className="muted">{format.date(run.startedOn ?? run.plannedOn)}</span>
					</li>
				))}
			</ul>
		</section>
	);
}
