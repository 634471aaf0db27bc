import type { ArrivalTimes } from '../../../contract/evidence.ts';
import { useCall } from '../../engine/use-call.ts';
import { type OutputPlace, timesOf } from '../../log/arrival-times.ts';

/** When the lines of a file came; null: not known; undefined: not asked, or the answer is on its way. */
export function useTimes(
	place: OutputPlace & { readonly run: string | null; readonly key: string | null },
	wanted: boolean,
): ArrivalTimes | null | undefined {
	const { run, key } = place;
	const named = run !== null && key !== null;
	const result = useCall('run.case', { run: run ?? '', key: key ?? '' }, { enabled: wanted && named });
	if (!wanted) return undefined;
	if (!named || result.isError) return null;
	return result.data === undefined ? undefined : timesOf(result.data, place);
}
