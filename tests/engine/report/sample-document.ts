import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { JudgedBar } from '../../../contract/measurement/judged-bar.ts';
import { listsOf, resultOf } from '../../../contract/report/result.ts';
import type { Order, ReportBenchmark, ReportEvidence, ReportPredicate, ReportTest } from '../../../contract/report.ts';
import { CHECK_IDS, CHECKS, type Verification } from '../../../contract/verification.ts';
import type { ReportDocument, ReportSignature } from '../../../engine/report/index.ts';

/** Everything here is computed from numbers: no clock, no random values, the same document every time. */
export interface SampleOptions {
	readonly results?: number;
	readonly benchmarks?: number;
	readonly productName?: string;
	readonly title?: (index: number) => string;
	readonly signed?: readonly ReportSignature[];
	readonly order?: Order;
	readonly corrections?: ReportPredicate['host']['corrections'];
}

const PIXEL_PICTURE = makePng(96, 60);
const INVENTORY = new TextEncoder().encode(
	JSON.stringify({
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		components: [
			{
				type: 'device',
				name: 'FT-2000+/64',
				manufacturer: { name: '飞腾' },
				properties: [
					{ name: 'cdx:device:deviceType', value: 'processor' },
					{ name: 'cdx:device:quantity', value: '1' },
				],
			},
			{
				type: 'device',
				name: 'ZHITAI TiPro7000 1TB',
				version: 'ZTA22003',
				manufacturer: { name: '长江存储' },
				properties: [{ name: 'cdx:device:deviceType', value: 'nvme' }],
			},
			{ type: 'operating-system', name: '银河麒麟高级服务器操作系统', version: 'V10 SP3' },
			{ type: 'application', name: '达梦数据库管理系统', version: 'V8.1.3.100', manufacturer: { name: '达梦' } },
		],
	}),
);
const PLAN = new TextEncoder().encode(
	JSON.stringify({
		schema: 'shipei.plan/1',
		digest: digestOf('plan').sha256,
		cases: [
			{
				key: 'install/deb',
				steps: [{ kind: 'run', user: 'root', argv: ['dpkg', '-i', '/opt/demo-oa_5.2.1_arm64.deb'] }],
			},
			{
				key: 'start/first',
				steps: [{ kind: 'run', user: 'self', argv: ['/opt/apps/demo-oa/bin/demo-oa', '--version'] }],
			},
		],
	}),
);

export const SIGNED: readonly ReportSignature[] = [
	{
		role: 'compiler',
		name: '张三',
		title: '测试工程师',
		organisation: '某某信创适配实验室',
		keyid: `sm3:${digestOf('k1').sm3}`,
		algorithm: 'sm2-sm3',
		signedOn: '2026-11-20T08:30:00Z',
		valid: true,
		trust: 'trusted',
	},
	{
		role: 'reviewer',
		name: '李四',
		organisation: '某某信创适配实验室',
		keyid: `sm3:${digestOf('k2').sm3}`,
		algorithm: 'sm2-sm3',
		signedOn: '2026-11-21T02:00:00Z',
		valid: true,
		trust: 'trusted',
		decision: 'approved',
	},
	{
		role: 'approver',
		name: '王五',
		title: '授权签字人',
		organisation: '某某信创适配实验室',
		keyid: `sha256:${digestOf('k3').sha256}`,
		algorithm: 'ed25519',
		signedOn: '2026-11-21T17:00:00Z',
		valid: true,
		trust: 'trusted',
		decision: 'approved-with-waivers',
		reasons: ['同意发布，豁免项见第 7 章。'],
	},
];

