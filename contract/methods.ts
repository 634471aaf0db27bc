import type { z } from 'zod';
import type { aboutMethods } from './methods/about-methods.ts';
import type { hostMethods } from './methods/host-methods.ts';
import type { keyMethods } from './methods/key-methods.ts';
import type { Method } from './methods/method.ts';
import type { reportMethods } from './methods/report-methods.ts';
import type { reviewMethods } from './methods/review-methods.ts';
import type { runMethods } from './methods/run-methods.ts';
import type { suiteMethods } from './methods/suite-methods.ts';
import type { trustMethods } from './methods/trust-methods.ts';

type Table = typeof aboutMethods &
	typeof hostMethods &
	typeof suiteMethods &
	typeof runMethods &
	typeof keyMethods &
	typeof reportMethods &
	typeof reviewMethods &
	typeof trustMethods;

/** Everything a host (CLI, window, browser) can ask of the engine: the one table. Rows are added, never renamed. */
export type MethodName = keyof Table;
/** As the caller writes it: what has a default may be left out. */
export type Input<Name extends MethodName> = z.input<Table[Name]['input']>;
/** As the engine receives it: checked, defaults filled in. */
export type Checked<Name extends MethodName> = z.output<Table[Name]['input']>;
export type Output<Name extends MethodName> = z.output<Table[Name]['output']>;

/** The engine's side: one function for every row. */
export type Handlers = {
	readonly [Name in MethodName]: (input: Checked<Name>) => Promise<Output<Name>> | Output<Name>;
};

type Part = Readonly<Record<string, Method>>;

const about = async (): Promise<Part> => (await import('./methods/about-methods.ts')).aboutMethods;
const host = async (): Promise<Part> => (await import('./methods/host-methods.ts')).hostMethods;
const suite = async (): Promise<Part> => (await import('./methods/suite-methods.ts')).suiteMethods;
const run = async (): Promise<Part> => (await import('./methods/run-methods.ts')).runMethods;
const key = async (): Promise<Part> => (await import('./methods/key-methods.ts')).keyMethods;
const report = async (): Promise<Part> => (await import('./methods/report-methods.ts')).reportMethods;
const review = async (): Promise<Part> => (await import('./methods/review-methods.ts')).reviewMethods;
const trust = async (): Promise<Part> => (await import('./methods/trust-methods.ts')).trustMethods;

/** Where a row lies, by the word before its dot. Loaded when asked for: `host detect` pays for its own rows alone. */
const PARTS: Readonly<Record<string, () => Promise<Part>>> = {
	about,
	audit: about,
	data: about,
	settings: about,
	host,
	suite,
	plan: suite,
	product: suite,
	run,
	case: run,
	evidence: run,
	key,
	report,
	bundle: report,
	review,
	trust,
};

/** The row of that name, or undefined where there is none. */
export async function methodOf(name: string): Promise<Method | undefined> {
	const [subject = ''] = name.split('.');
	if (!Object.hasOwn(PARTS, subject)) return undefined;
	const part = await PARTS[subject]?.();
	return part !== undefined && Object.hasOwn(part, name) ? part[name] : undefined;
}

/** The names of all rows. */
export async function methodNames(): Promise<readonly MethodName[]> {
	const parts = await Promise.all([...new Set(Object.values(PARTS))].map((load) => load()));
	return parts.flatMap((part) => Object.keys(part)) as MethodName[];
}
