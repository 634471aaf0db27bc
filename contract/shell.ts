import { z } from 'zod';
import { method } from './methods/method.ts';

/**
 * What only a window can do: dialogs, the file manager, the screen, the key ring. The second small table, answered by
 * Electron's main process and never by the engine. In a browser the page does without, or in its own way.
 */
const filters = z.array(z.strictObject({ name: z.string(), extensions: z.array(z.string()) })).default([]);

export const SHELL_METHODS = {
	'shell.chooseFiles': method(
		z.strictObject({ title: z.string(), filters, many: z.boolean().default(false) }),
		z.array(z.string()),
	),
	'shell.chooseDirectory': method(z.strictObject({ title: z.string() }), z.string().nullable()),
	'shell.chooseSaveFile': method(z.strictObject({ title: z.string(), name: z.string() }), z.string().nullable()),
	/** Saves stored bytes where the person says, through the engine and not through the page; false: changed their mind. */
	'shell.saveEvidence': method(
		z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/u), name: z.string().min(1).max(400) }),
		z.boolean(),
	),
	/** Shows a file in the file manager. */
	'shell.reveal': method(z.strictObject({ file: z.string() }), z.null()),
	/** A picture of the whole screen, PNG. */
	'shell.captureScreen': method(
		z.strictObject({}),
		z.strictObject({ base64: z.string(), mediaType: z.literal('image/png') }),
	),
	'shell.print': method(z.strictObject({}), z.null()),
	'shell.notify': method(z.strictObject({ title: z.string(), body: z.string() }), z.null()),
	/** The display that the window is on, by a name that stays the same: the page keeps its zoom for each. */
	'shell.display': method(z.strictObject({}), z.string()),
	/** Percent. */
	'shell.zoom': method(z.strictObject({ percent: z.int().min(80).max(200) }), z.null()),
	/** Passphrases in the system's key ring; refused where the system offers none but plain text. */
	'shell.keepSecret': method(
		z.strictObject({ name: z.string(), secret: z.string() }),
		z.strictObject({ kept: z.boolean() }),
	),
	'shell.readSecret': method(z.strictObject({ name: z.string() }), z.string().nullable()),
} as const;

export type ShellMethodName = keyof typeof SHELL_METHODS;
export type ShellInput<Name extends ShellMethodName> = z.input<(typeof SHELL_METHODS)[Name]['input']>;
export type ShellChecked<Name extends ShellMethodName> = z.output<(typeof SHELL_METHODS)[Name]['input']>;
export type ShellOutput<Name extends ShellMethodName> = z.output<(typeof SHELL_METHODS)[Name]['output']>;

/** Main's side: one function for every row. */
export type ShellHandlers = {
	readonly [Name in ShellMethodName]: (input: ShellChecked<Name>) => Promise<ShellOutput<Name>> | ShellOutput<Name>;
};
