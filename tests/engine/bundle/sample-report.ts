import type { Measurement } from '../../../contract/measurement.ts';
import type { ReportStatement, ReportTest } from '../../../contract/report.ts';
import { digestBytes } from '../../../engine/crypto/index.ts';
import { summarize } from '../../../engine/statistics/index.ts';

/** Three pieces of evidence: text, binary that fills more than one block, and one that is kept back. */
export const evidenceBytes = {
	log: Buffer.from('步骤 1 通过\nstep 2 passed\n'),
	trace: Buffer.from(Array.from({ length: 1500 }, (_, at) => (at * 37) % 251)),
	inventory: Buffer.from('{"bomFormat":"CycloneDX","specVersion":"1.6"}'),
	secret: Buffer.from('kept back'),
};

/** A small statement with a bit of everything; every figure follows from its samples. */
export function sampleStatement(change: Partial<ReportStatement['predicate']> = {}): ReportStatement {
	const { log, trace, inventory, secret } = evidenceBytes;
	const list = [
		{ name: 'run.log', mediaType: 'text/plain; charset=utf-8', bytes: log, role: 'log' as const },
		{ name: 'perf.trace', mediaType: 'application/octet-stream', bytes: trace, role: 'trace' as const },
		{
			name: 'inventory.cdx.json',
			mediaType: 'application/vnd.cyclonedx+json',
			bytes: inventory,
			role: 'inventory' as const,
		},
	].map(({ bytes, ...rest }, idx) => ({ idx, ...rest, size: bytes.length, digest: digestBytes(bytes) }));
	const kept = { idx: 3, name: 'screen.png', mediaType: 'image/png', size: secret.length, digest: digestBytes(secret) };
	return {
		_type: 'https://in-toto.io/Statement/v1',
		predicateType: 'urn:shipei:adaptation-report:v1',
		subject: [{ name: 'demo_1.0_arm64.deb', uri: 'pkg:deb/demo@1.0', digest: digestBytes(Buffer.from('deb')) }],
		predicate: {
			schemaVersion: '1.0.0',
			result: 'WARNED',
			configuration: [{ name: 'app-package 1.0.0', digest: { sha256: 'a'.repeat(64) } }],
			passedTests: ['app-package/install'],
			warnedTests: [],
			failedTests: [],
			skippedTests: ['app-package/desktop'],
			blockedTests: [],
			notApplicableTests: [],
			runId: '019abcde-0000-7000-8000-000000000001',
			startedOn: '2026-11-20T01:00:00Z',
			finishedOn: '2026-11-20T02:00:00Z',
			clock: { source: 'ntp', bootId: 'b00t', monotonicNs: '123456789' },
			journal: { head: 'c'.repeat(64), events: 42 },
			assuranceLevel: 'self_attested',
			runner: { name: 'Shipei', version: '0.1.0', packaged: 'cli', engine: { node: '24.21.0' } },
			operator: { orgName: '某软件有限公司', person: '张三', role: 'vendor' },
			order: { reportNumber: 'SP-2026-0001' },
			host: {
				inventory: {
					name: 'inventory.cdx.json',
					digest: digestBytes(inventory),
					mediaType: 'application/vnd.cyclonedx+json',
				},
				summary: {
					arch: 'aarch64',
					cpuVendor: 'phytium',
					cpuModel: 'FT-2000/4',
					cpuCount: 4,
					memBytes: 8_589_934_592,
					osId: 'kylin',
					osName: 'Kylin V10',
					osVersion: 'V10 SP1',
					kernel: '4.19.0',
					libc: 'glibc 2.28',
					virt: 'none',
					gpu: [],
				},
				redactions: [{ field: 'board.systemSerial', sm3: 'd'.repeat(64) }],
			},
			product: { name: '演示软件', version: '1.0', vendor: '某软件有限公司', purl: 'pkg:deb/demo@1.0' },
			tests: [passedTest('app-package/install'), skippedTest('app-package/desktop')],
			benchmarks: [{ ...sampleMeasurement(), comparison: [], evidence: [1] }],
			scores: [],
			evidence: [
				...list,
				{ ...kept, role: 'screenshot', withheld: { reason: 'privacy', salted: false, custodian: '某软件有限公司' } },
			],
			related: [],
			privacy: { profile: 'full', fieldsRemoved: [] },
			...change,
		},
	};
}

export function passedTest(id: string): ReportTest {
	return {
		id,
		suiteId: 'app-package',
		suiteVersion: '1.0.0',
		title: { zh: '安装', en: 'Install' },
		level: 'must',
		status: 'passed',
		verdict: 'PASSED',
		startedOn: '2026-11-20T01:00:00Z',
		durationMs: 1234.5,
		attempts: [{ status: 'passed', durationMs: 1234.5 }],
		evidence: [0],
		decisive: { evidence: 0, byteFrom: 0, byteTo: 10 },
		manual: [],
	};
}

export function skippedTest(id: string): ReportTest {
	return { ...passedTest(id), status: 'skipped', skip: 'requirement', verdict: null, attempts: [], evidence: [3] };
}

export function sampleMeasurement(): Measurement {
	const values = [101.5, 99.25, 100.125, 98, 102.75, 100, 101];
	const reading = {
		takenOn: '2026-11-20T01:10:00Z',
		governor: 'performance',
		boost: null,
		load1: 0.1,
		psi: { cpu: null, io: null, memory: null },
		freqMHz: null,
		tempMaxC: null,
		throttleCount: null,
		swapIn: 0,
		freeMemoryBytes: 4_000_000_000,
		freeDisk: 0.5,
		power: null,
		powerProfile: null,
		virt: null,
	};
	return {
		id: 'bench-cpu/int/events',
		suiteId: 'bench-cpu',
		suiteVersion: '1.0.0',
		caseId: 'int',
		metric: { name: 'events', unit: '1/s', direction: 'higher' },
		params: { threads: 4 },
		facts: {},
		policy: 'shipei-bench/1',
		targetRelHalfWidth: 0.02,
		warmup: [],
		samples: values.map((v) => ({ v, startedOn: '2026-11-20T01:10:00Z', durationMs: 1000, valid: true })),
		summary: summarize(values),
		stop: 'target',
		flags: [],
		environment: {
			governor: 'performance',
			boost: null,
			load1: 0.1,
			psi: { cpu: null, io: null, memory: null },
			steal: null,
			foreign: null,
			power: null,
			virt: null,
			waitedSeconds: 0,
			before: reading,
			after: reading,
			unknown: ['boost'],
		},
	};
}

/** The bytes of everything that is not kept back, as the data folder would give them. */
export function sampleBlobs() {
	return [evidenceBytes.trace, evidenceBytes.log, evidenceBytes.inventory].map((bytes) => ({
		digest: digestBytes(bytes),
		size: bytes.length,
		open: () => [bytes],
	}));
}
