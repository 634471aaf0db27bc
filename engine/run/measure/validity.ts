import type { Conditions } from '../../../contract/measurement/repetition.ts';
import type { InvalidReason } from '../../../contract/measurement/sample.ts';
import type { Repetition } from '../../../contract/plan.ts';

/**
 * From this share of all CPUs on, foreign programs spoil a repetition; from 5 % on they are only mentioned. The
 * distance keeps a desktop's ordinary background work from eating up the few repeats there are.
 */
const INTRUSION_PERCENT = 25;

/** A cause from outside that spoils a repetition although its process ended well; null when there is none. */
export function disturbanceOf(conditions: Conditions, hostLoad: Repetition['hostLoad']): InvalidReason | null {
	if (conditions.suspended === true) return 'suspended';
	if (conditions.throttled === true) return 'throttled';
	if (hostLoad !== 'any' && (conditions.foreign ?? 0) > INTRUSION_PERCENT) return 'host-busy';
	return null;
}
