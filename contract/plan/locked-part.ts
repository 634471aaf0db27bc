interface Estimated {
	readonly digest?: unknown;
	readonly estimatedSeconds?: unknown;
	readonly cases: readonly Readonly<Record<string, unknown>>[];
}

/**
 * What a plan's digest covers: everything but the digest itself and the estimates of time, which bind nobody and are
 * learned from earlier runs.
 */
export function lockedPart({ digest: _digest, estimatedSeconds: _estimate, cases, ...rest }: Estimated): object {
	return { ...rest, cases: cases.map(({ estimatedSeconds: _seconds, ...entry }) => entry) };
}
