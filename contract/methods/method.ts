import type { z } from 'zod';

/** One row of the method table: what goes in, what comes out. */
export interface Method<
	Input extends z.core.$ZodType = z.core.$ZodType,
	Output extends z.core.$ZodType = z.core.$ZodType,
> {
	readonly input: Input;
	readonly output: Output;
}

export function method<Input extends z.core.$ZodType, Output extends z.core.$ZodType>(
	input: Input,
	output: Output,
): Method<Input, Output> {
	return { input, output };
}
