import fc from 'fast-check';
import type { PlannedCase } from '../../../../contract/plan.ts';
import { command, plannedCase, program, shell } from '../run-test.ts';
import type { Act, ModelCase, ModelRun, Outcome } from './suite-model.ts';

const outcomes = fc.oneof(
	{
		weight: 9,
		arbitrary: fc.array(fc.constantFrom<Outcome>('pass', 'pass', 'fail', 'error', 'skip', 'crash'), {
			minLength: 1,
			maxLength: 3,
		}),
	},
	{ weight: 1, arbitrary: fc.constant<Outcome[]>(['hang']) },
);

/** Bits for the earlier cases, most of them not set. */
const someEarlier = fc.tuple(fc.nat({ max: 31 }), fc.nat({ max: 31 })).map(([one, other]) => one & other);

const anyCase = fc.record({
	level: fc.constantFrom('must' as const, 'should' as const, 'may' as const),
	outcomes,
	retries: fc.integer({ min: 0, max: 2 }),
	idempotent: fc.constantFrom(true, true, false),
	bar: fc.constantFrom<ModelCase['bar']>('none', 'none', 'only measured', 'met', 'should is missed', 'must is missed'),
	dirty: fc.boolean(),
	needs: someEarlier,
	after: someEarlier,
});

const acts = fc.uniqueArray(
	fc.tuple(
		fc.integer({ min: 1, max: 5 }),
		fc.constantFrom<Act>('pause', 'interrupt', 'kill', 'kill', 'kill', 'skip', 'cancel'),
	),
	{ maxLength: 4, selector: ([start]) => start },
);

/** A small run: up to five cases that need each other, in any order of the plan, and up to four things that happen. */
export const anyRun: fc.Arbitrary<ModelRun> = fc
	.tuple(fc.array(anyCase, { minLength: 1, maxLength: 5 }), acts, fc.boolean(), fc.infiniteStream(fc.nat()))
	.map(([made, happens, waives, order]) => {
		const named = made.map(({ needs, after, ...rest }, index): ModelCase => {
			const earlier = (bits: number) =>
				made.flatMap((_, other) => (other < index && bits & (1 << other) ? [`c${other}`] : []));
			return { ...rest, name: `c${index}`, needs: earlier(needs), after: earlier(after) };
		});
		const keys = named.map(() => order.next().value as number);
		const cases = named.toSorted((one, other) => (keys[named.indexOf(one)] ?? 0) - (keys[named.indexOf(other)] ?? 0));
		return { cases, acts: new Map(happens), waives };
	});

/** The same as a plan for the runner; its programs keep their ledger in the folder `world`. */
export function casesOf({ cases }: ModelRun, world: string): PlannedCase[] {
	return cases.map((one) => {
		const argv = [program('act.sh'), one.name, ...one.outcomes];
		const step = command(argv, {
			env: { WORLD: world },
			idempotent: one.idempotent,
			timeoutMs: one.outcomes.includes('hang') ? 200 : 60_000,
			exitMeanings: [
				{ code: 70, status: 'errored' },
				{ code: 77, status: 'skipped', reason: 'unsupported' },
			],
		});
		return plannedCase(one.name, [step], {
			level: one.level,
			needs: one.needs.map((name) => `demo/${name}`),
			after: one.after.map((name) => `demo/${name}`),
			retry: { max: one.retries },
			cleanup: [shell(one.dirty ? 'false' : 'true', { id: 'tidy' })],
			...measuring(one.bar),
		});
	});
}

const BARS: Readonly<Record<Exclude<ModelCase['bar'], 'none'>, PlannedCase['bars']>> = {
	'only measured': [],
	met: [{ metric: 'rate', must: '>= 50' }],
	'should is missed': [{ metric: 'rate', must: '>= 50', should: '>= 200' }],
	'must is missed': [{ metric: 'rate', must: '>= 200' }],
};

function measuring(bar: ModelCase['bar']): Partial<PlannedCase> {
	if (bar === 'none') return {};
	const rate = {
		metric: 'rate',
		unit: '1/s',
		direction: 'higher',
		from: { regex: 'rate: ([0-9]+)' },
		source: 'stdout',
	} as const;
	return { measure: [rate], bars: BARS[bar] };
}
