import { describe, expect, it } from 'vitest';
import type { HostProfile } from '../../../../contract/host.ts';
import type { Verification } from '../../../../contract/verification.ts';
import { type Present, staleReasons } from '../../../../renderer/screens/matrix/stale-reasons.ts';
import { present, summaryOf } from './made-results.ts';

const SUMMARY = summaryOf({});

function here(kernel: string | null, cpu = 'D2000'): HostProfile {
	return {
		cpu: { model: { value: cpu } },
		os: { name: { value: 'Kylin' }, version: { value: 'V10' }, release: { value: 'SP1' } },
		runtime: { kernel: { value: kernel } },
	} as unknown as HostProfile;
}

function packages(...sha256: string[]): Present['products'] {
	const all = sha256.map((digest) => ({ name: digest, size: 1, digest: { sha256: digest, sm3: '' } }));
	return [{ id: 'demo', name: 'demo', version: '1.0', vendor: 'v', category: '', packages: all }];
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
		expect(reasons({ products: packages('bb').map((one) => ({ ...one, vendor: 'other' })) })).toEqual([]);
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
