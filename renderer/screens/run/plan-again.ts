import type { Plan } from '../../../contract/plan.ts';

/** The address of a new plan with the same suites, product and parameters; `only` narrows it to some cases. */
export function planAgain(plan: Plan, only: readonly string[] = []): string {
	const params = Object.assign(
		{},
		...Object.entries(plan.params).map(([suite, values]) => prefixed(suite, values, plan)),
	);
	const query = new URLSearchParams({ step: 'dry', suites: plan.suites.map((suite) => suite.id).join(',') });
	if (plan.product !== null) query.set('product', plan.product.id);
	if (only.length > 0) query.set('only', only.join(','));
	if (Object.keys(params).length > 0) query.set('params', JSON.stringify(params));
	return `/plan/new?${query.toString()}`;
}

/** With several suites every parameter is named by its suite: that is always unambiguous. */
function prefixed(suite: string, values: Readonly<Record<string, unknown>>, plan: Plan): Record<string, unknown> {
	if (plan.suites.length === 1) return { ...values };
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${suite}.${name}`, value]));
}
