import type { z } from 'zod';

/** One row of the method table: what goes in, what comes out. */
export interface Method<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
	readonly input: Input;
	readonly output: Output;
}

export function method<Input extends z.ZodType, Output extends z.ZodType>(
	input: Input,
	output: Output,
): Method<Input, Output> {
	return { input, output };
}
