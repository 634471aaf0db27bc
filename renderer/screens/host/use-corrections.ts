import type { HostCorrection } from '../../../contract/methods/host-methods.ts';
import { useCall } from '../../engine/use-call.ts';
import type { HostRow } from './host-rows.ts';

export interface Corrections {
	/** The correction that counts for a field now; null when there is none, or the machine says something else since. */
	of(row: HostRow): HostCorrection | null;
	/** All corrections of a field, newest first. */
	all(row: HostRow): readonly HostCorrection[];
}

/** What people corrected about this machine. The detected values stay beside it. */
export function useCorrections(): Corrections {
	const list = useCall('host.corrections', {}).data ?? [];
	const all = (row: HostRow) => list.filter(({ field }) => field === row.path).reverse();
	return {
		all,
		of(row) {
			const [newest] = all(row);
			return newest !== undefined && same(newest.detected, row.field.value) ? newest : null;
		},
	};
}

function same(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
