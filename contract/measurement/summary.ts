import { z } from 'zod';

/**
 * How steady a measurement is, by the CI's half-width over the median: A ≤ 2 %, B ≤ 5 %, C ≤ 10 %, D worse (shown, but
 * never part of a score); `indicative` when fewer than five runs allow no claim at all.
 */
export const gradeSchema = z.enum(['A', 'B', 'C', 'D', 'indicative']);
export type Grade = z.infer<typeof gradeSchema>;

/** Interval for the median from two ordered samples; `coverage` is its exact probability (0.984375 for n = 7). */
export const intervalSchema = z.strictObject({
	lo: z.number(),
	hi: z.number(),
	coverage: z.number().min(0).max(1),
	method: z.literal('order-statistic'),
});
export type Interval = z.infer<typeof intervalSchema>;

export const summarySchema = z.strictObject({
	n: z.int().positive(),
	median: z.number().positive(),
	/** Median absolute deviation × 1.4826: estimates the standard deviation, untouched by outliers. */
	mad: z.number().nonnegative(),
	ci95: intervalSchema,
	min: z.number().positive(),
	max: z.number().positive(),
	mean: z.number().positive(),
	/** Standard deviation (n − 1) over the mean; null for a single run. */
	cv: z.number().nonnegative().nullable(),
	grade: gradeSchema,
});

export type Summary = z.infer<typeof summarySchema>;
