import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlannedCase } from '../../../../contract/plan.ts';
import type { ReportFacts } from '../../../../contract/report-facts.ts';
import { buildBundle, payloadOf, saltedDigest, statementFrom, verifyBundle } from '../../../../engine/bundle/index.ts';
import { digestBytes } from '../../../../engine/crypto/index.ts';
import { sm3, toHex } from '../../../../engine/crypto/portable.ts';
import { folder } from '../folder.ts';
import { sampleMeasurement } from '../sample-report.ts';
import { failedIn, person } from '../workshop.ts';
import { caseResult, contents, evidence, HOSTNAME, MAC, SERIAL, sampleFacts } from './sample-facts.ts';

const textOf = (facts: ReportFacts) => Buffer.from(payloadOf(statementFrom(facts))).toString();
const profiles = ['full', 'reduced', 'minimal'] as const;

const LOOK = {
	...{ id: 'look', kind: 'manual' as const, timeoutMs: 1000, idempotent: true, user: 'self' as const, evidence: [] },
	instructions: { zh: '看屏幕', en: 'look at the screen' },
	expected: [{ zh: '显示正常', en: 'it looks right' }],
};

const CORRECTION = {
	...{ field: 'graphics.0.model', detected: 'JM7200', value: 'JM9100', sensitive: false },
	...{ by: '赵六', reason: '与铭牌核对', on: '2026-11-22T06:00:00.000Z' },
};

// Only what the statement looks at is filled in.
function plannedCase(change: Partial<PlannedCase>): NonNullable<ReportFacts['planned']> {
	const key = 'app-package/install';
	return new Map([[key, { key, steps: [], bars: [], ...change } as unknown as PlannedCase]]);
}

async function verified(facts: ReportFacts) {
	const statement = statementFrom(facts);
	const blobs = Object.values(contents).map((bytes) => ({
		digest: digestBytes(bytes),
		size: bytes.length,
		open: () => [bytes],
	}));
	const out = join(await folder(), 'a.xcr');
	await buildBundle({ statement, signers: [person('x')], blobs, out });
	return verifyBundle(out);
}

