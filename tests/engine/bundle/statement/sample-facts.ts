import type { Evidence } from '../../../../contract/evidence.ts';
import type { Field } from '../../../../contract/host/field.ts';
import type { HostProfile } from '../../../../contract/host.ts';
import type { ReportFacts } from '../../../../contract/report-facts.ts';
import type { CaseResult } from '../../../../contract/run.ts';
import { digestBytes } from '../../../../engine/crypto/index.ts';
import { sampleMeasurement } from '../sample-report.ts';

export const SERIAL = 'SN-7781234';
export const MAC = '52:54:00:ab:cd:ef';
export const HOSTNAME = 'lab-pc-17';

export const contents: Record<string, Buffer> = {
	'inventory.cdx.json': Buffer.from('{"bomFormat":"CycloneDX"}'),
	'settings.json': Buffer.from('{"settings":1}'),
	'stdout.txt': Buffer.from('hello from the step\n'),
	'screen.png': Buffer.from('not really a picture'),
};

export function evidence(name: string, role: Evidence['role'] = 'log'): Evidence {
	const bytes = contents[name] ?? Buffer.alloc(0);
	return {
		name,
		mediaType: 'application/octet-stream',
		size: bytes.length,
		digest: digestBytes(bytes),
		role,
		cutBytes: 0,
	};
}

export function caseResult(change: Partial<CaseResult> = {}): CaseResult {
	const on = '2026-11-20T01:00:00Z';
	return {
		key: 'app-package/install',
		suite: 'app-package',
		case: 'install',
		order: 0,
		title: { zh: '安装', en: 'Install' },
		level: 'must',
		quality: '兼容性',
		state: 'ended',
		status: 'passed',
		measured: false,
		verdict: 'PASSED',
		reason: {
			code: 'stdout',
			text: { zh: `在 ${HOSTNAME} 上输出相符`, en: `the output on ${HOSTNAME} matches` },
			actual: `serial ${SERIAL}`,
			decisive: { evidence: digestBytes(contents['stdout.txt'] as Buffer).sha256, byteFrom: 0, byteTo: 5 },
		},
		startedOn: on,
		durationMs: 1200,
		attempts: [
			{
				number: 1,
				status: 'passed',
				startedOn: on,
				durationMs: 1200,
				steps: [
					{
						...{ id: 's1', phase: 'steps', index: 0, kind: 'run', argv: ['true'], user: 'self', status: 'passed' },
						...{ exitCode: 0, signal: null, startedOn: on, durationMs: 1200, strays: 0, usage: null },
						evidence: [evidence('stdout.txt')],
					},
				],
			},
		],
		answers: [
			{
				step: 'look',
				by: '张三',
				on,
				answers: [
					{
						expected: 0,
						verdict: 'passed',
						actual: '显示正常',
						comment: '',
						evidence: [evidence('screen.png', 'screenshot')],
					},
				],
			},
		],
		measurements: [sampleMeasurement()],
		...change,
	};
}

export function sampleFacts(change: Partial<ReportFacts> = {}): ReportFacts {
	return {
		run: {
			id: 'run-1',
			startedOn: '2026-11-20T01:00:00Z',
			finishedOn: '2026-11-20T02:00:00Z',
			clock: { source: 'ntp', bootId: 'b00t', monotonicNs: '1' },
		},
		journal: { head: 'c'.repeat(64), events: 42 },
		suites: [{ id: 'app-package', version: '1.0.0', sha256: 'a'.repeat(64), origin: 'shipped' }],
		configuration: [{ name: 'settings', digest: digestBytes(contents['settings.json'] as Buffer) }],
		cases: [caseResult()],
		notApplicable: [
			{
				...{ key: 'app-package/rpm', suite: 'app-package', case: 'rpm', title: { en: 'RPM' }, level: 'must' },
				...{ requirement: 'host.os.packageFormat == "rpm"', found: 'deb', reason: { en: 'the system uses deb' } },
			},
		],
		scores: [],
		evidence: [evidence('settings.json', 'config')],
		inventory: evidence('inventory.cdx.json', 'inventory'),
		withheld: [],
		host: sampleHost(),
		salt: Buffer.alloc(32, 9),
		product: {
			...{ id: 'p', name: '演示软件', vendor: '某公司', version: '1.0', category: 'office', purl: 'pkg:deb/demo@1.0' },
			packages: [
				{ name: 'demo.deb', file: '/home/zhangsan/demo.deb', size: 3, digest: digestBytes(Buffer.from('deb')) },
			],
		},
		operator: { orgName: '某公司', person: '张三', role: 'vendor' },
		order: {
			customer: { name: '委托方', address: '某路 1 号', contact: '13900000000' },
			lab: { name: '某测试中心', phone: '010-0000' },
			sample: { id: 'Y-1', receivedBy: '李四' },
			location: '3 号实验室',
			deviations: [{ text: '未测断电', reason: '无条件', approvedBy: '王五' }],
			remarks: '无',
		},
		runner: { name: 'Shipei', version: '0.1.0', packaged: 'cli', engine: { node: '24' } },
		assuranceLevel: 'self_attested',
		related: [],
		privacy: 'full',
		...change,
	};
}

function sampleHost(): HostProfile {
	const known = <T>(value: T): Field<T> => ({ value, source: 'test', confidence: 'certain', evidence: [] });
	const unknown = <T>(): Field<T> => ({ value: null, source: '', confidence: null, evidence: [], reason: 'test' });
	const secret = <T>(value: T): Field<T> => ({ ...known(value), sensitive: true });
	// Only what the statement looks at is filled in.
	return {
		schema: 'shipei.host/1',
		hostname: secret(HOSTNAME),
		cpu: {
			vendor: { id: known('phytium'), name: known('Phytium') },
			model: known('FT-2000/4'),
			isa: known('aarch64'),
			threads: known(4),
		},
		board: { systemVendor: known('某厂'), systemProduct: known('台式机'), systemSerial: secret(SERIAL) },
		firmware: { vendor: known('昆仑'), version: unknown() },
		memory: { total: known(8_000_000_000) },
		graphics: [{ vendor: known('景嘉微'), model: known('JM7200') }],
		network: { interfaces: [{ name: 'eth0', mac: secret(MAC) }] },
		os: { id: known('kylin'), name: known('Kylin'), version: known('V10'), release: known('SP1') },
		runtime: { kernel: known('4.19'), libc: { name: known('glibc'), version: known('2.28') }, desktop: known('ukui') },
		virtualisation: { type: known('none') },
	} as unknown as HostProfile;
}
