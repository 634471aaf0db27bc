import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ArrivalTimes } from '../../../contract/evidence.ts';
import { openSteps } from '../../../engine/process/index.ts';
import { BoundedOutput } from '../../../engine/process/step/bounded-output.ts';
import { readTimes, takeTimes, timesFile } from '../../../engine/process/step/take-times.ts';
import { program, request, SUPERVISOR, scratch } from './step-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipei-times-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the index says of a stored byte; undefined before the first entry. */
function timeOf({ at }: ArrivalTimes, byte: number): number | null | undefined {
	return at.findLast(([from]) => from <= byte)?.[1];
}

interface Piece {
	readonly length: number;
	readonly afterMs: number;
}

const pieces = fc.array(
	fc.record({
		length: fc.integer({ min: 1, max: 40 }),
		afterMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 20_000 })),
	}),
	{ minLength: 1, maxLength: 300 },
);

/** Feeds the pieces in and keeps when each byte came. */
function store(came: readonly Piece[], head: number, tail: number) {
	const output = new BoundedOutput(head, tail, new Date(1_800_000_000_000));
	const when: number[] = [];
	let now = 0;
	for (const { length, afterMs } of came) {
		now += afterMs;
		output.add(Buffer.alloc(length, 97 + (when.length % 26)), now);
		for (let byte = 0; byte < length; byte += 1) when.push(now);
	}
	const file = join(folder, 'output');
	const { cutBytes } = output.finish(file);
	const stored = readFileSync(file).length;
	return { when, stored, cutBytes, times: takeTimes(file, stored) };
}

describe('The times of an output', () => {
	it('never say a byte came later than it did, or earlier than their precision, however it was cut into pieces', () => {
		fc.assert(
			fc.property(pieces, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (came, head, tail) => {
				const { when, stored, cutBytes, times } = store(came, head, tail);
				if (times === null) throw new Error('no times');
				const mark = cutBytes === 0 ? 0 : stored - head - tail;
				for (let byte = 0; byte < stored; byte += 1) {
					const said = timeOf(times, byte);
					const isMark = cutBytes > 0 && byte >= head && byte < head + mark;
					const real = when[cutBytes === 0 || byte < head ? byte : byte - mark + cutBytes] ?? Number.NaN;
					if (isMark) expect(said).toBeNull();
					else if (!(typeof said === 'number' && said <= real && real - said < times.everyMs)) expect(said).toBe(real);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('stay few for a stream that never stops, at the price of precision, and never go back', () => {
		const ticks = Array.from({ length: 20_000 }, (): Piece => ({ length: 1, afterMs: 50 }));
		const { times } = store(ticks, 1_000_000, 1_000_000);
		expect(times?.everyMs).toBe(1600);
		expect(times?.at.length).toBeGreaterThan(500);
		expect(times?.at.length).toBeLessThanOrEqual(1024);
		const said = times?.at.map(([, ms]) => ms ?? 0) ?? [];
		expect([...said].sort((one, other) => one - other)).toEqual(said);
	});

	it('are unknown, never wrong, when their file is torn, of another output, or no such file at all', () => {
		const whole = 'shipei-times/1 1800000000000 100 20 50 50 2\n0 5\n10 300\n';
		expect(readTimes(whole, 20)).toEqual({
			startedOn: '2027-01-15T08:00:00.000Z',
			everyMs: 100,
			at: [
				[0, 5],
				[10, 300],
			],
		});
		const wrong = [
			whole.slice(0, -1),
			whole.slice(0, -7),
			whole.replace('10 300', '10 3'),
			whole.replace('10 300', '20 300'),
			whole.replace('0 5', '1 5'),
			whole.replace('times/1', 'times/2'),
			whole.replace(' 100 ', ' 0 '),
			whole.replace('1800000000000', '9'.repeat(18)),
			'',
		];
		expect(wrong.map((text) => readTimes(text, 20))).toEqual(wrong.map(() => null));
		expect(readTimes(whole, 21)).toBeNull();
		expect(takeTimes(join(folder, 'never-written'), 0)).toBeNull();
	});

	it('survive any bytes in their file', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('0', '7', ' ', '\n', '-', 'shipei-times/1 ') }), (text) => {
				const found = readTimes(text, 7);
				expect(found === null || found.at.length >= 0).toBe(true);
			}),
		);
	});

	it('are taken once: no later output of the same name can be told by them', () => {
		const file = join(folder, 'again');
		writeFileSync(timesFile(file), 'shipei-times/1 1800000000000 100 4 50 50 1\n0 5\n');
		expect(takeTimes(file, 4)).not.toBeNull();
		expect(takeTimes(file, 4)).toBeNull();
	});
});

describe.each([
	{ kind: 'below the supervisor', start: openSteps(SUPERVISOR).start },
	{ kind: 'without a supervisor', start: openSteps(null).start },
])('A step $kind', ({ start }) => {
	it('notes when its lines came, apart from the lines themselves', async () => {
		using place = scratch();
		const asked = request(place.path, ['sh', '-c', 'echo one; sleep 0.4; echo two; echo late >&2']);
		const before = Date.now();
		await start(asked).ended;
		expect(readFileSync(asked.stdout, 'utf8')).toBe('one\ntwo\n');
		const times = takeTimes(asked.stdout, 8);
		expect(times?.at.map(([byte]) => byte)).toEqual([0, 4]);
		const [first = Number.NaN, second = Number.NaN] = times?.at.map(([, ms]) => ms ?? Number.NaN) ?? [];
		expect(second - first).toBeGreaterThanOrEqual(390);
		expect(Date.parse(times?.startedOn ?? '') - before).toBeGreaterThanOrEqual(-2);
		expect(takeTimes(asked.stderr, 5)?.at).toEqual([[0, expect.any(Number)]]);
	});

	it('notes them on both sides of what was left out', async () => {
		using place = scratch();
		const text = 'printf 0123456789; sleep 0.4; printf abcdefghij; sleep 0.4; printf ABCDEFGHIJ';
		const asked = request(place.path, ['sh', '-c', text], { headBytes: 5, tailBytes: 12 });
		const ending = await start(asked).ended;
		expect(ending.stdout.cutBytes).toBe(13);
		const stored = readFileSync(asked.stdout, 'latin1');
		const times = takeTimes(asked.stdout, stored.length);
		if (times === null) throw new Error('no times');
		const said = ['0', 'cut here', 'j', 'A'].map((piece) => timeOf(times, stored.indexOf(piece)));
		const [head = 0, mark, middle = 0, end = 0] = said as number[];
		expect(mark).toBeNull();
		expect([middle - head >= 390, end - middle >= 390]).toEqual([true, true]);
	});

	it('leaves no times where nothing was written', async () => {
		using place = scratch();
		const asked = request(place.path, ['true']);
		await start(asked).ended;
		expect(takeTimes(asked.stdout, 0)).toBeNull();
	});

	it('keeps them few through a flood', async () => {
		using place = scratch();
		const asked = request(place.path, [program('flood.sh')], { deadlineMs: 1000 });
		await start(asked).ended;
		const stored = readFileSync(asked.stdout).length;
		const times = takeTimes(asked.stdout, stored);
		expect(times?.at.length).toBeGreaterThanOrEqual(3);
		expect(times?.at.length).toBeLessThan(20);
	});
});