describe('a statement', () => {
	it('is the same for the same facts', () => {
		expect(textOf(sampleFacts())).toBe(textOf(sampleFacts()));
	});

	it.each(profiles)('verifies in the privacy profile %s, figures included', async (privacy) => {
		const verification = await verified(sampleFacts({ privacy }));
		expect([verification.verdict, failedIn(verification)]).toEqual(['intact', []]);
		expect(verification.summary).toMatchObject({
			privacy,
			result: 'PASSED',
			counts: { benchmarks: 1, notApplicable: 1 },
		});
	});

	it('tells the machine, the product, the tests and what decided them', () => {
		const { subject, predicate } = statementFrom(sampleFacts());
		expect(subject).toEqual([{ name: 'demo.deb', uri: 'pkg:deb/demo@1.0', digest: digestBytes(Buffer.from('deb')) }]);
		expect(predicate.host.summary).toMatchObject({
			cpuModel: 'FT-2000/4',
			osVersion: 'V10 SP1',
			gpu: ['景嘉微 JM7200'],
			firmware: '昆仑',
		});
		expect(predicate.evidence.map(({ name, idx }) => [idx, name])).toEqual([
			[0, 'inventory.cdx.json'],
			[1, 'settings.json'],
			[2, 'stdout.txt'],
			[3, 'screen.png'],
		]);
		expect(predicate.tests[0]).toMatchObject({
			id: 'app-package/install',
			suiteVersion: '1.0.0',
			characteristic: '兼容性',
			evidence: [2, 3],
			decisive: { evidence: 2, byteFrom: 0, byteTo: 5 },
			manual: [{ by: '张三', answer: 'passed', evidence: [3] }],
		});
		expect(predicate.tests[1]).toMatchObject({ status: 'skipped', skip: 'notApplicable', verdict: null });
	});

	it('is about the machine’s inventory when there is no package', async () => {
		const { subject } = statementFrom(sampleFacts({ product: null }));
		expect(subject[0]?.digest).toEqual(evidence('inventory.cdx.json').digest);
		expect(failedIn(await verified(sampleFacts({ product: null })))).toEqual([]);
	});

	it('follows from the cases: result, lists, and a case without an end', () => {
		const failed = caseResult({ key: 'b', status: 'failed', verdict: 'FAILED' });
		const { predicate } = statementFrom(sampleFacts({ cases: [caseResult({ key: 'c' }), failed] }));
		expect(predicate).toMatchObject({
			result: 'FAILED',
			passedTests: ['c'],
			failedTests: ['b'],
			notApplicableTests: ['app-package/rpm'],
		});
		const open = statementFrom(sampleFacts({ cases: [caseResult({ status: null, verdict: null })] }));
		expect(open.predicate.tests[0]?.status).toBe('interrupted');
		expect(open.predicate.result).toBe('FAILED');
	});

	it('carries the limits of the plan as they were judged, and of a case that was tried again the last figures', async () => {
		const first = { ...sampleMeasurement(), samples: [], summary: null };
		const facts = sampleFacts({
			cases: [caseResult({ measurements: [first, sampleMeasurement()] })],
			planned: plannedCase({ bars: [{ metric: 'events', must: '>= 90', should: '>= 95' }] }),
		});
		const { benchmarks } = statementFrom(facts).predicate;
		expect(benchmarks).toHaveLength(1);
		expect(benchmarks[0]).toMatchObject({
			test: 'app-package/install',
			bars: [
				{ level: 'must', bar: '>= 90', bound: 'lo', value: 98, margin: 8 / 90, outcome: 'passed' },
				{ level: 'should', bar: '>= 95', bound: 'median', outcome: 'passed' },
			],
		});
		expect(failedIn(await verified(facts))).toEqual([]);
		const planned = plannedCase({ bars: [{ metric: 'events', must: '>= 500' }] });
		expect(() => statementFrom({ ...facts, planned })).toThrow(
			expect.objectContaining({ code: 'bundle.bad-statement' }),
		);
	});

	it.each([
		['its author’s words', { summary: { zh: '能安装', en: 'installs' } }, { zh: '能安装', en: 'installs' }],
		[
			'what is expected of its process',
			{ expect: { exit: [0, 3], stdout: { contains: '完成', notMatches: 'error' } } },
			{
				zh: '退出码 0 / 3；标准输出不匹配“error”；标准输出包含“完成”',
				en: 'exit status 0 / 3; standard output does not match “error”; standard output contains “完成”',
			},
		],
		['that every step succeeds', {}, { zh: '每个步骤均成功', en: 'every step succeeds' }],
		['what a person looks for', { steps: [LOOK] }, { zh: '显示正常', en: 'it looks right' }],
	])('says what a case asks for: %s', (_, change, expected) => {
		const facts = sampleFacts({ planned: plannedCase(change) });
		const [test] = statementFrom(facts).predicate.tests;
		expect(test?.expected).toEqual(expected);
		expect(statementFrom({ ...facts, privacy: 'minimal' }).predicate.tests[0]?.expected).toBeUndefined();
	});

	it('says beside every answer of a person what was asked', () => {
		const facts = sampleFacts({ planned: plannedCase({ steps: [LOOK] }) });
		expect(statementFrom(facts).predicate.tests[0]?.manual[0]?.expectation).toEqual({
			zh: '显示正常',
			en: 'it looks right',
		});
	});

	it('states a correction beside the detected value, by whom and why, and changes no detected value', async () => {
		const facts = sampleFacts({ corrections: [CORRECTION] });
		const { host } = statementFrom(facts).predicate;
		const { sensitive: _, ...stated } = CORRECTION;
		expect(host.corrections).toEqual([stated]);
		expect(host.summary).toEqual(statementFrom(sampleFacts()).predicate.host.summary);
		expect(statementFrom(sampleFacts()).predicate.host).not.toHaveProperty('corrections');
		expect(failedIn(await verified(facts))).toEqual([]);
	});

	it('is refused when a case contradicts itself, rather than signed', () => {
		for (const wrong of [{ status: 'failed' as const }, { status: 'skipped' as const }, { measured: true }]) {
			const facts = sampleFacts({ cases: [caseResult(wrong)] });
			expect(() => statementFrom(facts)).toThrow(expect.objectContaining({ code: 'bundle.bad-statement' }));
		}
	});
});

