import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { LONGEST_WAIT_SECONDS } from '../../../contract/measurement/longest-wait.ts';
import type { Plan } from '../../../contract/plan.ts';
import { useAllowedTargets } from '../../effects/network-targets.tsx';
import { useEngine, useMayChange } from '../../engine/engine-context.ts';
import { useAction, useCall } from '../../engine/use-call.ts';
import { saveText } from '../../list/save-text.ts';
import { NoisePanel } from '../../noise/noise-panel.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { timesOf } from '../run/remaining.ts';
import { ConfirmStart } from './confirm-start.tsx';
import { missingCsv, planCsv } from './plan-csv.ts';
import type { PlanDraft } from './plan-draft.ts';
import { PlanSuites } from './plan-suites.tsx';
import { EffectsTab, MissingTab, NotApplicableTab } from './plan-tabs.tsx';
import { RunTab } from './run-tab.tsx';

/** Step 4: everything that will happen, before anything happens. */
export function DryRunStep({ draft }: { draft: PlanDraft }) {
	const plan = useCall('plan.make', draft.request);
	return <Shown query={plan}>{(made) => <DryRun plan={made} draft={draft} />}</Shown>;
}

function DryRun({ plan, draft }: { plan: Plan; draft: PlanDraft }) {
	const { t } = useText();
	const { shell } = useEngine();
	const allowed = useAllowedTargets();
	const measures = plan.cases.some((entry) => entry.measure.length > 0);
	const idle = useCall('run.list', {}).data?.every((run) => run.state !== 'running') ?? false;
	const tab = (
		key: 'run' | 'notApplicable' | 'effects' | 'missing' | 'noise',
		count: number | null,
		children: React.ReactNode,
	) => ({
		key,
		label: count === null ? t(`plan.${key}`) : `${t(`plan.${key}`)} ${count}`,
		// On paper all of them follow each other, with every command: it is what somebody approves.
		forceRender: key !== 'noise',
		children: (
			<>
				<h2 className="print-only">{t(`plan.${key}`)}</h2>
				{children}
			</>
		),
	});
	return (
		<div className="stack plan-step">
			<p className="print-only">
				{t('plan.digest')} <code translate="no">{plan.digest}</code>
			</p>
			<PlanSuites plan={plan} />
			{plan.missing.length > 0 && (
				<div className="bar" role="note">
					{t('plan.missingBar', { count: plan.missing.length })}
				</div>
			)}
			<section className="panel plan-tabs">
				<div className="row plan-tools no-print">
					<Button size="small" onClick={() => saveText('plan.csv', planCsv(plan, allowed))}>
						{t('plan.exportCsv')}
					</Button>
					<Button size="small" onClick={() => shell.print()}>
						{t('plan.print')}
					</Button>
				</div>
				<Tabs
					items={[
						tab('run', plan.cases.length, <RunTab plan={plan} />),
						tab('notApplicable', plan.notApplicable.length, <NotApplicableTab plan={plan} />),
						tab('effects', null, <EffectsTab plan={plan} />),
						tab(
							'missing',
							plan.missing.length,
							<MissingTab plan={plan} onExport={() => saveText('missing.csv', missingCsv(plan))} />,
						),
						...(measures ? [tab('noise', null, <NoisePanel idle={idle} />)] : []),
					]}
				/>
			</section>
			<PlanFoot plan={plan} draft={draft} />
		</div>
	);
}

function PlanFoot({ plan, draft }: { plan: Plan; draft: PlanDraft }) {
	const { t } = useText();
	const { person } = usePreferences();
	const navigate = useNavigate();
	const mayChange = useMayChange();
	const [asking, setAsking] = useState(false);
	const start = useAction('run.start', { refresh: ['run.list'] });
	const steps = plan.cases.flatMap((entry) => entry.steps);
	const root = plan.cases.filter((entry) => entry.privilege?.user === 'root').length;
	const manual = plan.cases.filter((entry) => entry.steps.some((step) => step.kind === 'manual')).length;
	const reboots = steps.filter((step) => step.kind === 'reboot').length;
	const go = async (confirmedTargets: string[]) => {
		const { run } = await start.mutateAsync({
			...draft.request,
			planDigest: plan.digest,
			confirmedTargets,
			...(person === '' ? {} : { operator: { orgName: '', person, role: 'lab' as const } }),
		});
		void navigate(`/runs/${run}`);
	};
	return (
		<div className="plan-foot no-print">
			<Button onClick={() => draft.change({ step: 'params' })}>{t('action.back')}</Button>
			<div className="plan-facts">
				<PlanTime plan={plan} />
				{root > 0 && <span>{t('plan.footRoot', { count: root })}</span>}
				{manual > 0 && <span>{t('plan.footManual', { count: manual })}</span>}
				{reboots > 0 && <span>{t('plan.footReboot', { count: reboots })}</span>}
				<span className="muted plan-digest">
					{t('plan.digest')} <code translate="no">{plan.digest.slice(0, 16)}</code>
				</span>
				{plan.cases.length === 0 && <span>{t('plan.nothingToRun')}</span>}
			</div>
			<Button type="primary" disabled={!mayChange || plan.cases.length === 0} onClick={() => setAsking(true)}>
				{t('plan.start')}
			</Button>
			<ConfirmStart
				open={asking}
				plan={plan}
				busy={start.isPending}
				onCancel={() => setAsking(false)}
				onStart={(targets) => void go(targets).catch(() => setAsking(false))}
			/>
		</div>
	);
}

/**
 * How long it will take, learned from earlier runs where there are any, how many cases nobody knows, and what waiting for
 * a busy host may add.
 */
function PlanTime({ plan }: { plan: Plan }) {
	const { t, format } = useText();
	const times = timesOf(plan);
	const automatic = plan.cases.filter(({ key }) => !times.manual.has(key));
	const known = automatic.flatMap(({ key }) => times.expected.get(key) ?? []);
	const unknown = automatic.length - known.length;
	const waits = plan.cases.some(({ repetition }) => repetition?.mode === 'policy');
	return (
		<span>
			{known.length === 0
				? t('plan.footNoTime')
				: t('plan.footTime', { time: format.duration(known.reduce((sum, ms) => sum + ms, 0)) })}
			{known.length > 0 && unknown > 0 && ` · ${t('run.remainingNoHistory', { count: unknown })}`}
			{waits && ` · ${t('plan.footWait', { time: format.duration(1000 * LONGEST_WAIT_SECONDS) })}`}
		</span>
	);
}
