import { bundleErrors } from './errors/bundle-errors.ts';
import { callErrors } from './errors/call-errors.ts';
import { compareErrors } from './errors/compare-errors.ts';
import { hostErrors } from './errors/host-errors.ts';
import { keyErrors } from './errors/key-errors.ts';
import { productErrors } from './errors/product-errors.ts';
import { reportErrors } from './errors/report-errors.ts';
import { runErrors } from './errors/run-errors.ts';
import { serverErrors } from './errors/server-errors.ts';
import { settingsErrors } from './errors/settings-errors.ts';
import { storeErrors } from './errors/store-errors.ts';
import { suiteErrors } from './errors/suite-errors.ts';
import type { ErrorEntry } from './errors/table.ts';
import { windowErrors } from './errors/window-errors.ts';
import type { Language } from './text.ts';

/** Every code that Shipei can answer with, beside its texts and exit code: the closed list. */
export const ERRORS = {
	...callErrors,
	...storeErrors,
	...settingsErrors,
	...hostErrors,
	...suiteErrors,
	...runErrors,
	...bundleErrors,
	...compareErrors,
	...keyErrors,
	...reportErrors,
	...productErrors,
	...windowErrors,
	...serverErrors,
} as const;

export type ErrorCode = keyof typeof ERRORS;
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** An error as plain data, as it crosses a boundary. `message` is the English text. */
export type ErrorAnswer = { readonly code: ErrorCode; readonly message: string; readonly details: ErrorDetails };

type NamedIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamedIn<Rest> : never;
type DetailsOf<Code extends ErrorCode> = ErrorDetails &
	Readonly<Record<NamedIn<(typeof ERRORS)[Code]['zh' | 'en']>, ErrorDetails[string]>>;
// What a text names must be given: no reader ever meets a bare “{directory}”.
type ErrorArguments = {
	[Code in ErrorCode]: Record<never, never> extends DetailsOf<Code>
		? [code: Code, details?: DetailsOf<Code>, options?: ErrorOptions]
		: [code: Code, details: DetailsOf<Code>, options?: ErrorOptions];
}[ErrorCode];

/** The one error class: a closed code, its details, the cause. Prose comes from the table, in either language. */
export class ShipeiError extends Error {
	override readonly name = 'ShipeiError';
	readonly code: ErrorCode;
	readonly details: ErrorDetails;

	constructor(...[code, details = {}, options]: ErrorArguments) {
		super(errorText(code, details, 'en'), options);
		this.code = code;
		this.details = details;
	}
}

/** The sentence for people that belongs to a code. */
export function errorText(code: ErrorCode, details: ErrorDetails, language: Language): string {
	return ERRORS[code][language].replace(/\{(\w+)\}/gu, (whole, name: string) =>
		Object.hasOwn(details, name) ? String(details[name]) : whole,
	);
}

/** The CLI's exit code for an error. */
export function exitCodeOf(code: ErrorCode): ErrorEntry['exit'] {
	return ERRORS[code].exit;
}

export function toErrorAnswer(error: ShipeiError): ErrorAnswer {
	return { code: error.code, message: error.message, details: error.details };
}

export function fromErrorAnswer(answer: ErrorAnswer): ShipeiError {
	// The other side made it by the same table.
	return new ShipeiError(...([answer.code, answer.details] as ErrorArguments));
}
