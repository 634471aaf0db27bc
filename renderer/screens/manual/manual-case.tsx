import type { Plan } from '../../../contract/plan.ts';
import type { CaseResult, CaseSummary, RunDetail } from '../../../contract/run.ts';
import { useCall } from '../../engine/use-call.ts';
import { Shown } from '../../states/states.tsx';
import { AnswerForm, type ManualStep } from './answer-form.tsx';

interface CaseProps {
	readonly run: RunDetail;
	readonly plan: Plan;
	readonly entry: CaseSummary;
	readonly onSaved: () => void;
	readonly onLater: () => void;
}

/** The manual step that a case waits for now. */
export function ManualCase(props: CaseProps) {
	const place = { run: props.run.id, key: props.entry.key };
	const result = useCall('run.case', place);
	const drafts = useCall('run.drafts', place);
	return (
		<Shown query={result}>
			{(found) => (
				<Shown query={drafts}>
					{(typed) => {
						const step = stepOf(props.plan, found);
						if (step === null) return null;
						const answers =
							typed.findLast((draft) => draft.step === step.id && draft.on >= sinceOf(found))?.answers ?? [];
						return <AnswerForm key={step.id} {...props} step={step} drafted={answers} />;
					}}
				</Shown>
			)}
		</Shown>
	);
}

/** The first manual step without an answer in the attempt that goes on; null when all of them are answered. */
function stepOf(plan: Plan, result: CaseResult): ManualStep | null {
	const since = sinceOf(result);
	const steps = plan.cases.find((planned) => planned.key === result.key)?.steps ?? [];
	const manual = steps.filter((step): step is ManualStep => step.kind === 'manual');
	return manual.find((step) => !result.answers.some((given) => given.step === step.id && given.on >= since)) ?? null;
}

/** When the attempt that goes on began: what was given before belongs to an earlier one. */
function sinceOf({ attempts }: CaseResult): string {
	return attempts.at(-1)?.startedOn ?? '';
}
