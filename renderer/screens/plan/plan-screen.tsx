import { Steps } from 'antd';
import { Screen } from '../../frame/screen.tsx';
import { useText } from '../../texts/use-text.ts';
import { DryRunStep } from './dry-run-step.tsx';
import { ParametersStep } from './parameters-step.tsx';
import { PLAN_STEPS, type PlanDraft, usePlanDraft } from './plan-draft.ts';
import { ProductStep } from './product-step.tsx';
import { SuitesStep } from './suites-step.tsx';
import './plan.css';

/** Four steps to a locked plan: product, suites, parameters, and the list of everything that will happen. */
export function PlanScreen() {
	const { t } = useText();
	const draft = usePlanDraft();
	return (
		<Screen title={t('plan.title')}>
			<Steps
				className="no-print"
				size="small"
				responsive={false}
				current={PLAN_STEPS.indexOf(draft.step)}
				onChange={(index) => {
					const step = PLAN_STEPS[index];
					if (step !== undefined && mayGo(draft, index)) draft.change({ step });
				}}
				items={PLAN_STEPS.map((step, index) => ({ title: t(`plan.step.${step}`), disabled: !mayGo(draft, index) }))}
			/>
			<PlanStepContent draft={draft} />
		</Screen>
	);
}

function PlanStepContent({ draft }: { draft: PlanDraft }) {
	switch (draft.step) {
		case 'product':
			return <ProductStep draft={draft} />;
		case 'suites':
			return <SuitesStep draft={draft} />;
		case 'params':
			return <ParametersStep draft={draft} />;
		case 'dry':
			return <DryRunStep draft={draft} />;
	}
}

function mayGo(draft: PlanDraft, index: number): boolean {
	return index < 2 || draft.suites.length > 0;
}
