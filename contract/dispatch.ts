import { z } from 'zod';
import { type ErrorAnswer, ShipeiError, toErrorAnswer } from './errors.ts';
import type { Method } from './methods/method.ts';
import { type Handlers, type MethodName, methodOf } from './methods.ts';

export type Answer =
	| { readonly ok: true; readonly value: unknown }
	| { readonly ok: false; readonly error: ErrorAnswer };

/** The only place where untrusted input enters: look-up by own property, schema, call, answer. Never throws. */
export async function dispatch(handlers: Partial<Handlers>, name: string, input: unknown): Promise<Answer> {
	try {
		const method = await methodOf(name);
		if (method === undefined || !Object.hasOwn(handlers, name))
			throw new ShipeiError('call.unknown-method', { method: name.slice(0, 100) });
		const checked = checkedInput(method, name, input);
		const handler = handlers[name as MethodName] as (input: unknown) => unknown;
		return { ok: true, value: await handler(checked) };
	} catch (error) {
		return { ok: false, error: toErrorAnswer(asShipeiError(error, name)) };
	}
}

function checkedInput(method: Method, name: string, input: unknown): unknown {
	const parsed = z.safeParse(method.input, input ?? {});
	if (parsed.success) return parsed.data;
	throw new ShipeiError('call.bad-input', { method: name, problems: z.prettifyError(parsed.error) });
}

function asShipeiError(error: unknown, method: string): ShipeiError {
	if (error instanceof ShipeiError) return error;
	const reason = error instanceof Error ? error.message : String(error);
	return new ShipeiError('call.unexpected', { method, reason }, { cause: error });
}
