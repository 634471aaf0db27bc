import type { Relation, ReportPredicate, ReportStatement } from '../../../contract/report.ts';
import type { Level } from '../../../contract/suite.ts';
import type { Verification } from '../../../contract/verification.ts';

/** What the report says, for a first screen. */
export function summaryOf({ subject, predicate }: ReportStatement): NonNullable<Verification['summary']> {
	const { product, host, operator, evidence } = predicate;
	const { arch, cpuVendor, cpuModel, osName, osVersion, kernel } = host.summary;
	const digests = subject.map(({ digest }) => digest.sha256);
	return {
		result: predicate.result,
		product:
			product === null
				? null
				: {
						name: product.name,
						version: product.version,
						vendor: product.vendor,
						category: product.category ?? null,
						digests,
					},
		platform: { arch, cpuVendor, cpuModel, osName, osVersion, kernel },
		suites: suitesOf(predicate.tests),
		operator: operator.orgName,
		reportNumber: predicate.order.reportNumber ?? null,
		supersedes: supersededBy(predicate.related),
		finishedOn: predicate.finishedOn,
		assuranceLevel: predicate.assuranceLevel,
		privacy: predicate.privacy.profile,
		counts: {
			tests: predicate.tests.length,
			passed: predicate.passedTests.length,
			warned: predicate.warnedTests.length,
			failed: predicate.failedTests.length,
			skipped: predicate.skippedTests.length,
			blocked: predicate.blockedTests.length,
			notApplicable: predicate.notApplicableTests.length,
			benchmarks: predicate.benchmarks.length,
			evidence: evidence.length,
			withheld: evidence.filter(({ withheld }) => withheld !== undefined).length,
		},
		levels: {
			must: levelCount(predicate.tests, 'must'),
			should: levelCount(predicate.tests, 'should'),
			may: levelCount(predicate.tests, 'may'),
		},
	};
}

function levelCount(tests: ReportPredicate['tests'], level: Level): { passed: number; tests: number } {
	const applying = tests.filter((test) => test.level === level && test.skip !== 'notApplicable');
	return { passed: applying.filter(({ verdict }) => verdict === 'PASSED').length, tests: applying.length };
}

function suitesOf(tests: ReportPredicate['tests']): { id: string; version: string }[] {
	const versions = new Map(tests.map(({ suiteId, suiteVersion }) => [suiteId, suiteVersion]));
	return [...versions].map(([id, version]) => ({ id, version }));
}

function supersededBy(related: readonly Relation[]): NonNullable<Verification['summary']>['supersedes'] {
	const corrected = related.find(({ rel }) => rel === 'supersedes');
	if (corrected === undefined) return null;
	const { digest, name, reason = null } = corrected;
	const [suite, hex] = digest.sha256 === undefined ? ['sm3', digest.sm3] : ['sha256', digest.sha256];
	return { reportId: `${suite}:${hex ?? ''}`, name, reason };
}