export function sampleDocument({
	results = 10,
	benchmarks = 6,
	productName = '示例公文管理系统',
	title,
	signed = SIGNED,
	order = SAMPLE_ORDER,
	corrections,
}: SampleOptions = {}): ReportDocument {
	const tests = Array.from({ length: results }, (_, index) => sampleTest(index, title));
	const predicate: ReportPredicate = {
		schemaVersion: '1.0.0',
		result: resultOf(tests),
		configuration: [
			{
				name: 'suite application/desktop',
				digest: digestOf('suite'),
				annotations: { version: '1.2.0', signature: 'signed' },
			},
			{ name: 'plan', digest: digestOf('plan') },
		],
		...listsOf(tests),
		runId: '0193a5c0-7f3e-7a51-9d9e-2b1f6c4e8a10',
		startedOn: '2026-11-19T01:02:03Z',
		finishedOn: '2026-11-20T07:45:10Z',
		clock: { source: 'ntp', offsetMs: 3, bootId: 'a3f1', monotonicNs: '123456789000' },
		journal: { head: digestOf('head').sha256, events: 4711 },
		assuranceLevel: 'third_party',
		runner: {
			name: 'Shipei',
			version: '0.1.0',
			packaged: 'cli',
			buildCommit: 'abc1234',
			digest: digestOf('runner'),
			engine: { node: '24.21.0' },
		},
		operator: { orgName: '某某信创适配实验室', orgId: '91110000MA00000000', person: '张三', role: 'lab' },
		order,
		host: {
			inventory: { name: 'inventory.cdx.json', digest: digestBytesOf(INVENTORY) },
			summary: {
				arch: 'aarch64',
				cpuVendor: 'Phytium',
				cpuModel: 'FT-2000+/64',
				cpuCount: 64,
				memBytes: 137438953472,
				osId: 'kylin',
				osName: '银河麒麟高级服务器操作系统',
				osVersion: 'V10 SP3 (Lance)',
				kernel: '4.19.90-52.22.v2207.ky10.aarch64',
				libc: 'glibc 2.28',
				firmware: 'KunLun BIOS V3.1',
				board: '长城 擎天 DF720',
				virt: 'none',
				gpu: ['景嘉微 JM7201'],
				desktop: 'UKUI 3.1',
			},
			redactions: [{ field: 'board.systemSerial', sm3: digestOf('serial').sm3 }],
			...(corrections === undefined ? {} : { corrections }),
		},
		product: {
			name: productName,
			version: 'V5.2.1',
			vendor: '北京示例科技有限公司',
			category: '应用软件',
			purl: 'pkg:deb/uos/demo-oa@5.2.1?arch=arm64',
			arch: 'arm64',
		},
		tests,
		benchmarks: Array.from({ length: benchmarks }, (_, index) => sampleBenchmark(index)),
		scores:
			benchmarks === 0
				? []
				: [
						{
							id: 'desktop',
							method: 'wgm-1',
							referenceId: `sha256:${digestOf('reference').sha256}`,
							value: 1043.2,
							ci95: { lo: 1021, hi: 1066 },
							k: 5,
							n: 5,
							inputs: [],
						},
					],
		evidence: sampleEvidence(results),
		related: [{ rel: 'retest-of', digest: digestOf('earlier'), name: 'SPT-2026-0098-R01' }],
		privacy: { profile: 'reduced', fieldsRemoved: ['host.hostname', 'board.systemSerial'] },
	};
	const bytes = new Map([PIXEL_PICTURE, INVENTORY, PLAN].map((content) => [digestBytesOf(content).sha256, content]));
	return {
		reportId: `sha256:${createHash('sha256').update(`report ${results} ${productName}`).digest('hex')}`,
		statement: {
			_type: 'https://in-toto.io/Statement/v1',
			predicateType: 'urn:shipei:adaptation-report:v1',
			subject: [
				{ name: 'demo-oa_5.2.1_arm64.deb', uri: 'pkg:deb/uos/demo-oa@5.2.1?arch=arm64', digest: digestOf('package') },
			],
			predicate,
		},
		signatures: signed,
		verification: sampleVerification(),
		evidence: (sha256) => bytes.get(sha256) ?? null,
	};
}

export function sampleVerification(verdict: Verification['verdict'] = 'trusted'): Verification {
	return {
		schema: 'shipei.verification/1',
		verdict,
		checks: CHECK_IDS.map((id) => ({
			id,
			outcome: id === 'timestamps.present' ? 'skipped' : 'passed',
			detail: { zh: `${CHECKS[id].zh}：符合要求。`, en: `${CHECKS[id].en}: as it must be.` },
		})),
		reportId: null,
		reportSm3: null,
		policy: 'lab',
		trust: { version: 3, fingerprint: `sha256:${'5'.repeat(64)}`, origin: 'installed' },
		signers: [],
		reviews: [],
		receipts: [],
		summary: null,
		size: 0,
	};
}

