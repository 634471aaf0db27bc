import { resolve } from 'node:path';
import { ShipeiError } from '../../../contract/errors.ts';
import type { ManifestParameter } from '../manifest/parameter.ts';
import type { Manifest } from '../manifest/suite.ts';
import { nearest } from '../read/did-you-mean.ts';
import { parameterProblem, pathProblem } from './parameter-problem.ts';

/** Parameters as they were given: by name, or by "suite.name" where two suites share a name. */
export type GivenParams = Readonly<Record<string, unknown>>;

export interface SuiteParams {
	/** What expressions see; null where nothing was given and there is no default. Secrets are always null. */
	readonly values: Readonly<Record<string, unknown>>;
	/** Names that are required and were not given. */
	readonly missing: readonly string[];
}

/** The parameters of one suite: given, else default; texts of the command line are read as what they should be. */
export function suiteParams(manifest: Manifest, given: GivenParams): SuiteParams {
	const values: Record<string, unknown> = {};
	const missing: string[] = [];
	for (const [name, parameter] of Object.entries(manifest.params ?? {})) {
		const value = givenValue(manifest.id, name, given);
		if (value === undefined && isNeeded(parameter)) missing.push(name);
		const known = value === undefined ? defaultOf(parameter) : checked(name, parameter, value);
		values[name] = parameter.type === 'secret' ? null : known;
	}
	return { values, missing };
}

/** Refuses a parameter that no suite of the plan knows: a slip of the pen would silently run with the default. */
export function refuseUnknownParams(manifests: readonly Manifest[], given: GivenParams): void {
	const known = manifests.flatMap(({ id, params }) =>
		Object.keys(params ?? {}).flatMap((name) => [name, `${id}.${name}`]),
	);
	for (const name of Object.keys(given)) {
		if (known.includes(name)) continue;
		const shown = nearest(name, known) ?? (known.filter((entry) => !entry.includes('.')).join(', ') || '∅');
		throw new ShipeiError('suite.unknown-parameter', { name, known: shown });
	}
}

/** What was given for a suite's parameter, with "suite.name" before "name". */
export function givenValue(suite: string, name: string, given: GivenParams): unknown {
	const qualified = `${suite}.${name}`;
	return Object.hasOwn(given, qualified) ? given[qualified] : Object.hasOwn(given, name) ? given[name] : undefined;
}

function isNeeded(parameter: ManifestParameter): boolean {
	return parameter.required ?? false;
}

function defaultOf(parameter: ManifestParameter): unknown {
	return 'default' in parameter ? (parameter.default ?? null) : null;
}

function checked(name: string, parameter: ManifestParameter, given: unknown): unknown {
	const value =
		parameter.type === 'file' || parameter.type === 'directory' ? absolute(given) : fromText(parameter, given);
	const expected = parameterProblem(parameter, value) ?? pathProblem(parameter, value);
	if (expected === null) return value;
	const found = parameter.type === 'secret' ? '•••' : String(given);
	throw new ShipeiError('suite.bad-parameter', {
		name,
		expectedZh: expected.zh ?? '',
		expected: expected.en ?? '',
		found,
	});
}

function absolute(given: unknown): unknown {
	return typeof given === 'string' ? resolve(given) : given;
}

function fromText(parameter: ManifestParameter, given: unknown): unknown {
	if (typeof given !== 'string') return given;
	switch (parameter.type) {
		case 'integer':
		case 'number':
			return given.trim() === '' ? given : Number(given);
		case 'boolean':
			return given === 'true' ? true : given === 'false' ? false : given;
		case 'list':
			return given === '' ? [] : given.split(',').map((entry) => entry.trim());
		default:
			return given;
	}
}
