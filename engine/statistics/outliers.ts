import { median } from './order.ts';
import { medianDeviation } from './summary.ts';

const LIMIT = 3.5;

/**
 * Positions of the values whose modified z-score |0.6745·(x − median)/MAD| is above 3.5. They are flagged, never
 * dropped. Where more than half of the values are equal the MAD is 0 and every other value stands out.
 */
export function outliers(values: readonly number[]): number[] {
	const centre = median(values);
	const spread = medianDeviation(values, centre);
	return values.flatMap((value, index) => (0.6745 * Math.abs(value - centre) > LIMIT * spread ? [index] : []));
}
