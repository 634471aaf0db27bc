import type { Environment } from '../../../contract/measurement/environment.ts';
import type { RepetitionRecord } from '../../../contract/measurement/repetition.ts';
import type { SeriesContext } from './series-context.ts';

/** The conditions of a whole series: the state before, the worst seen during the valid repetitions, the state after. */
export function environmentOf(
	records: readonly RepetitionRecord[],
	{ before, after, quiet, probe }: SeriesContext,
): Environment {
	const counted = records.filter((record) => record.kind === 'measured' && record.valid);
	const worst = (pick: (conditions: RepetitionRecord['conditions']) => number | null) =>
		largest(counted.map((record) => pick(record.conditions)));
	return {
		governor: before.governor,
		boost: before.boost,
		load1: before.load1,
		psi: {
			cpu: worst(({ psi }) => psi.cpu) ?? before.psi.cpu,
			io: worst(({ psi }) => psi.io) ?? before.psi.io,
			memory: worst(({ psi }) => psi.memory) ?? before.psi.memory,
		},
		steal: worst((conditions) => conditions.steal),
		foreign: worst((conditions) => conditions.foreign),
		power: before.power,
		virt: before.virt,
		waitedSeconds: quiet.waitedMs / 1000,
		before,
		after,
		unknown: probe.unknown(before),
	};
}

function largest(values: readonly (number | null)[]): number | null {
	const known = values.filter((value) => value !== null);
	return known.length === 0 ? null : Math.max(...known);
}
