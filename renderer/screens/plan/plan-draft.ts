import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Input } from '../../../contract/methods.ts';

export const PLAN_STEPS = ['product', 'suites', 'params', 'dry'] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

/** What was chosen so far. It lives in the address: going back, reloading or sharing the link loses nothing. */
export interface PlanDraft {
	readonly step: PlanStep;
	readonly product: string | null;
	readonly suites: readonly string[];
	readonly params: Readonly<Record<string, unknown>>;
	readonly only: readonly string[];
	change(next: Partial<Pick<PlanDraft, 'step' | 'product' | 'suites' | 'params' | 'only'>>): void;
	readonly request: Input<'plan.make'>;
}

export function usePlanDraft(): PlanDraft {
	const [params, setParams] = useSearchParams();
	return useMemo(() => {
		const suites = list(params.get('suites'));
		const product = params.get('product');
		const only = list(params.get('only'));
		const values = readParams(params.get('params'));
		return {
			step: stepOf(params.get('step'), suites),
			product,
			suites,
			params: values,
			only,
			change(next) {
				setParams((before) => {
					const after = new URLSearchParams(before);
					if (next.step !== undefined) after.set('step', next.step);
					if (next.suites !== undefined) put(after, 'suites', next.suites.join(','));
					if (next.only !== undefined) put(after, 'only', next.only.join(','));
					if (next.product !== undefined) put(after, 'product', next.product ?? '');
					if (next.params !== undefined) {
						put(after, 'params', Object.keys(next.params).length === 0 ? '' : JSON.stringify(next.params));
					}
					return after;
				});
			},
			request: {
				suites: [...suites],
				params: { ...values },
				...(product === null ? {} : { product }),
				...(only.length === 0 ? {} : { only: [...only] }),
			},
		};
	}, [params, setParams]);
}

/** A link that names suites skips straight to their parameters. */
function stepOf(asked: string | null, suites: readonly string[]): PlanStep {
	const step = PLAN_STEPS.find((name) => name === asked);
	if (step !== undefined) return step;
	return suites.length === 0 ? 'product' : 'dry';
}

function list(text: string | null): string[] {
	return (text ?? '').split(',').filter((part) => part !== '');
}

function readParams(text: string | null): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(text ?? '{}');
		return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
	} catch {
		// A link that was cut short: start with the defaults.
		return {};
	}
}

function put(params: URLSearchParams, name: string, value: string): void {
	if (value === '') params.delete(name);
	else params.set(name, value);
}
