import type { Comparison } from '../../contract/comparison.ts';
import type { HostProfile } from '../../contract/host.ts';
import { measurementSchema } from '../../contract/measurement.ts';
import type { Handlers } from '../../contract/methods.ts';
import { type ComparedRun, compareRuns } from '../statistics/index.ts';
import type { Store } from '../store/index.ts';
import { readProfile } from './host-calls.ts';

export function compareCalls(store: Store): Pick<Handlers, 'run.compare'> {
	return {
		'run.compare': ({ baseline, candidates }) => candidates.map((candidate) => compare(store, candidate, baseline)),
	};
}

function compare(store: Store, candidate: string, baseline: string): Comparison {
	return compareRuns(sideOf(store, candidate), sideOf(store, baseline));
}

function sideOf(store: Store, name: string): ComparedRun {
	const run = store.run(name);
	const measurements = run.cases
		.filter((entry) => entry.measurements > 0)
		.flatMap((entry) => store.case(run.id, entry.key).measurements.map((record) => measurementSchema.parse(record)));
	return { name: run.id, host: machineOf(readProfile(store, run.hostEvidence), run.hostEvidence), measurements };
}

// What tells one machine from another, where it can be read; else nothing does, and only the same profile is the same machine.
function machineOf(host: HostProfile, evidence: string): string {
	const marks = [
		host.board.systemSerial.value,
		host.board.boardSerial.value,
		...host.network.interfaces.filter((entry) => !entry.virtual).map((entry) => entry.mac.value),
	];
	const known = marks.filter((mark) => mark !== null);
	return known.length === 0 ? evidence : known.join(' ');
}
