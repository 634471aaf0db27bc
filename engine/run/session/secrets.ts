import { ShipeiError } from '../../../contract/errors.ts';
import type { Plan } from '../../../contract/plan.ts';

/** Values of secret parameters by "suite/name"; they are never stored. */
export type Secrets = Readonly<Record<string, string>>;

const PLACEHOLDER = /\$\{secret\.([^}]+)\}/gu;

/** The secret parameters, as "suite/name", that steps of these cases are filled with. */
export function secretsOf(cases: Plan['cases']): string[] {
	const runnable = cases.filter(({ missing }) => missing.length === 0);
	const found = [...JSON.stringify(runnable).matchAll(PLACEHOLDER)].map(([, name = '']) => name);
	return [...new Set(found)].sort();
}

/** The needed ones out of parameters as people name them: "suite.name", or "name" where it is enough. */
export function secretsFrom(given: Readonly<Record<string, string>>, needed: readonly string[]): Secrets {
	return Object.fromEntries(
		needed.flatMap((secret) => {
			const name = [secret.replace('/', '.'), secret.slice(secret.indexOf('/') + 1)].find((entry) =>
				Object.hasOwn(given, entry),
			);
			return name === undefined ? [] : [[secret, given[name] ?? '']];
		}),
	);
}

/** A step with a hole instead of its password would fail the product wrongly. */
export function refuseMissingSecrets(run: string, needed: readonly string[], known: Secrets): void {
	const missing = needed.filter((name) => !Object.hasOwn(known, name));
	if (missing.length === 0) return;
	throw new ShipeiError('run.secrets-missing', {
		run,
		names: missing.map((name) => name.replace('/', '.')).join(', '),
	});
}
