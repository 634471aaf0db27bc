import { z } from 'zod';
import { textSchema } from '../text.ts';

/** One line of the noise check before a benchmark: good, needs attention, or unknown because no sensor tells. */
export const noiseSchema = z.strictObject({
	code: z.string(),
	state: z.enum(['good', 'attention', 'unknown']),
	text: textSchema,
	/** What was seen, with its unit, for people; null when unknown. */
	value: z.string().nullable(),
});
export type Noise = z.infer<typeof noiseSchema>;
