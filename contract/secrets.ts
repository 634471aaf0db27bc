import type { PlannedCase } from './plan.ts';

const PLACEHOLDER = /\$\{secret\.([^}]+)\}/gu;

/** What stands in a plan for a secret parameter, whose value is never part of it. `name` is "suite/parameter". */
export function secretPlaceholder(name: string): string {
	return `\${secret.${name}}`;
}

/** The secret parameters, as "suite/parameter", that steps of these cases are filled with; cases that will not start need none. */
export function neededSecrets(cases: readonly PlannedCase[]): string[] {
	const runnable = cases.filter(({ missing }) => missing.length === 0);
	const found = [...JSON.stringify(runnable).matchAll(PLACEHOLDER)].map(([, name = '']) => name);
	return [...new Set(found)].sort();
}

/** A secret parameter as people name it: "suite.parameter". */
export function shownSecret(name: string): string {
	return name.replace('/', '.');
}

/** The value that was given for a secret, under "suite.parameter", or "parameter" where that is enough. */
export function givenSecret(name: string, given: Readonly<Record<string, string>>): string | undefined {
	const key = [shownSecret(name), name.slice(name.indexOf('/') + 1)].find((entry) => Object.hasOwn(given, entry));
	return key === undefined ? undefined : given[key];
}
