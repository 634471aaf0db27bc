import { FLAGS, type FlagCode } from '../../../contract/measurement/flag.ts';
import type { Measurement } from '../../../contract/measurement.ts';
import type { Text } from '../../../contract/text.ts';

/**
 * Flags that say the host, not the thing measured, moved the numbers. The interval covers scatter within one session
 * only, so a host that was busy in one session and quiet in the other would be called faster or slower.
 */
const DISTURBING: readonly FlagCode[] = [
	'load',
	'host-busy',
	'invalid-accepted',
	'drift',
	'throttled',
	'frequency-drop',
	'swap-in',
];
/** A little is normal on a virtual machine and is mentioned from 1 % on; this much decides results. */
const MOST_STEAL_PERCENT = 5;

/** Why a measurement allows no claim although it has numbers; null when it was undisturbed. */
export function disturbanceOf({ flags, environment }: Measurement): Text | null {
	const codes: FlagCode[] = flags.map(({ code }) => code).filter((code) => DISTURBING.includes(code));
	if ((environment.steal ?? 0) > MOST_STEAL_PERCENT) codes.push('steal');
	if (codes.length === 0) return null;
	return {
		zh: `测量时受到干扰（${codes.map((code) => FLAGS[code].zh).join('；')}），不下结论`,
		en: `measured on a disturbed host (${codes.map((code) => FLAGS[code].en).join('; ')}): no claim`,
	};
}
