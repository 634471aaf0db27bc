import { ShipeiError } from '../../../contract/errors.ts';
import { givenSecret, shownSecret } from '../../../contract/secrets.ts';

/** Values of secret parameters by "suite/name"; they are never stored. */
export type Secrets = Readonly<Record<string, string>>;

/** The needed ones out of parameters as people name them. */
export function secretsFrom(given: Readonly<Record<string, string>>, needed: readonly string[]): Secrets {
	return Object.fromEntries(
		needed.flatMap((secret) => {
			const value = givenSecret(secret, given);
			return value === undefined ? [] : [[secret, value]];
		}),
	);
}

/** A step with a hole instead of its password would fail the product wrongly. */
export function refuseMissingSecrets(run: string, needed: readonly string[], known: Secrets): void {
	const missing = needed.filter((name) => !Object.hasOwn(known, name));
	if (missing.length === 0) return;
	throw new ShipeiError('run.secrets-missing', { run, names: missing.map(shownSecret).join(', ') });
}
