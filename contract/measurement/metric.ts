import { z } from 'zod';

export const directionSchema = z.enum(['higher', 'lower']);
/** Which way is better. */
export type Direction = z.infer<typeof directionSchema>;

/** Less than the 3 % of the policy would promise more than it does. */
export const resolutionSchema = z.number().min(0.03).max(1);

/** What is measured. Ratio scale, positive values only; the unit is a UCUM text such as `By/s`, `ns`, `1/s`. */
export const metricSchema = z.strictObject({
	name: z.string().min(1),
	unit: z.string().min(1),
	direction: directionSchema,
	/**
	 * Smallest relative difference that one session can tell from another: 0.1 is 10 %. What the machine does between two
	 * sessions (page placement, which processors are near, a hypervisor) moves this metric by less. Absent: the 3 % of the policy.
	 */
	resolution: resolutionSchema.optional(),
});
