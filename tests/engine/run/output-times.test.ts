import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { evidenceSchema } from '../../../contract/evidence.ts';
import { keepOutput } from '../../../engine/run/step/outputs.ts';
import { Bench, plannedCase, shell } from './run-test.ts';

it('says of each output when it came, and stores the bytes as they were written', async () => {
	using bench = new Bench();
	const found = await bench.case(plannedCase('slow', [shell('printf "a\\r\\nb\\033[0m"; sleep 0.3; printf "\\377c"')]));
	const [evidence] = found.attempts[0]?.steps[0]?.evidence ?? [];
	expect(evidenceSchema.parse(evidence).times?.at).toEqual([
		[0, expect.any(Number)],
		[8, expect.any(Number)],
	]);
	const bytes = bench.store.evidence.read(evidence?.digest.sha256 ?? '', 0, 100);
	expect(Buffer.from(bytes).toString('latin1')).toBe('a\r\nb\x1b[0m\xffc');
});

it('tells the same output of two steps apart: the bytes are one, the times are each step’s own', async () => {
	using bench = new Bench();
	const found = await bench.case(
		plannedCase('twice', [shell('echo same', { id: 'one' }), shell('sleep 0.3; echo same', { id: 'two' })]),
	);
	const [one, two] = found.attempts[0]?.steps.map(({ evidence }) => evidence[0]) ?? [];
	expect(one?.digest).toEqual(two?.digest);
	expect(two?.times?.at[0]?.[1]).toBeGreaterThanOrEqual(290);
	expect(two?.times?.startedOn).not.toBe(one?.times?.startedOn);
});

it('knows no times where none were written, or where they are of another output, and leaves no file of them', () => {
	using bench = new Bench();
	const file = join(bench.directory, 'stdout');
	const stream = { bytes: 4, cutBytes: 0, lostBytes: 0 };
	const keep = () => {
		writeFileSync(file, 'abc\n');
		return keepOutput(bench.store, file, 'main.stdout.txt', stream).evidence;
	};
	expect(keep()).not.toHaveProperty('times');
	writeFileSync(`${file}.times`, 'shipei-times/1 1800000000000 100 5 50 50 1\n0 5\n');
	expect(keep()).not.toHaveProperty('times');
	expect(existsSync(`${file}.times`)).toBe(false);
});
