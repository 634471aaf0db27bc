import type { Measurement } from '../../../contract/measurement.ts';

/** Smallest effect worth a word where a suite states nothing else. */
export const PRACTICAL = 0.03;

/**
 * Inside a virtual machine nobody sees what its neighbours do, and from one session to the next they do something else:
 * on such a host every metric can tell half as much as its suite states.
 */
const VIRTUAL = 2;
const LARGEST = 1;

/** The smallest difference that a measurement can tell from another session of it; undefined: the usual 3 %. */
export function resolutionOf({ metric, flags }: Measurement): number | undefined {
	const isVirtual = flags.some(({ code }) => code === 'virtual');
	return isVirtual ? Math.min(LARGEST, VIRTUAL * (metric.resolution ?? PRACTICAL)) : metric.resolution;
}
