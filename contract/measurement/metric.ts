import { z } from 'zod';

export const directionSchema = z.enum(['higher', 'lower']);
/** Which way is better. */
export type Direction = z.infer<typeof directionSchema>;

/** What is measured. Ratio scale, positive values only; the unit is a UCUM text such as `By/s`, `ns`, `1/s`. */
export const metricSchema = z.strictObject({
	name: z.string().min(1),
	unit: z.string().min(1),
	direction: directionSchema,
});
