import type { Flag } from '../../../contract/measurement/flag.ts';
import { drifts, mannKendall, outliers, summarize } from '../../statistics/index.ts';
import { hostFlags, stateFlags } from './host-flags.ts';
import type { FlagFacts } from './series-context.ts';

/** Everything that makes these values of one metric less trustworthy: their own shape, the host's state, what happened. */
export function flagsOf(values: readonly number[], facts: FlagFacts): Flag[] {
	return [...shapeFlags(values), ...seriesFlags(facts), ...stateFlags(facts), ...hostFlags(facts)];
}

function shapeFlags(values: readonly number[]): Flag[] {
	if (values.length === 0) return [];
	const flags: Flag[] = [];
	const apart = values.length < 3 ? [] : outliers(values);
	if (apart.length > 0) flags.push({ code: 'outlier', detail: { count: apart.length } });
	if (drifts(values))
		flags.push({ code: 'drift', detail: mannKendall(values) as unknown as { tau: number; p: number } });
	if (summarize(values).grade === 'indicative') flags.push({ code: 'indicative', detail: { n: values.length } });
	return flags;
}

function seriesFlags({ records, context }: FlagFacts): Flag[] {
	const flags: Flag[] = [];
	const measured = records.filter((record) => record.kind === 'measured');
	const shortest = Math.min(...measured.filter((record) => record.valid).map((record) => record.durationMs));
	if (shortest < 100) flags.push({ code: 'short-repetition', detail: { milliseconds: shortest } });
	const accepted = measured.filter((record) => record.accepted !== undefined);
	if (accepted.length > 0) flags.push({ code: 'invalid-accepted', detail: { count: accepted.length } });
	const invalid = measured.filter((record) => !record.valid);
	if (invalid.length > 0) flags.push({ code: 'invalid-runs', detail: { count: invalid.length } });
	if (context.resumed) flags.push({ code: 'resumed' });
	return flags;
}
