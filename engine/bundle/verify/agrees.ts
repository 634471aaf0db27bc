/** Relative error that rounding may cause; the policy allows no more. */
const TOLERANCE = 1e-9;

/** Whether a recorded number is the recomputed one. */
export function agrees(recorded: number | null, expected: number | null): boolean {
	if (recorded === null || expected === null) return recorded === expected;
	return Math.abs(recorded - expected) <= TOLERANCE * Math.max(Math.abs(recorded), Math.abs(expected));
}
