import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../../contract/events.ts';
import type { Journal } from '../../../../engine/run/journal.ts';
import { Recorder } from '../../../../engine/run/session/recorder.ts';

/** A journal that stores until the given append, fails there, and would work again afterwards. */
function journalFailingAt(appends: number) {
	const stored: string[] = [];
	let count = 0;
	const journal = {
		append(...facts: Fact[]) {
			count += 1;
			if (count === appends) throw new Error('disk full');
			stored.push(...facts.map((fact) => ('key' in fact ? fact.key : '')));
			return [];
		},
	} as unknown as Journal;
	return { journal, stored };
}

function numbered(number: number): Fact {
	return { type: 'attempt.started', run: 'run', key: String(number), attempt: 1 };
}

describe('The recorder', () => {
	it('stores facts in order and never one behind a gap, however they are deferred and wherever the disk fails', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.constantFrom('record', 'defer', 'turn'), { maxLength: 30 }),
				fc.integer({ min: 1, max: 12 }),
				async (calls, failsAt) => {
					const { journal, stored } = journalFailingAt(failsAt);
					let failures = 0;
					const recorder = new Recorder(journal, () => {
						failures += 1;
					});
					for (const [index, call] of calls.entries()) {
						if (call === 'turn') await new Promise((resolve) => setImmediate(resolve));
						else if (call === 'defer') recorder.defer(numbered(index));
						else {
							try {
								recorder.record(numbered(index));
							} catch {
								// It says that the fact is not stored.
							}
						}
					}
					await new Promise((resolve) => setImmediate(resolve));
					const given = calls.flatMap((call, index) => (call === 'turn' ? [] : [String(index)]));
					expect(stored).toEqual(given.slice(0, stored.length));
					expect(failures).toBeLessThanOrEqual(1);
					if (failures === 0) expect(stored).toEqual(given);
				},
			),
			{ numRuns: 200 },
		);
	});
});
