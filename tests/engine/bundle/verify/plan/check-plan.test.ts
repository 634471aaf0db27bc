import { describe, expect, it } from 'vitest';
import type { Plan, PlannedCase } from '../../../../../contract/plan.ts';
import type { ReportPredicate, ReportStatement, ReportTest } from '../../../../../contract/report.ts';
import type { Check } from '../../../../../contract/verification.ts';
import { canonicalJson, digestBytes } from '../../../../../engine/crypto/index.ts';
import { type Bar, judgedBars, summarize } from '../../../../../engine/statistics/index.ts';
import { lockPlan } from '../../../../../engine/suites/plan/lock-plan.ts';
import { passedTest, sampleMeasurement, sampleStatement } from '../../sample-report.ts';
import { failedIn, pack, person, reportParts, verifyBytes } from '../../workshop.ts';

const owner = person('张三');
const INSTALL = 'app-package/install';
const BARS: Bar = { must: '>= 90', should: '>= 95' };
const WAIVER = { id: 'w1', reason: '已知问题', on: '2026-11-20T02:00:00Z' };

const ASKED = { zh: '在 lab-pc-17 上显示正常', en: 'shown on lab-pc-17' };
const LOOK: PlannedCase['steps'][number] = {
	...{ id: 'look', kind: 'manual', timeoutMs: 1000, idempotent: true, user: 'self', evidence: [] },
	...{ instructions: { en: 'look' }, expected: [ASKED] },
};
const ANSWER: ReportTest['manual'][number] = {
	...{ step: 'look', expected: 0, on: '2026-11-20T01:00:00Z', answer: 'passed' },
	...{ actual: '', note: '', evidence: [] },
};

function planned(change: Partial<PlannedCase> = {}): PlannedCase {
	return {
		...{ key: INSTALL, suite: 'app-package', case: 'install', instance: {}, title: { zh: '安装', en: 'Install' } },
		...{ level: 'must', needs: [], after: [], timeoutMs: 1000, privilege: null, touches: {}, network: 'none' },
		steps: [{ id: 's1', kind: 'run', argv: ['true'] }] as unknown as PlannedCase['steps'],
		...{ cleanup: [], onFail: [] },
		measure: [{ metric: 'events', unit: '1/s', direction: 'higher' }] as PlannedCase['measure'],
		bars: [{ metric: 'events', ...BARS }],
		...{ repetition: null, delta: null, retry: { max: 0 }, estimatedSeconds: 3, missing: [] },
		...change,
	};
}

function planOf(cases: readonly PlannedCase[], change: Partial<Plan> = {}): Plan {
	return lockPlan({
		schema: 'shipei.plan/1',
		suites: [
			{
				...{ id: 'app-package', version: '1.0.0', title: { en: 'Packages' }, category: 'app', timeoutMs: 1000 },
				...{ digest: 'a'.repeat(64), origin: { kind: 'shipped', signature: 'none' } as never },
			},
		],
		product: {
			...{ id: 'p', name: '演示软件', vendor: '某软件有限公司', version: '1.0', category: 'office' },
			packages: [{ name: 'demo_1.0_arm64.deb', size: 3, digest: digestBytes(Buffer.from('deb')) }],
		},
		params: {},
		cases: [...cases],
		notApplicable: [
			{
				...{ key: 'app-package/rpm', suite: 'app-package', case: 'rpm', title: { en: 'RPM' }, level: 'must' as const },
				...{ requirement: 'rpm', found: 'deb', reason: { en: 'the system uses deb' } },
			},
		],
		missing: [],
		estimatedSeconds: 3,
		...change,
	});
}

const leftOut: ReportTest = {
	...passedTest('app-package/rpm'),
	...{ title: { en: 'RPM' }, status: 'skipped', skip: 'notApplicable', verdict: null, attempts: [], evidence: [] },
};

