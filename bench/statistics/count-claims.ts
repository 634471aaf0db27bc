import type { Measurement } from '../../contract/measurement.ts';
import { compareRuns } from '../../engine/statistics/index.ts';

export interface Claims {
	/** Metric pairs that could be compared. */
	readonly pairs: number;
	/** Called better or worse. */
	readonly claims: number;
	/** Pairs about which a claim was allowed. */
	readonly undisturbed: number;
	readonly lines: readonly string[];
}

/** Compares every run with every earlier one, as `compare` does it: the false discovery rate is held over each pair of runs. */
export function countClaims(runs: readonly (readonly Measurement[])[]): Claims {
	const found = runs.flatMap((candidate, at) =>
		runs
			.slice(0, at)
			.flatMap((baseline, before) =>
				compareRuns(
					{ name: 'later', host: 'here', measurements: candidate },
					{ name: 'earlier', host: 'here', measurements: baseline },
				).metrics.map((metric) => ({ ...metric, runs: `runs ${before + 1} and ${at + 1}` })),
			),
	);
	const claims = found.filter(({ verdict }) => verdict === 'better' || verdict === 'worse');
	return {
		pairs: found.filter(({ verdict }) => verdict !== 'not-comparable').length,
		claims: claims.length,
		undisturbed: found.filter(({ q }) => q !== null).length,
		lines: claims.map(
			({ runs: pair, caseId, verdict, ratio, q, candidate }) =>
				`${pair}: ${caseId} ${verdict} ×${ratio?.toFixed(3)} q ${q?.toFixed(4)} grade ${candidate?.grade}`,
		),
	};
}
