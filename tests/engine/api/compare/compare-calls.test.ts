import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../../../contract/comparison.ts';
import type { Score } from '../../../../contract/plan.ts';
import type { TrustState } from '../../../../contract/trust.ts';
import { compareCalls } from '../../../../engine/api/compare/compare-calls.ts';
import { openStore } from '../../../../engine/store/index.ts';
import type { Suites } from '../../../../engine/suites/index.ts';
import { sampleStatement } from '../../bundle/sample-report.ts';
import { pack, person, reportParts, trusted, trustOf } from '../../bundle/workshop.ts';
import { around, sampleMeasurement } from '../../statistics/sample-measurement.ts';

/** Signed reports as files, compared through the engine's own call over a real store. */
const folder = mkdtempSync(join(tmpdir(), 'shipei-compare-'));
const lab = person('实验室');
const reference = join(folder, '参考机.xcr');
const faster = join(folder, 'faster.xcr');
const newer = join(folder, 'newer.xcr');

beforeAll(async () => {
	await write(reference, { int: 100, copy: 50 });
	await write(faster, { int: 110, copy: 50 });
	await write(newer, { int: 100, copy: 50 }, '2.0.0');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('comparing signed reports', () => {
	it('scores a candidate against a baseline that is a signed report, naming machine, digest and signer', async () => {
		const { scores, sameHost, metrics } = await compared({ baseline: reference, candidates: [faster] });
		const [total, cpu] = scores;
		expect(sameHost).toBe(false);
		expect(metrics.map(({ candidate }) => candidate?.samples.length)).toEqual([10, 10]);
		expect(total).toMatchObject({ side: 'candidate', suiteId: 'bench-demo', suiteVersion: '1.0.0', k: 2, n: 2 });
		expect(total?.value).toBeCloseTo(1000 * 1.1 ** (1 / 4), 4);
		expect(cpu).toMatchObject({ group: 'cpu', k: 1, n: 1 });
		expect(total?.reference).toMatchObject({
			reportId: expect.stringMatching(/^sha256:[0-9a-f]{64}$/u),
			name: 'FT-2000/4 · aarch64 · Kylin V10 V10 SP1',
			signers: [lab.keyid],
			standing: 'intact',
			chosenBy: 'operator',
		});
	});

	it('scores both sides where the reference is a third machine', async () => {
		const { scores } = await compared({ baseline: reference, candidates: [faster], reference: faster });
		const totals = scores.filter(({ group }) => group === null);
		expect(totals.map(({ side }) => side)).toEqual(['candidate', 'baseline']);
		expect(totals[0]?.value).toBeCloseTo(1000, 6);
		expect(totals[1]?.value).toBeCloseTo(1000 / 1.1 ** (1 / 4), 4);
	});

	it('never mixes suite versions: k of n, with the version that differs', async () => {
		const { scores } = await compared({ baseline: reference, candidates: [newer] }, scoresOfSuite({}, '2.0.0'));
		expect(scores[0]).toMatchObject({ suiteVersion: '2.0.0', value: null, k: 0, n: 2 });
		expect(scores[0]?.missing[0]?.reason.en).toBe('suite version differs: 2.0.0 and 1.0.0');
	});

	it('takes no other reference than the one that the suite names, and says which', async () => {
		const named = scoresOfSuite({ reference: 'b'.repeat(64) });
		const { scores, remarks } = await compared({ baseline: reference, candidates: [faster] }, named);
		expect(scores).toEqual([]);
		expect(remarks.at(-1)?.en).toMatch(/^The suite bench-demo 1\.0\.0 names b{64} as its reference, this is sha256:/u);
		const [first] = (await compared({ baseline: reference, candidates: [faster] })).scores;
		const right = scoresOfSuite({ reference: first?.reference.reportId ?? '' });
		const again = await compared({ baseline: reference, candidates: [faster] }, right);
		expect(again.scores[0]?.reference.chosenBy).toBe('suite');
	});

	it('refuses a report whose figures were altered, naming the check', async () => {
		const forged = join(folder, 'forged.xcr');
		const statement = statementOf({ int: 100, copy: 50 });
		const [first] = statement.predicate.benchmarks;
		if (first?.summary) first.summary.median *= 2;
		writeFileSync(forged, await pack(await reportParts([lab], statement)));
		await expect(compared({ baseline: reference, candidates: [forged] })).rejects.toMatchObject({
			code: 'compare.report-invalid',
			details: { path: forged, check: 'benchmarks.recomputed' },
		});
	});

	it('names the owner that the trust list knows, and rests no score on a signer whom the list does not', async () => {
		const known = await trustOf([trusted(lab, ['lab'])]);
		const { scores } = await compared({ baseline: reference, candidates: [faster] }, scoresOfSuite({}), known);
		expect(scores[0]?.reference).toMatchObject({ standing: 'trusted', signers: ['某测试中心'] });
		const stranger = await trustOf([trusted(person('别人'), ['lab'])]);
		const plain = await compared({ baseline: reference, candidates: [faster] }, scoresOfSuite({}), stranger);
		expect([plain.scores, plain.comparable]).toEqual([[], 2]);
		const asked = compared({ baseline: faster, candidates: [faster], reference }, scoresOfSuite({}), stranger);
		await expect(asked).rejects.toMatchObject({ code: 'compare.reference-refused' });
	});
});

async function compared(
	request: { baseline: string; candidates: string[]; reference?: string },
	scores = scoresOfSuite({}),
	trust: TrustState | null = null,
): Promise<Comparison> {
	const store = openStore({ directory: mkdtempSync(join(folder, 'data-')) });
	try {
		if (trust !== null) store.append({ type: 'settings.changed', name: 'trust.state', value: trust, by: '' });
		const suites = async () => ({ scores: () => scores }) as unknown as Suites;
		const [first] = await compareCalls({ store, suites })['run.compare'](request);
		return first as Comparison;
	} finally {
		store.close();
	}
}

function scoresOfSuite(change: Partial<Score>, suiteVersion = '1.0.0') {
	const score: Score = {
		id: 'demo',
		title: { zh: '总分', en: 'Total' },
		method: 'wgm-1',
		reference: null,
		members: [
			{ case: 'int', metric: 'score', weight: 25, group: 'cpu' },
			{ case: 'copy', metric: 'score', weight: 75, group: 'memory' },
		],
		...change,
	};
	return [{ suiteId: 'bench-demo', suiteVersion, score }];
}

async function write(file: string, centres: Record<string, number>, version = '1.0.0'): Promise<void> {
	writeFileSync(file, await pack(await reportParts([lab], statementOf(centres, version))));
}

function statementOf(centres: Record<string, number>, suiteVersion = '1.0.0') {
	const benchmarks = Object.entries(centres).map(([caseId, centre]) => ({
		...sampleMeasurement(around(centre, 10), { id: `bench-demo/${caseId}#score`, caseId, suiteVersion }),
		comparison: [],
		evidence: [],
	}));
	return sampleStatement({ benchmarks });
}
