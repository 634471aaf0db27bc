import { describe, expect, it } from 'vitest';
import type { HostProfile } from '../../../contract/host.ts';
import type { Verification } from '../../../contract/verification.ts';
import { inheritedCells, readRules } from '../../../renderer/screens/matrix/inheritance.ts';
import { cellKey, matrixOf } from '../../../renderer/screens/matrix/matrix-data.ts';
import { type Present, staleReasons } from '../../../renderer/screens/matrix/stale-reasons.ts';

type Summary = NonNullable<Verification['summary']>;

const PLATFORM = { arch: 'arm64', cpuModel: 'D2000', osName: 'Kylin', osVersion: 'V10 SP1', kernel: '5.4.18-85' };
const SUMMARY = {
	result: 'PASSED',
	product: { name: 'demo', version: '1.0', vendor: 'v', digests: ['aa'] },
	platform: PLATFORM,
	suites: [{ id: 'app-package', version: '1.4.0' }],
	finishedOn: '2026-11-01T00:00:00Z',
	assuranceLevel: 'self_attested',
} as unknown as Summary;

function present(over: Partial<Present> = {}): Present {
	return { now: Date.parse('2026-11-20'), staleDays: 365, products: [], suites: [], host: null, ...over };
}

function here(kernel: string | null, cpu = 'D2000'): HostProfile {
	return {
		cpu: { model: { value: cpu } },
		os: { name: { value: 'Kylin' }, version: { value: 'V10' }, release: { value: 'SP1' } },
		runtime: { kernel: { value: kernel } },
	} as unknown as HostProfile;
}

function packages(...sha256: string[]): Present['products'] {
	const all = sha256.map((digest) => ({ name: digest, size: 1, digest: { sha256: digest, sm3: '' } }));
	return [{ name: 'demo', version: '1.0', packages: all }];
}

describe('a signed result is stale', () => {
	const reasons = (over: Partial<Present>, verdict: Verification['verdict'] = 'intact') =>
		staleReasons(SUMMARY, verdict, present(over)).map(({ why }) => why);

	it('not while nothing is known to have changed', () => {
		expect(reasons({ products: packages('aa', 'bb'), host: here('5.4.18-85') })).toEqual([]);
		expect(reasons({ suites: [{ id: 'app-package', version: '1.9.0' }] })).toEqual([]);
	});

	it('when the same version is here with other packages', () => {
		expect(reasons({ products: packages('bb') })).toEqual(['product']);
		expect(reasons({ products: packages() })).toEqual([]);
	});

	it('when this machine of the same platform runs another kernel, not the same one built again, and not when it is another machine', () => {
		expect(reasons({ host: here('5.4.18-110') })).toEqual(['kernel']);
		expect(reasons({ host: here('5.4.18-85.2.ky10') })).toEqual([]);
		expect(reasons({ host: here('5.4.18-110', 'FT-2000/4') })).toEqual([]);
		expect(reasons({ host: here(null) })).toEqual([]);
	});

	it('when the suite has a new major version, when trust is gone, and when it is old', () => {
		expect(reasons({ suites: [{ id: 'app-package', version: '2.0.0' }] })).toEqual(['suite']);
		expect(reasons({}, 'refused')).toEqual(['trust']);
		expect(reasons({ staleDays: 10 })).toEqual(['age']);
	});
});

describe('an untested platform inherits', () => {
	const entry = (cpuModel: string) => ({
		report: { reportId: cpuModel, product: null } as never,
		verification: {
			verdict: 'intact',
			summary: { ...SUMMARY, platform: { ...PLATFORM, cpuModel } },
		} as unknown as Verification,
	});
	const from = 'D2000 · Kylin V10 SP1';
	const to = 'D3000 · Kylin V10 SP1';
	const rule = { from, to, basis: '实验室政策 3.2' };
	const inherited = (over: Partial<Present>, tested: string[], rules = [rule]) => {
		const matrix = matrixOf(
			tested.map(entry),
			present(over),
			rules.map((one) => one.to),
		);
		return [...inheritedCells(matrix, rules)].map(([key, { source }]) => [key, source.report.reportId]);
	};

	it('by a declared rule, and stands as a column though nothing was tested on it', () => {
		expect(inherited({}, ['D2000'])).toEqual([[cellKey('demo 1.0', to), 'D2000']]);
	});

	it('nothing where it was tested, nothing stale, and nothing that is itself inherited', () => {
		expect(inherited({}, ['D2000', 'D3000'])).toEqual([]);
		expect(inherited({ staleDays: 1 }, ['D2000'])).toEqual([]);
		const further = { from: to, to: 'D4000 · Kylin V10 SP1', basis: 'x' };
		expect(inherited({}, ['D2000'], [further, rule]).map(([key]) => key)).toEqual([cellKey('demo 1.0', to)]);
	});

	it('only by rules that name two platforms and a basis', () => {
		expect(readRules([rule, { ...rule, basis: '' }, { ...rule, to: from }, null, 'x'])).toEqual([rule]);
		expect(readRules(undefined)).toEqual([]);
	});
});
