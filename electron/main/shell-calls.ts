import { z } from 'zod';
import type { Answer } from '../../contract/dispatch.ts';
import { ShipeiError, toErrorAnswer } from '../../contract/errors.ts';
import { SHELL_METHODS, type ShellHandlers, type ShellMethodName } from '../../contract/shell.ts';

/** One call of the shell table, as checked as the engine's own: known name, schema, answer. Never throws. */
export async function dispatchShell(handlers: ShellHandlers, name: unknown, input: unknown): Promise<Answer> {
	const method = String(name).slice(0, 100);
	try {
		if (!Object.hasOwn(SHELL_METHODS, method)) throw new ShipeiError('call.unknown-method', { method });
		const parsed = SHELL_METHODS[method as ShellMethodName].input.safeParse(input ?? {});
		if (!parsed.success) throw new ShipeiError('call.bad-input', { method, problems: z.prettifyError(parsed.error) });
		const handler = handlers[method as ShellMethodName] as (input: unknown) => unknown;
		return { ok: true, value: await handler(parsed.data) };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const known = error instanceof ShipeiError ? error : new ShipeiError('call.unexpected', { method, reason });
		return { ok: false, error: toErrorAnswer(known) };
	}
}