describe('privacy', () => {
	it.each(profiles)('never lets serials, addresses, host names or local paths out (%s)', (privacy) => {
		const text = textOf(sampleFacts({ privacy }));
		for (const secret of [SERIAL, MAC, HOSTNAME, '/home/zhangsan']) expect(text).not.toContain(secret);
	});

	it('gives salted digests of them, which only the keeper of the salt can check', () => {
		const { redactions } = statementFrom(sampleFacts()).predicate.host;
		const expected = toHex(sm3(Buffer.alloc(32, 9), Buffer.from(SERIAL)));
		expect(redactions).toContainEqual({ field: 'board.systemSerial', sm3: expected });
		expect(redactions.map(({ field }) => field)).toEqual([
			'board.systemSerial',
			'hostname',
			'network.interfaces.0.mac',
		]);
		const minimal = statementFrom(sampleFacts({ privacy: 'minimal' })).predicate.host.redactions;
		expect(minimal.every((redaction) => redaction.sm3 === undefined)).toBe(true);
	});

	it('a corrected serial number is told as corrected, and neither the old nor the new one is', () => {
		const serial = {
			...CORRECTION,
			field: 'board.systemSerial',
			detected: SERIAL,
			value: 'SN-0000001',
			sensitive: true,
		};
		const facts = sampleFacts({ corrections: [{ ...serial, reason: `铭牌为 SN-0000001，不是 ${SERIAL}` }] });
		expect(statementFrom(facts).predicate.host.corrections).toEqual([
			{ field: 'board.systemSerial', by: '赵六', reason: '铭牌为 〔…〕，不是 〔…〕', on: CORRECTION.on },
		]);
		expect(textOf(facts)).not.toMatch(/SN-0000001|SN-7781234/u);
	});

	it('reduced names nobody who corrected a value, minimal leaves corrections out', () => {
		const host = (privacy: ReportFacts['privacy']) =>
			statementFrom(sampleFacts({ privacy, corrections: [CORRECTION] })).predicate.host;
		expect(host('reduced').corrections).toMatchObject([{ value: 'JM9100', detected: 'JM7200' }]);
		expect(JSON.stringify(host('reduced'))).not.toContain('赵六');
		expect(host('minimal').corrections).toBeUndefined();
	});

	it('full names people; reduced and minimal do not', () => {
		const people = ['张三', '李四', '王五', '13900000000', '010-0000'];
		for (const name of people) expect(textOf(sampleFacts())).toContain(name);
		for (const privacy of ['reduced', 'minimal'] as const) {
			for (const name of people) expect(textOf(sampleFacts({ privacy })), name).not.toContain(name);
		}
		expect(textOf(sampleFacts({ privacy: 'reduced' }))).toContain('委托方');
		expect(textOf(sampleFacts({ privacy: 'minimal' }))).not.toContain('委托方');
	});

	it('reduced keeps pictures back, minimal all evidence; both say what was left out', () => {
		const kept = (privacy: ReportFacts['privacy']) =>
			statementFrom(sampleFacts({ privacy }))
				.predicate.evidence.filter(({ withheld }) => withheld)
				.map(({ name }) => name);
		expect(kept('full')).toEqual([]);
		expect(kept('reduced')).toEqual(['screen.png']);
		expect(kept('minimal')).toHaveLength(4);
		const { privacy } = statementFrom(sampleFacts({ privacy: 'reduced' })).predicate;
		expect(privacy).toMatchObject({ profile: 'reduced', fieldsRemoved: expect.arrayContaining(['operator.person']) });
	});

	it('names the operator as who keeps it where the run names no organisation', async () => {
		const facts = sampleFacts({ privacy: 'minimal' });
		const nobody = { ...facts, operator: { ...facts.operator, orgName: '' } };
		const keepers = statementFrom(nobody).predicate.evidence.map(({ withheld }) => withheld?.custodian);
		expect(new Set(keepers)).toEqual(new Set(['operator']));
	});

	it('keeps chosen evidence back under salted digests, which cannot be guessed', async () => {
		const secret = contents['settings.json'] as Buffer;
		const salted = await saltedDigest(Buffer.alloc(32, 9), [secret]);
		const { sha256 } = digestBytes(secret);
		const facts = sampleFacts({
			configuration: [],
			withheld: [{ sha256, reason: 'classified', custodian: '保密室', saltedDigest: salted }],
		});
		expect(salted).toEqual(digestBytes(Buffer.concat([Buffer.alloc(32, 9), secret])));
		expect(textOf(facts)).not.toContain(sha256);
		expect(statementFrom(facts).predicate.evidence[1]).toMatchObject({
			digest: salted,
			withheld: { reason: 'classified', salted: true, custodian: '保密室' },
		});
		expect(failedIn(await verified(facts))).toEqual([]);
	});
});
