import { z } from 'zod';
import { textSchema } from '../text.ts';

/** A step as a suite's author wrote it, by what it does: values that a plan fills in still stand there as `${…}`. */
export const writtenStepSchema = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('run'), argv: z.array(z.string()).min(1) }),
	z.strictObject({ kind: z.literal('script'), file: z.string(), args: z.array(z.string()) }),
	z.strictObject({ kind: z.literal('action'), action: z.string(), with: z.record(z.string(), z.unknown()) }),
	z.strictObject({ kind: z.literal('manual'), instructions: textSchema }),
	z.strictObject({ kind: z.literal('reboot') }),
]);
export type WrittenStep = z.infer<typeof writtenStepSchema>;
