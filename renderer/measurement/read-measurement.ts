import type { Measurement } from '../../contract/measurement.ts';

/** A stored measurement, or null when it is not one: a run of a newer version must not break the page. */
export function readMeasurement(value: unknown): Measurement | null {
	if (value === null || typeof value !== 'object') return null;
	const looksRight =
		'metric' in value && 'samples' in value && 'summary' in value && 'flags' in value && 'params' in value;
	return looksRight ? (value as Measurement) : null;
}
