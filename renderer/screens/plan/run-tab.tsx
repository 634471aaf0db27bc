import { commandsAt, type Plan, type PlannedCase, type PlannedStep } from '../../../contract/plan.ts';
import { commandOf } from '../../effects/command-of.ts';
import { useText } from '../../texts/use-text.ts';
import { instanceOf } from '../run/case-list.tsx';

/** Each case in order, with every command as it will be started. */
export function RunTab({ plan }: { plan: Plan }) {
	const { t } = useText();
	return (
		<div>
			<div className="plan-case plan-case-head muted" aria-hidden="true">
				<span>{t('plan.order')}</span>
				<span>{t('word.case')}</span>
				<span>{t('word.level')}</span>
				<span>{t('plan.user')}</span>
				<span>{t('plan.limit')}</span>
			</div>
			{plan.cases.map((entry, index) => (
				<PlannedCaseRow key={entry.key} entry={entry} order={index + 1} />
			))}
		</div>
	);
}

function PlannedCaseRow({ entry, order }: { entry: PlannedCase; order: number }) {
	const { t, say, format } = useText();
	const manual = entry.steps.some((step) => step.kind === 'manual');
	return (
		<details className="plan-case">
			<summary>
				<span className="muted">{order}</span>
				<span translate="no">
					{say(entry.title)} <span className="muted">{instanceOf(entry.key)}</span>
				</span>
				<span>{t(`level.${entry.level}`)}</span>
				<span className={entry.privilege?.user === 'root' ? 'status-warned' : ''}>
					{t(entry.privilege?.user === 'root' ? 'word.root' : manual ? 'suite.manual' : 'word.user')}
				</span>
				<span className="muted">{format.duration(entry.timeoutMs)}</span>
			</summary>
			<div className="plan-steps">
				<div className="muted">
					<code translate="no">{entry.key}</code> · {t('plan.network')}
					{t('word.colon')}
					{typeof entry.network === 'string'
						? t(`plan.network.${entry.network}`)
						: t('plan.network.lan', { hosts: entry.network.lan.join(' ') })}
				</div>
				{entry.privilege?.user === 'root' && (
					<div>
						{t('word.root')}
						{t('word.colon')}
						<span translate="no">{say(entry.privilege.reason)}</span>
					</div>
				)}
				{entry.missing.map((text) => (
					<div key={say(text)} className="status-warned" translate="no">
						{say(text)}
					</div>
				))}
				<StepList title={t('plan.steps')} steps={entry.steps} />
				<StepList title={t('plan.cleanup')} steps={entry.cleanup} />
				<StepList title={t('plan.onFail')} steps={entry.onFail} />
				{entry.bars.length > 0 && (
					<div>
						<strong>{t('plan.bars')}</strong>{' '}
						<code translate="no">
							{entry.bars
								.map((bar) =>
									[bar.metric, bar.must && `must ${bar.must}`, bar.should && `should ${bar.should}`]
										.filter(Boolean)
										.join(' '),
								)
								.join('; ')}
						</code>
					</div>
				)}
			</div>
		</details>
	);
}

function StepList({ title, steps }: { title: string; steps: readonly PlannedStep[] }) {
	const { t, say } = useText();
	if (steps.length === 0) return null;
	return (
		<div>
			<strong>{title}</strong>
			{steps.map((step) => (
				<div key={step.id}>
					{step.kind === 'manual' && <p>{t('plan.stepManual', { count: step.expected.length })}</p>}
					{step.kind === 'manual' && (
						<p className="muted" translate="no">
							{say(step.instructions)}
						</p>
					)}
					{step.kind === 'reboot' && <p>{t('plan.stepReboot')}</p>}
					{commandsAt(step).length > 0 && (
						<>
							<p>{t('plan.stepCommands')}</p>
							{commandsAt(step).map((command) => (
								<code key={command.id} className="argv" translate="no">
									{command.user === 'root' ? '# ' : '$ '}
									{commandOf(command)}
								</code>
							))}
						</>
					)}
					{step.kind !== 'manual' && step.kind !== 'reboot' && (
						<code className="argv" translate="no">
							{step.user === 'root' ? '# ' : '$ '}
							{commandOf(step)}
						</code>
					)}
				</div>
			))}
		</div>
	);
}
