import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../../contract/run.ts';
import { CaseQueue } from '../../../engine/run/session/case-queue.ts';
import { command, plannedCase } from './run-test.ts';

const statuses = fc.constantFrom<Status>('passed', 'failed', 'errored', 'timedOut', 'skipped', 'interrupted');

/** Cases that only refer to earlier ones, in any order of the plan. */
const plans = fc
	.array(
		fc.record({ needs: fc.array(fc.nat(20)), after: fc.array(fc.nat(20)), status: statuses, place: fc.integer() }),
		{ maxLength: 20 },
	)
	.map((rows) =>
		rows.map((row, index) => ({
			...row,
			index,
			needs: row.needs.filter((key) => key < index),
			after: row.after.filter((key) => key < index),
		})),
	);

describe('The queue of cases', () => {
	it('gives every case out once, after everything it waits for, and blocks it exactly when a need did not pass', () => {
		fc.assert(
			fc.property(plans, (rows) => {
				const name = (index: number) => `demo/c${index}`;
				const cases = [...rows]
					.sort((a, b) => a.place - b.place)
					.map(({ index, needs, after }) =>
						plannedCase(`c${index}`, [command(['true'])], { needs: needs.map(name), after: after.map(name) }),
					);
				const queue = new CaseQueue(cases, new Map());
				const ended = new Map<string, Status>();
				for (let next = queue.takeNext(); next !== null; next = queue.takeNext()) {
					const { key, needs, after } = next.planned;
					expect(ended.has(key)).toBe(false);
					for (const before of [...needs, ...after]) expect(ended.has(before)).toBe(true);
					const blocked = queue.blockedBy(next.planned);
					expect(blocked !== null).toBe(needs.some((need) => ended.get(need) !== 'passed'));
					const status = blocked?.status ?? rows.find(({ index }) => name(index) === key)?.status ?? 'passed';
					ended.set(key, status);
					queue.ended(key, status);
				}
				expect(queue.isEmpty).toBe(true);
				expect(ended.size).toBe(rows.length);
			}),
		);
	});
});
