import { z } from 'zod';

/** One member of a score that counts: its ratio to the reference with the 95 % interval, and its weight. */
export const scoreInputSchema = z.strictObject({
	id: z.string(),
	weight: z.number().positive(),
	ratio: z.number().positive(),
	ci95: z.strictObject({ lo: z.number().positive(), hi: z.number().positive() }),
});
