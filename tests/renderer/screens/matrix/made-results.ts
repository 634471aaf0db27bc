import type { ReportResult } from '../../../../contract/report-result.ts';
import type { Verification } from '../../../../contract/verification.ts';
import { type MatrixEntry, matrixEntries } from '../../../../renderer/screens/matrix/matrix-entry.ts';
import type { Present } from '../../../../renderer/screens/matrix/stale-reasons.ts';

type Summary = NonNullable<Verification['summary']>;

/** What a test says about a report; the rest is as of a passed self-test on a desktop. */
export interface Made {
	readonly id?: string;
	readonly name?: string;
	readonly version?: string;
	readonly vendor?: string;
	readonly category?: string | null;
	readonly digests?: readonly string[];
	readonly cpuVendor?: string | null;
	readonly cpu?: string | null;
	readonly os?: string | null;
	readonly osVersion?: string | null;
	readonly kernel?: string;
	readonly result?: Summary['result'];
	readonly on?: string;
	readonly assurance?: string;
	readonly suites?: Summary['suites'];
	readonly counts?: Partial<Summary['counts']>;
	readonly supersedes?: string;
	/** The machine itself was tested. */
	readonly machine?: true;
	readonly more?: Partial<ReportResult>;
}

export const NOW = '2026-11-20T00:00:00Z';
let made = 0;

export function present(over: Partial<Present> = {}): Present {
	return { now: Date.parse(NOW), staleDays: 365, products: [], suites: [], host: null, ...over };
}

export function summaryOf(one: Made): Summary {
	const { name = 'demo', version = '1.0', vendor = 'v', category = 'application', digests = ['aa'] } = one;
	const { cpuVendor = 'Phytium 飞腾', cpu = 'D2000', os = 'Kylin', osVersion = 'V10 SP1', kernel = '5.4.18-85' } = one;
	return {
		result: one.result ?? 'PASSED',
		product: one.machine === true ? null : { name, version, vendor, category, digests: [...digests] },
		platform: { arch: 'aarch64', cpuVendor, cpuModel: cpu, osName: os, osVersion, kernel },
		suites: [...(one.suites ?? [{ id: 'app-package', version: '1.4.0' }])],
		operator: 'Lab',
		reportNumber: null,
		supersedes: one.supersedes === undefined ? null : { reportId: one.supersedes, name: '', reason: null },
		finishedOn: one.on ?? '2026-11-01T00:00:00Z',
		assuranceLevel: one.assurance ?? 'self_attested',
		privacy: 'full',
		counts: {
			...{ tests: 4, passed: 4, warned: 0, failed: 0, skipped: 0, blocked: 0 },
			...{ notApplicable: 0, benchmarks: 0, evidence: 0, withheld: 0 },
			...one.counts,
		},
		levels: { must: { passed: 3, tests: 3 }, should: { passed: 1, tests: 1 }, may: { passed: 0, tests: 0 } },
	};
}

export function resultOf(one: Made): ReportResult {
	made += 1;
	const reportId = one.id ?? `sha256:${String(made).padStart(64, '0')}`;
	return {
		...{ reportId, origin: 'own', file: `/data/${made}.xcr`, present: true, run: 'run', imported: null },
		...{ verdict: 'intact', summary: summaryOf(one), signers: [{ keyid: 'k', owner: null }], servers: null },
		...one.more,
	};
}

export function entriesOf(list: readonly Made[], over: Partial<Present> = {}): readonly MatrixEntry[] {
	return matrixEntries(list.map(resultOf), present(over), false);
}
