import { repetitionRecordSchema } from '../../contract/measurement/repetition.ts';
import type { Output } from '../../contract/methods.ts';
import type { Store } from '../store/index.ts';

/** What the measured repetitions of an attempt gave; a record of a newer version that cannot be read here is left out. */
export function runSamples(store: Store, run: string, key: string, attempt: number): Output<'run.samples'> {
	return store.samples(run, key, attempt).flatMap(({ sample }) => {
		const read = repetitionRecordSchema.safeParse(sample);
		if (!read.success || read.data.kind !== 'measured') return [];
		const { startedOn, values, valid } = read.data;
		return [{ startedOn, values, valid }];
	});
}
