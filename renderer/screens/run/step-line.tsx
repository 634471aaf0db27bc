import type { PlannedStep } from '../../../contract/plan.ts';
import { commandOf } from '../../effects/command-of.ts';
import { useCall } from '../../engine/use-call.ts';
import { useLive } from '../../live/live-feed.tsx';
import { joined } from '../../live/step-courses.ts';
import { useNow } from '../../live/use-now.ts';
import { StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { type StepRow, stepRows } from './step-rows.ts';

/** The steps of the running case as a time line: how long each takes of the time that it has. */
export function StepLine({ run, caseKey, attempt }: { run: string; caseKey: string; attempt: number }) {
	const { t } = useText();
	const planned = useCall('run.plan', { run }).data?.cases.find(({ key }) => key === caseKey);
	const earlier = useCall('run.steps', { run, key: caseKey, attempt }, { enabled: attempt > 0 }).data;
	const later = useLive((state) => state.steps[`${run} ${caseKey}`]);
	const now = useNow();
	if (planned === undefined) return null;
	return (
		<ol className="step-line" aria-label={t('run.steps')}>
			{stepRows(planned, joined(earlier ?? [], later ?? []), now).map((row) => (
				<Step key={row.key} row={row} />
			))}
		</ol>
	);
}

function Step({ row }: { row: StepRow }) {
	const { t } = useText();
	const { step, phase, state, elapsedMs, limitMs, round } = row;
	return (
		<li data-state={state}>
			<div className="step-head">
				<StatusMark mark={state} plain />
				<span className="ellipsis">
					{phase !== 'steps' && <span className="muted">{t(`case.phase.${phase}`)} </span>}
					<StepName step={step} />
				</span>
				<StepTime row={row} />
			</div>
			{elapsedMs !== null && limitMs !== null && (
				<progress value={Math.min(elapsedMs, limitMs)} max={limitMs} aria-hidden="true" />
			)}
			{round > 0 && <div className="muted">{t('run.measureCounter', { number: round })}</div>}
		</li>
	);
}

function StepName({ step }: { step: PlannedStep }) {
	const { t, say } = useText();
	if (step.title !== undefined) return <span translate="no">{say(step.title)}</span>;
	if (step.kind === 'manual') return <>{t('plan.stepManual', { count: step.expected.length })}</>;
	if (step.kind === 'reboot') return <>{t('plan.stepReboot')}</>;
	const command = commandOf(step);
	return (
		<code translate="no" title={command}>
			{command}
		</code>
	);
}

/** “3.2 s of 5 min”: as text too, and of what is over only the time that it took. */
function StepTime({ row: { state, elapsedMs, limitMs } }: { row: StepRow }) {
	const { t, format } = useText();
	const limit = limitMs === null ? '' : format.duration(limitMs);
	if (elapsedMs === null)
		return <span className="muted step-time">{limitMs === null ? '' : t('run.stepLimit', { limit })}</span>;
	const elapsed = format.duration(shortly(elapsedMs));
	const running = state === 'running' && limitMs !== null;
	return <span className="step-time">{running ? t('run.stepTime', { elapsed, limit }) : elapsed}</span>;
}

/** Tenths below ten seconds, then whole seconds: figures that nobody can read need not be drawn. */
function shortly(ms: number): number {
	const step = ms < 1000 ? 1 : ms < 10_000 ? 100 : 1000;
	return Math.floor(ms / step) * step;
}