/** What a run of this plan reports: one case that passed with 100.5 events a second, one that does not apply. */
function reportOf(plan: Plan, change: Partial<ReportPredicate> = {}): ReportStatement {
	const measurement = sampleMeasurement();
	const summary = summarize(measurement.samples.map(({ v }) => v ?? 0));
	const bytes = canonicalJson(plan);
	const evidence = sampleStatement().predicate.evidence;
	return sampleStatement({
		result: 'PASSED',
		configuration: [
			{ name: 'app-package 1.0.0', uri: 'urn:shipei:suite:app-package@1.0.0', digest: { sha256: 'a'.repeat(64) } },
			{ name: 'plan', digest: { sha256: plan.digest } },
		],
		tests: [passedTest(INSTALL), leftOut],
		...{ passedTests: [INSTALL], skippedTests: [], notApplicableTests: ['app-package/rpm'] },
		benchmarks: [{ ...measurement, test: INSTALL, bars: judgedBars(summary, BARS), comparison: [], evidence: [] }],
		evidence: [
			...evidence,
			{
				...{ idx: 4, name: 'plan.json', mediaType: 'application/json', role: 'config' as const },
				...{ size: bytes.length, digest: digestBytes(bytes) },
			},
		],
		...change,
	});
}

/** The check of a report, rightly signed by its owner, whose file holds this plan. */
async function checkOf(statement: ReportStatement, plan: Plan): Promise<Check & { readonly failed: string[] }> {
	const parts = await reportParts([owner], statement, canonicalJson(statement), [canonicalJson(plan)]);
	const verification = await verifyBytes(await pack(parts));
	const check = verification.checks.find(({ id }) => id === 'plan.followed') as Check;
	return { ...check, failed: failedIn(verification) };
}

const plan = planOf([planned()]);
const measured = (change: object) =>
	({ benchmarks: [{ ...reportOf(plan).predicate.benchmarks[0], ...change }] }) as never;