export const SAMPLE_ORDER: Order = {
	reportNumber: 'SPT-2026-0117-R01',
	confidentiality: { level: 'internal', until: '2027-12-31' },
	type: 'commissioned',
	customer: { name: '北京示例科技有限公司', address: '北京市海淀区示例路 1 号', contact: '赵六 010-00000000' },
	manufacturer: '北京示例科技有限公司',
	lab: {
		name: '某某信创适配实验室',
		address: '天津市滨海新区示例大道 9 号',
		phone: '022-00000000',
		accreditations: [],
	},
	location: '本机构 3 号机房',
	sample: {
		id: 'S-2026-117-01',
		condition: '安装包完好',
		receivedOn: '2026-11-18',
		receivedBy: '李四',
		customerSupplied: ['product.name', 'product.version', 'customer.name'],
	},
	basis: [
		{ id: 'GB/T 25000.51-2016', title: '系统与软件工程 系统与软件质量要求和评价（SQuaRE）第 51 部分', clauses: '5.3' },
		{ id: 'SP-TM-003', title: '桌面应用适配测试方法' },
	],
	deviations: [{ case: 'print/a3', text: '以 A4 打印机代替 A3', reason: '实验室无 A3 打印机', approvedBy: '王五' }],
	environmentConditions: { tempC: '23', humidityPct: '45', source: '温湿度计 TH-07' },
	remarks: '建议厂商在下一版本中随包提供 libssl.so.1.1。',
};

const GROUPS = [
	'安装与卸载',
	'启动与退出',
	'中文显示',
	'打印输出',
	'数据库连接',
	'中间件部署',
	'外设',
	'性能',
	'可靠性',
	'安全基线',
];
const QUALITIES = ['functionality', 'compatibility', 'usability', 'security'];
const LEVELS = ['must', 'should', 'may'] as const;

/** Of ten tests: six pass, one passes with a waiver, one fails, one is skipped in turn for each reason, one breaks or measures. */
function sampleTest(index: number, title?: (index: number) => string): ReportTest {
	const kind = index % 10;
	const number = index + 1;
	const name = title?.(index);
	const base = {
		id: `application-desktop/case-${String(number).padStart(4, '0')}`,
		suiteId: index % 2 === 0 ? 'application-desktop' : 'os-basics',
		suiteVersion: '1.2.0',
		title:
			name === undefined
				? {
						zh: `${GROUPS[kind]}：第 ${number} 项检查（生僻字“㐂䶮”显示与录入）`,
						en: `Check ${number}: ${GROUPS[kind]}`,
					}
				: { zh: name, en: name },
		level: LEVELS[index % 3]!,
		characteristic: QUALITIES[index % 4]!,
		startedOn: new Date(Date.UTC(2026, 10, 19, 1, 2, 3) + index * 1000).toISOString(),
		durationMs: 120 + index * 7,
		attempts: [{ status: 'passed' as const, durationMs: 120 }],
		evidence: [index + 3],
		manual: [] as ReportTest['manual'],
	} satisfies Partial<ReportTest>;
	if (kind === 6) {
		return {
			...base,
			status: 'failed',
			verdict: 'WARNED',
			attempts: [{ status: 'failed', durationMs: 90 }],
			reason: {
				code: 'exit',
				text: { zh: '退出码应为 0，实际 3：缺少可选字体', en: 'expected exit 0, got 3: an optional font is missing' },
				expected: '0',
				actual: '3',
			},
			waiver: { id: `W-${number}`, reason: '字体由系统另行提供', by: '王五', on: '2026-11-20T06:00:00Z' },
		};
	}
	if (kind === 7) {
		return {
			...base,
			status: 'failed',
			verdict: 'FAILED',
			attempts: [
				{ status: 'errored', durationMs: 80, message: { zh: '第一次启动失败', en: 'the first start failed' } },
				{ status: 'failed', durationMs: 90 },
			],
			reason: {
				code: 'exit',
				text: {
					zh: '退出码应为 0，实际 127：找不到 libssl.so.1.1（动态库缺失）',
					en: 'expected exit 0, got 127: libssl.so.1.1 not found (shared library missing)',
				},
				expected: '0',
				actual: '127',
			},
			decisive: { evidence: index + 3, byteFrom: 10, byteTo: 60 },
		};
	}
	if (kind === 8) {
		const skip = (['notApplicable', 'blocked', 'operator', 'requirement'] as const)[Math.floor(index / 10) % 4]!;
		return {
			...base,
			status: 'skipped',
			skip,
			verdict: null,
			startedOn: null,
			durationMs: null,
			attempts: [],
			evidence: [],
			reason: { code: skip, text: { zh: '本机没有该外设', en: 'this machine has no such device' } },
		};
	}
	if (kind === 9) {
		return Math.floor(index / 10) % 2 === 0
			? { ...base, status: 'passed', verdict: null, measured: true }
			: {
					...base,
					status: 'timedOut',
					verdict: null,
					attempts: [{ status: 'timedOut', durationMs: 60_000 }],
					reason: {
						code: 'timeout.step',
						text: { zh: '步骤超过 60 秒时限', en: 'the step exceeded its limit of 60 s' },
					},
				};
	}
	if (kind === 2) {
		return {
			...base,
			status: 'passed',
			verdict: 'PASSED',
			manual: [
				{
					step: 'look',
					expected: 0,
					expectation: { zh: '窗口标题显示完整', en: 'the window title is complete' },
					by: '张三',
					on: '2026-11-19T03:00:00Z',
					answer: 'passed',
					actual: '与预期一致',
					note: '',
					evidence: [0],
				},
			],
		};
	}
	return { ...base, status: 'passed', verdict: 'PASSED' };
}

