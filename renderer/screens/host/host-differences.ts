import type { HostProfile } from '../../../contract/host.ts';
import { type HostRow, hostRows } from './host-rows.ts';

export interface HostDifference {
	readonly path: string;
	readonly before: HostRow | undefined;
	readonly after: HostRow | undefined;
	/** Whichever of the two is there. */
	readonly row: HostRow;
}

/** The fields whose values differ between two detections, in the order of the profile. */
export function hostDifferences(before: HostProfile, after: HostProfile): HostDifference[] {
	const old = new Map(hostRows(before).map((row) => [row.path, row]));
	const fresh = new Map(hostRows(after).map((row) => [row.path, row]));
	return [...new Map([...old, ...fresh])]
		.map(([path, row]) => ({ path, row, before: old.get(path), after: fresh.get(path) }))
		.filter((entry) => JSON.stringify(entry.before?.field.value) !== JSON.stringify(entry.after?.field.value));
}
