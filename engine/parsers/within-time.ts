import { type Context, createContext, Script } from 'node:vm';

/** What a piece of work gave; null when it was stopped. */
export type InTime<Value> = { readonly value: Value } | null;

// V8 can stop running code only from outside; a vm script with a timeout is the way that needs no thread of ours.
let context: Context | undefined;
const script = new Script('work()');

/**
 * Does a piece of synchronous work, such as running a pattern of unknown origin, and stops it after so many
 * milliseconds wherever it is. What it throws is thrown on.
 */
export function withinTime<Value>(milliseconds: number, work: () => Value): InTime<Value> {
	context ??= createContext({ __proto__: null });
	const outer: unknown = context.work;
	context.work = work;
	try {
		return { value: script.runInContext(context, { timeout: milliseconds }) as Value };
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return null;
		throw error;
	} finally {
		context.work = outer;
	}
}