describe('a report that carries its plan', () => {
	it('is held against it, and says so', async () => {
		const check = await checkOf(reportOf(plan), plan);
		expect([check.outcome, check.failed]).toEqual(['passed', []]);
		expect(check.detail.en).toBe('2 cases and 2 limits are those of the plan that was locked before the run');
	});

	it('is refused when its owner left out a limit that was missed, and the limit is named', async () => {
		const strict = planOf([planned({ bars: [{ metric: 'events', must: '>= 500' }] })]);
		const { bars: _, ...unjudged } = reportOf(strict).predicate.benchmarks[0] as never as { bars: unknown };
		const check = await checkOf(reportOf(strict, { benchmarks: [unjudged] as never }), strict);
		expect(check.failed).toEqual(['plan.followed']);
		expect(check.detail).toEqual({
			zh: `用例“${INSTALL}”的门限“events must >= 500”在计划中，报告中却没有`,
			en: `the case “${INSTALL}” has the limit “events must >= 500” in the plan, but not in the report`,
		});
	});

	it.each<[string, Partial<PlannedCase>, Partial<ReportPredicate>]>([
		['a limit made easier', { bars: [{ metric: 'events', must: '>= 99', should: '>= 95' }] }, {}],
		['a limit that nobody planned', { bars: [{ metric: 'events', must: '>= 90' }] }, {}],
		['a judged figure that the plan only measures', { bars: [] }, {}],
		['a limit without its figure', {}, { benchmarks: [] }],
		['a figure in another unit', {}, measured({ metric: { name: 'events', unit: 's', direction: 'higher' } })],
		['a figure the other way round', {}, measured({ metric: { name: 'events', unit: '1/s', direction: 'lower' } })],
		['another level', { level: 'should' }, {}],
		['another title', { title: { zh: '卸载', en: 'Remove' } }, {}],
		['another characteristic', { quality: '兼容性' }, {}],
		['another suite', { suite: 'app-desktop' }, {}],
		['a case more', {}, { tests: [passedTest(INSTALL), passedTest('b'), leftOut], passedTests: [INSTALL, 'b'] }],
		['a case less', {}, { tests: [passedTest(INSTALL)], notApplicableTests: [] }],
		[
			'a waiver that the plan forbids',
			{ waivable: false },
			{
				tests: [{ ...passedTest(INSTALL), status: 'failed', verdict: 'WARNED', waiver: WAIVER }, leftOut],
				...{ passedTests: [], warnedTests: [INSTALL], result: 'WARNED' },
			},
		],
		[
			'a case that was to be run, and is said not to apply',
			{},
			{
				tests: [
					{ ...passedTest(INSTALL), status: 'skipped', skip: 'notApplicable', verdict: null, attempts: [] },
					leftOut,
				],
				...{ passedTests: [], notApplicableTests: [INSTALL, 'app-package/rpm'], result: 'WARNED' },
			},
		],
		[
			'a case that does not apply, and is said to have passed',
			{},
			{
				tests: [passedTest(INSTALL), { ...passedTest('app-package/rpm'), title: { en: 'RPM' } }],
				...{ passedTests: [INSTALL, 'app-package/rpm'], notApplicableTests: [] },
			},
		],
		['another suite digest', {}, { configuration: [{ name: 'plan', digest: { sha256: 'PLAN' } }] }],
		['another product', {}, { product: { name: '演示软件', version: '2.0', vendor: '某软件有限公司' } }],
	])('is refused with %s', async (_, inPlan, inReport) => {
		const other = planOf([planned(inPlan)]);
		const configuration = inReport.configuration?.map((entry) => ({ ...entry, digest: { sha256: other.digest } }));
		const statement = reportOf(other, { ...inReport, ...(configuration && { configuration }) });
		expect((await checkOf(statement, other)).failed).toEqual(['plan.followed']);
	});

	it.each<[string, Partial<ReportTest>, 'passed' | 'failed']>([
		['the words of the plan', { expected: ASKED }, 'passed'],
		['a sensitive value hidden in them', { expected: { zh: '〔…〕上显示〔…〕', en: 'shown on 〔…〕' } }, 'passed'],
		['other words', { expected: { ...ASKED, zh: '在 lab-pc-17 上能启动' } }, 'failed'],
		['more words than the plan has', { expected: { ...ASKED, en: `${ASKED.en} soon` } }, 'failed'],
		['everything hidden but what is not there', { expected: { zh: '〔…〕启动', en: '〔…〕' } }, 'failed'],
		['one language only', { expected: { en: ASKED.en } }, 'failed'],
		['no expected result, in the profile minimal', {}, 'passed'],
		['the question beside an answer', { manual: [{ ...ANSWER, expectation: ASKED }] }, 'passed'],
		['another question beside an answer', { manual: [{ ...ANSWER, expectation: { en: 'starts' } }] }, 'failed'],
		['an answer to what was not asked', { manual: [{ ...ANSWER, expected: 7, expectation: ASKED }] }, 'failed'],
	])('with %s as what a case asks for: judged by the plan', async (_, change, outcome) => {
		const asking = planOf([planned({ steps: [LOOK] })]);
		const report = reportOf(asking, { tests: [{ ...passedTest(INSTALL), ...change }, leftOut] });
		expect((await checkOf(report, asking)).outcome).toBe(outcome);
	});

	it('is refused with other packages than those that were planned', async () => {
		const packages = [{ name: 'demo_1.0_arm64.deb', size: 3, digest: digestBytes(Buffer.from('another')) }];
		const other = planOf([planned()], { product: { ...plan.product, packages } as Plan['product'] });
		expect((await checkOf(reportOf(other), other)).failed).toEqual(['plan.followed']);
	});

	it('is refused with a plan that was altered, or is another one than it names', async () => {
		const altered = { ...plan, params: { 'app-package': { threads: 4 } } };
		expect((await checkOf(reportOf(altered), altered)).failed).toEqual(['plan.followed']);
		const configuration = reportOf(planOf([planned({ timeoutMs: 1 })])).predicate.configuration;
		expect((await checkOf(reportOf(plan, { configuration }), plan)).failed).toEqual(['plan.followed']);
		const broken = { ...plan, cases: 'none' } as never;
		expect((await checkOf(reportOf(broken), broken)).failed).toEqual(['plan.followed']);
	});

	it('may have learned other estimates of time: they bind nobody', async () => {
		const learned = { ...plan, estimatedSeconds: 99, cases: [planned({ estimatedSeconds: null })] };
		expect((await checkOf(reportOf(learned), learned)).outcome).toBe('passed');
	});
});

describe('a report without its plan', () => {
	const listed = reportOf(plan).predicate.evidence;

	it('says that nobody can compare, when its issuer keeps the plan back', async () => {
		const withheld = { reason: 'privacy' as const, salted: false, custodian: '某公司' };
		const evidence = listed.map((item) => (item.name === 'plan.json' ? { ...item, withheld } : item));
		const check = await checkOf(reportOf(plan, { evidence }), plan);
		expect([check.outcome, check.failed]).toEqual(['skipped', []]);
		expect(check.detail.en).toContain('kept back');
	});

	it('warns when it names a plan and does not even list it', async () => {
		const evidence = listed.filter(({ name }) => name !== 'plan.json');
		expect((await checkOf(reportOf(plan, { evidence }), plan)).outcome).toBe('warned');
	});
});