function sampleEvidence(results: number): ReportEvidence[] {
	const fixed: ReportEvidence[] = [
		{
			idx: 0,
			name: 'window-title.png',
			mediaType: 'image/png',
			size: PIXEL_PICTURE.length,
			digest: digestBytesOf(PIXEL_PICTURE),
			role: 'screenshot',
		},
		{
			idx: 1,
			name: 'inventory.cdx.json',
			mediaType: 'application/vnd.cyclonedx+json',
			size: INVENTORY.length,
			digest: digestBytesOf(INVENTORY),
			role: 'inventory',
		},
		{
			idx: 2,
			name: 'plan.json',
			mediaType: 'application/json',
			size: PLAN.length,
			digest: digestBytesOf(PLAN),
			role: 'config',
		},
	];
	const logs = Array.from(
		{ length: results },
		(_, index): ReportEvidence => ({
			idx: index + 3,
			name: `case-${String(index + 1).padStart(4, '0')}.log`,
			mediaType: 'text/plain',
			size: 1000 + index * 13,
			digest: digestOf(`log ${index}`),
			role: 'log',
			...(index % 25 === 7
				? { withheld: { reason: 'privacy' as const, salted: true, custodian: '某某信创适配实验室' } }
				: {}),
			...(index % 25 === 9 ? { cutBytes: 40_054_784 } : {}),
		}),
	);
	return [...fixed, ...logs];
}

const METRICS = [
	['整数运算（多核）', '1/s', 'higher', 812_345_678, 1.084],
	['内存带宽 Triad', 'By/s', 'higher', 86_400_000_000, 0.972],
	['顺序写 128K', 'By/s', 'higher', 1_234_000_000, 0.824],
	['SM4-CBC 加密', 'By/s', 'higher', 410_000_000, 1.012],
	['启动时间', 'ms', 'lower', 845.3, 1.041],
	['事务吞吐', '{transactions}/min', 'higher', 120_340, 1.002],
] as const;

