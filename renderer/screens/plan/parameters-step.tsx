import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { SuiteDetail } from '../../../contract/suite.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { Failure, Waiting } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { ParameterField } from './parameter-field.tsx';
import type { PlanDraft, PlanStep } from './plan-draft.ts';

/** Step 3: a form made from the suites' parameters. A name that two suites use is written "suite.name". */
export function ParametersStep({ draft }: { draft: PlanDraft }) {
	const { client } = useEngine();
	const details = useQueries({
		queries: draft.suites.map((suite) => ({
			queryKey: ['suite.show', { suite }],
			queryFn: () => client.call('suite.show', { suite }),
		})),
	});
	const failed = details.find((query) => query.error !== null);
	if (failed !== undefined) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
	const suites = details.flatMap((query) => (query.data === undefined ? [] : [query.data]));
	if (suites.length < draft.suites.length) return <Waiting />;
	return <ParameterForm draft={draft} suites={suites} />;
}

function ParameterForm({ draft, suites }: { draft: PlanDraft; suites: readonly SuiteDetail[] }) {
	const { t, say } = useText();
	// Typed here, and put into the address a moment later: a box that follows the address would lose letters.
	const [params, setParams] = useState(draft.params);
	const later = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => () => clearTimeout(later.current), []);
	const nameOf = namesFor(suites);
	const set = (name: string, value: unknown) => {
		const next = { ...params };
		if (value === undefined) delete next[name];
		else next[name] = value;
		setParams(next);
		clearTimeout(later.current);
		later.current = setTimeout(() => draft.change({ params: next }), 400);
	};
	// What waits to be written knows only this step, and would lead back to it.
	const leaveFor = (step: PlanStep) => {
		clearTimeout(later.current);
		draft.change({ step, params });
	};
	const withParameters = suites.filter((suite) => suite.parameters.length > 0);
	return (
		<div className="stack plan-step">
			{withParameters.length === 0 && <p className="panel muted">{t('plan.noParams')}</p>}
			{withParameters.map((suite) => (
				<section key={suite.id} className="panel stack">
					<h2 translate="no">{say(suite.title)}</h2>
					{suite.parameters.map((parameter) => {
						const name = nameOf(suite.id, parameter.name);
						return (
							<ParameterField
								key={name}
								parameter={parameter}
								value={params[name]}
								onChange={(value) => set(name, value)}
							/>
						);
					})}
				</section>
			))}
			<div className="plan-foot no-print">
				<Button onClick={() => leaveFor('suites')}>{t('action.back')}</Button>
				<span className="strip-space" />
				<Button type="primary" onClick={() => leaveFor('dry')}>
					{t('plan.step.dry')}
				</Button>
			</div>
		</div>
	);
}

function namesFor(suites: readonly SuiteDetail[]): (suite: string, name: string) => string {
	return (suite, name) => {
		const users = suites.filter((other) => other.parameters.some((parameter) => parameter.name === name));
		return users.length > 1 ? `${suite}.${name}` : name;
	};
}
