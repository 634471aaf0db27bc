import { z } from 'zod';
import { type ErrorAnswer, ShipeiError, toErrorAnswer } from './errors.ts';
import { type Handlers, METHODS, type MethodName } from './methods.ts';

export type Answer =
	| { readonly ok: true; readonly value: unknown }
	| { readonly ok: false; readonly error: ErrorAnswer };

/** The only place where untrusted input enters: look-up by own property, schema, call, answer. Never throws. */
export async function dispatch(handlers: Partial<Handlers>, name: string, input: unknown): Promise<Answer> {
	try {
		const method = knownMethod(handlers, name);
		const checked = checkedInput(method, input);
		const handler = handlers[method] as (input: unknown) => unknown;
		return { ok: true, value: await handler(checked) };
	} catch (error) {
		return { ok: false, error: toErrorAnswer(asShipeiError(error, name)) };
	}
}

function knownMethod(handlers: Partial<Handlers>, name: string): MethodName {
	if (Object.hasOwn(METHODS, name) && Object.hasOwn(handlers, name)) return name as MethodName;
	throw new ShipeiError('call.unknown-method', { method: name.slice(0, 100) });
}

function checkedInput(method: MethodName, input: unknown): unknown {
	const schema: z.core.$ZodType = METHODS[method].input;
	const parsed = z.safeParse(schema, input ?? {});
	if (parsed.success) return parsed.data;
	throw new ShipeiError('call.bad-input', { method, problems: z.prettifyError(parsed.error) });
}

function asShipeiError(error: unknown, method: string): ShipeiError {
	if (error instanceof ShipeiError) return error;
	const reason = error instanceof Error ? error.message : String(error);
	return new ShipeiError('call.unexpected', { method, reason }, { cause: error });
}