function sampleBenchmark(index: number): ReportBenchmark {
	const [name, unit, direction, scale, change] = METRICS[index % METRICS.length]!;
	const noise = [1.004, 0.997, 1.001, 0.999, 1.006, 0.995, 1, 1.002, 0.998, 1.003];
	const spread = 1 + (index % 6) * 1.6;
	const values = noise.map((factor) => scale * (1 + (factor - 1) * spread));
	const sorted = [...values].sort((a, b) => a - b);
	const median = (sorted[4]! + sorted[5]!) / 2;
	const half = (sorted[8]! - sorted[1]!) / 2 / median;
	const reading = {
		takenOn: '2026-11-19T02:00:00Z',
		governor: 'performance',
		boost: null,
		load1: 0.1,
		psi: { cpu: 0, io: 0, memory: 0 },
		freqMHz: 2200,
		tempMaxC: null,
		throttleCount: null,
		swapIn: 0,
		freeMemoryBytes: 1e11,
		freeDisk: 0.6,
		power: 'mains' as const,
		powerProfile: null,
		virt: null,
	};
	const verdict = change > 1.03 ? 'better' : change < 0.9 ? 'worse' : change < 0.98 ? 'changed-slightly' : 'equivalent';
	return {
		id: `b${index}`,
		suiteId: 'bench',
		suiteVersion: '1.0.0',
		caseId: name,
		metric: { name: direction === 'lower' ? 'time' : 'throughput', unit, direction },
		params: { threads: 64 },
		facts: {},
		policy: 'shipei-bench/1',
		targetRelHalfWidth: 0.02,
		warmup: [],
		samples: values.map((v, at) => ({
			v,
			startedOn: new Date(Date.UTC(2026, 10, 19, 2, at)).toISOString(),
			durationMs: 1500,
			valid: true,
		})),
		summary: {
			n: 10,
			median,
			mad: median * 0.003,
			ci95: { lo: sorted[1]!, hi: sorted[8]!, coverage: 0.978515625, method: 'order-statistic' },
			min: sorted[0]!,
			max: sorted[9]!,
			mean: median,
			cv: 0.003 * spread,
			grade: half <= 0.02 ? 'A' : half <= 0.05 ? 'B' : 'D',
		},
		stop: 'target',
		flags: index === 2 ? [{ code: 'load', detail: { load1: 1.2 } }] : [],
		environment: {
			governor: 'performance',
			boost: null,
			load1: 0.1,
			psi: { cpu: 0, io: 0, memory: 0 },
			steal: 0,
			foreign: 1,
			power: 'mains',
			virt: null,
			waitedSeconds: 0,
			before: reading,
			after: reading,
			unknown: ['temperature', 'throttle'],
		},
		...(index % 3 === 2 ? {} : { bars: barsAt(index, { median, lo: sorted[1]!, hi: sorted[8]! }, direction) }),
		comparison: [
			{
				baselineDigest: digestOf('baseline'),
				ratio: change,
				ci95: { lo: change * 0.985, hi: index === 5 ? null : change * 1.017 },
				p: 0.001,
				q: index === 3 ? 0.42 : 0.004,
				verdict,
				...(index === 1 ? { resolution: 0.25 } : {}),
			},
		],
		evidence: [],
	};
}

/** In turn: met with room, missed by the interval only, missed. */
function barsAt(
	index: number,
	{ median, lo, hi }: { median: number; lo: number; hi: number },
	direction: 'higher' | 'lower',
): JudgedBar[] {
	const [sign, bound] = direction === 'higher' ? (['>=', 'lo'] as const) : (['<=', 'hi'] as const);
	const value = direction === 'higher' ? lo : hi;
	const better = direction === 'higher' ? 1 : -1;
	const outcome = (['passed', 'warned', 'failed'] as const)[index % 4] ?? 'passed';
	const limit = {
		passed: value * (1 - 0.05 * better),
		warned: (value + median) / 2,
		failed: median * (1 + 0.1 * better),
	}[outcome];
	const margin = ((value - limit) / limit) * better;
	const must: JudgedBar = { level: 'must', bar: `${sign} ${limit}`, bound, value, margin, outcome };
	const room = (better * (median - limit)) / limit;
	const should: JudgedBar = {
		...must,
		level: 'should',
		bound: 'median',
		value: median,
		margin: room,
		outcome: room < 0 ? 'warned' : 'passed',
	};
	return index % 2 === 0 ? [must, should] : [must];
}

/** Two strings of the right shape; no test here depends on real SM3. */
function digestOf(text: string): { sha256: string; sm3: string } {
	return digestBytesOf(new TextEncoder().encode(text));
}

function digestBytesOf(content: Uint8Array): { sha256: string; sm3: string } {
	return {
		sha256: createHash('sha256').update(content).digest('hex'),
		sm3: createHash('sha256').update('sm3').update(content).digest('hex'),
	};
}

/** A real PNG: grey stripes. */
function makePng(width: number, height: number): Uint8Array {
	const rows = Buffer.concat(
		Array.from({ length: height }, (_, y) =>
			Buffer.concat([Buffer.from([0]), Buffer.alloc(width, (y % 16) * 12 + 40)]),
		),
	);
	const chunk = (name: string, data: Buffer) => {
		const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
		const frame = Buffer.alloc(8 + body.length);
		frame.writeUInt32BE(data.length, 0);
		body.copy(frame, 4);
		frame.writeUInt32BE(crc32(body), 4 + body.length);
		return frame;
	};
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header[8] = 8;
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function crc32(bytes: Buffer): number {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit += 1) {
			crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
		}
	}
	return (crc ^ 0xffffffff) >>> 0;
}
