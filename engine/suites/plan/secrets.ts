import type { Manifest } from '../manifest/suite.ts';
import { type GivenParams, givenValue } from './parameters.ts';

/** Values of secret parameters by "suite/name". They go to the runner's memory and nowhere else. */
export type Secrets = Readonly<Record<string, string>>;

export function readSecrets(manifests: readonly Manifest[], given: GivenParams): Secrets {
	const found = manifests.flatMap(({ id, params }) =>
		Object.entries(params ?? {}).flatMap(([name, { type }]) => {
			const value = type === 'secret' ? givenValue(id, name, given) : undefined;
			return value === undefined ? [] : [[`${id}/${name}`, String(value)] as const];
		}),
	);
	return Object.fromEntries(found);
}
