import type { z } from 'zod';
import { aboutMethods } from './methods/about-methods.ts';
import { hostMethods } from './methods/host-methods.ts';
import { keyMethods } from './methods/key-methods.ts';
import { reportMethods } from './methods/report-methods.ts';
import { runMethods } from './methods/run-methods.ts';
import { suiteMethods } from './methods/suite-methods.ts';

/** Everything a host (CLI, window, browser) can ask of the engine: the one table. Rows are added, never renamed. */
export const METHODS = {
	...aboutMethods,
	...hostMethods,
	...suiteMethods,
	...runMethods,
	...keyMethods,
	...reportMethods,
} as const;

export type MethodName = keyof typeof METHODS;
/** As the caller writes it: what has a default may be left out. */
export type Input<Name extends MethodName> = z.input<(typeof METHODS)[Name]['input']>;
/** As the engine receives it: checked, defaults filled in. */
export type Checked<Name extends MethodName> = z.output<(typeof METHODS)[Name]['input']>;
export type Output<Name extends MethodName> = z.output<(typeof METHODS)[Name]['output']>;

/** The engine's side: one function for every row. */
export type Handlers = {
	readonly [Name in MethodName]: (input: Checked<Name>) => Promise<Output<Name>> | Output<Name>;
};
