import { useMemo } from 'react';
import type { Plan } from '../../../contract/plan.ts';
import { useCall } from '../../engine/use-call.ts';
import type { Times } from './remaining.ts';

/** What is known about the times of a plan's cases; null while it is being asked. */
export function useTimes(plan: Plan | undefined): Times | null {
	const suites = plan?.suites.map(({ id }) => id) ?? [];
	const learned = useCall('case.times', { suites }, { enabled: plan !== undefined }).data;
	return useMemo(() => {
		if (plan === undefined || learned === undefined) return null;
		const said = plan.cases.flatMap(({ key, estimatedSeconds: seconds }) =>
			seconds === null ? [] : [[key, seconds * 1000] as const],
		);
		return {
			expected: new Map([...said, ...learned.map(({ key, ms }) => [key, ms] as const)]),
			manual: new Set(
				plan.cases.filter(({ steps }) => steps.some(({ kind }) => kind === 'manual')).map(({ key }) => key),
			),
		};
	}, [plan, learned]);
}
