import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Measurement } from '../../../contract/measurement.ts';
import type { Plan, Score } from '../../../contract/plan.ts';
import type { CaseResult } from '../../../contract/run.ts';
import { baselineOf, comparedFacts, noteBaseline } from '../../../engine/api/report-baseline.ts';
import { openStore } from '../../../engine/store/index.ts';
import type { Suites } from '../../../engine/suites/index.ts';
import { sampleStatement } from '../bundle/sample-report.ts';
import { pack, person, reportParts } from '../bundle/workshop.ts';
import { around, sampleMeasurement } from '../statistics/sample-measurement.ts';

/** The baseline of a run's report: a signed file, a real store, a suite with a score. */
const folder = mkdtempSync(join(tmpdir(), 'shipei-baseline-'));
const store = openStore({ directory: mkdtempSync(join(folder, 'data-')) });
const parts = { store, suites: async () => ({ scores: () => [] }) as unknown as Suites };
const file = join(folder, '参考机.xcr');
const run = 'run-1';
const SCORE: Score = {
	...{ id: 'demo', title: { zh: '总分', en: 'Total' }, method: 'wgm-1', reference: null },
	members: [
		{ case: 'int', metric: 'score', weight: 25 },
		{ case: 'copy', metric: 'score', weight: 75 },
	],
};

beforeAll(async () => {
	planRun();
	const benchmarks = measured({ int: 100, copy: 50 }).map((one) => ({ ...one, comparison: [], evidence: [] }));
	writeFileSync(file, await pack(await reportParts([person('实验室')], sampleStatement({ benchmarks }))));
});
afterAll(() => {
	store.close();
	rmSync(folder, { recursive: true, force: true });
});

it('gives every figure its ratio to the baseline, and the suite its score, also after the file is gone', async () => {
	await noteBaseline(parts, { run, file });
	rmSync(file);
	const { comparisons, scores, related } = compared({ int: 110, copy: 50 });
	expect(comparisons.get('bench-demo/int#score')?.[0]?.ratio).toBeCloseTo(1.1, 6);
	expect(comparisons.get('bench-demo/copy#score')?.[0]?.ratio).toBeCloseTo(1, 6);
	expect(scores.map(({ id, k, n }) => [id, k, n])).toContainEqual(['demo', 2, 2]);
	expect(scores.find(({ id }) => id === 'demo')?.value).toBeCloseTo(1000 * 1.1 ** (1 / 4), 4);
	expect(related).toEqual([expect.objectContaining({ rel: 'baseline', name: baselineOf(store, run)?.name })]);
});

it('says by which resolution a verdict was judged, where a metric states one', () => {
	const plan = { suites: [] } as unknown as Plan;
	const coarse = measured({ int: 110 }).map((one) => ({ ...one, metric: { ...one.metric, resolution: 0.25 } }));
	const { comparisons } = comparedFacts(store, run, plan, [{ measurements: coarse } as unknown as CaseResult]);
	expect(comparisons.get('bench-demo/int#score')).toMatchObject([{ verdict: 'changed-slightly', resolution: 0.25 }]);
});

it('gives no score where a member was not measured: k of n', () => {
	expect(compared({ int: 110 }).scores.find(({ id }) => id === 'demo')).toMatchObject({ value: null, k: 1, n: 2 });
});

it('is taken back without a file, and then nothing is compared', async () => {
	await noteBaseline(parts, { run });
	expect(baselineOf(store, run)).toBeNull();
	expect(compared({ int: 110, copy: 50 })).toEqual({ comparisons: new Map(), scores: [], related: [] });
});

function compared(centres: Record<string, number>) {
	const plan = { suites: [{ id: 'bench-demo', version: '1.0.0', score: SCORE }] } as unknown as Plan;
	return comparedFacts(store, run, plan, [{ measurements: measured(centres) } as unknown as CaseResult]);
}

function measured(centres: Record<string, number>): Measurement[] {
	return Object.entries(centres).map(([caseId, centre]) =>
		sampleMeasurement(around(centre, 10), { id: `bench-demo/${caseId}#score`, caseId, suiteVersion: '1.0.0' }),
	);
}

function planRun(): void {
	const meta = { name: 'plan.json', mediaType: 'application/json', role: 'config' } as const;
	const kept = store.keepEvidence(meta, { bytes: Buffer.from('plan') });
	store.append({
		...{ type: 'run.planned', run, plan: kept, host: kept, planDigest: 'digest', product: null, cases: [] },
		...{ operator: { orgName: 'Lab', role: 'lab' } },
		suites: [{ id: 'bench-demo', version: '1.0.0', title: { en: 'Demo' } }],
	});
}
