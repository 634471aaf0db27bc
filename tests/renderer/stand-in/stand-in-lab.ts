import type { KeyInfo, KnownKey } from '../../../contract/key.ts';
import type { ReportSummary } from '../../../contract/methods/report-methods.ts';
import type { Output } from '../../../contract/methods.ts';
import type { Product } from '../../../contract/product.ts';
import { CHECK_IDS, type Check, type Verification } from '../../../contract/verification.ts';

/** What a laboratory has after some weeks: products, keys, a trust list, signed reports, and the record of it all. */
const SM2 = `sm3:${'5a'.repeat(32)}` as const;
const ED25519 = `sha256:${'3c'.repeat(32)}` as const;
const OF_ZHAO = `sha256:${'7b'.repeat(32)}` as const;
const digest = { sha256: '12'.repeat(32), sm3: '34'.repeat(32) };
const operator = { orgName: '示例适配实验室', person: '王工', role: 'lab' as const };

export const LAB_PRODUCTS: Product[] = [
	{
		id: 'demo-1',
		name: '示例办公软件',
		vendor: '示例软件有限公司',
		version: '3.2.1',
		category: 'application',
		arch: 'arm64',
		contact: 'dev@example.cn',
		packages: [{ name: 'demo-writer_3.2.1_arm64.deb', size: 48_300_000, digest, arch: 'arm64', format: 'deb' }],
	},
	{ id: 'demo-2', name: '示例数据库', vendor: '', version: '8.0', category: 'database', packages: [] },
];

export const LAB_KEYS: KnownKey[] = [
	{ keyid: SM2, suite: 'sm2-sm3', person: '王工', certified: true, retiredOn: null },
	{ keyid: ED25519, suite: 'ed25519', person: '王工', certified: false, retiredOn: null },
	{ keyid: OF_ZHAO, suite: 'ed25519', person: '赵工', certified: false, retiredOn: null },
	{
		keyid: `sha256:${'4d'.repeat(32)}`,
		suite: 'ed25519',
		person: '王工',
		certified: false,
		retiredOn: '2026-10-01T08:00:00Z',
	},
].map(({ person, ...key }) => ({
	...key,
	suite: key.suite as KeyInfo['suite'],
	owner: { ...operator, person },
	createdOn: '2026-09-01T08:00:00Z',
	spki: 'MFkw',
	lastUsedOn: key.retiredOn === null && key.certified ? '2026-11-22T07:00:00Z' : null,
	backedUpOn: key.certified ? '2026-09-01T08:05:00Z' : null,
	file: `/home/lab/.local/share/shipei/keys/${key.keyid.slice(0, 16)}.pem`,
}));

export const LAB_USAGE: Output<'data.usage'> = {
	directory: '/home/lab/.local/share/shipei',
	kinds: [
		{ kind: 'evidence', files: 18_204, bytes: 9_400_000_000 },
		{ kind: 'database', files: 3, bytes: 412_000_000 },
		{ kind: 'keys', files: 6, bytes: 4100 },
	],
	bytes: 9_812_004_100,
	disk: { free: 21_000_000_000, size: 240_000_000_000 },
	evidence: 18_190,
	proposals: [
		{
			what: 'reported',
			files: 6020,
			bytes: 3_100_000_000,
			directory: '/home/lab/.local/share/shipei/evidence',
			names: ['run-done'],
			before: '2026-05-28T00:00:00Z',
		},
		{
			what: 'unnamed',
			files: 14,
			bytes: 8_000_000,
			directory: '/home/lab/.local/share/shipei/evidence',
			names: ['ab'.repeat(32)],
			before: null,
		},
	],
};

export const LAB_TRUST: NonNullable<Output<'trust.show'>> = {
	fingerprint: `sha256:${'9e'.repeat(32)}`,
	freshness: 'expiring',
	signedBy: [SM2, ED25519],
	root: {
		schema: 'shipei.trust/1',
		version: 7,
		issuedOn: '2026-01-05T00:00:00Z',
		expires: '2027-01-05T00:00:00Z',
		threshold: 2,
		rootKeys: [
			{ keyid: SM2, suite: 'sm2-sm3', spki: 'MFkw' },
			{ keyid: ED25519, suite: 'ed25519', spki: 'MCow' },
			{ keyid: OF_ZHAO, suite: 'ed25519', spki: 'MCow' },
		],
		keys: [
			{
				keyid: SM2,
				suite: 'sm2-sm3',
				spki: 'MFkw',
				owner: operator.orgName,
				person: operator.person,
				roles: ['lab'],
				notBefore: '2026-01-05T00:00:00Z',
				notAfter: '2028-01-05T00:00:00Z',
				scopes: ['pkg:deb/kylin/'],
			},
			{
				keyid: OF_ZHAO,
				suite: 'ed25519',
				spki: 'MCow',
				owner: '示例软件有限公司',
				roles: ['vendor', 'suite-publisher'],
				notBefore: '2024-01-05T00:00:00Z',
				notAfter: '2026-01-05T00:00:00Z',
				scopes: [],
			},
		],
		revoked: [
			{ keyid: SM2, since: '2026-06-01T00:00:00Z', reason: '人员离职', compromised: false },
			{ certSerial: '4f2a', since: '2026-07-01T00:00:00Z', reason: '证书私钥失窃', compromised: true },
			{ reportDigest: 'a'.repeat(64), since: '2026-11-23T00:00:00Z', reason: '样品错误', compromised: false },
		],
	},
};

const report = (
	letter: string,
	verdict: ReportSummary['verdict'],
	more: Partial<ReportSummary> = {},
): ReportSummary => ({
	reportId: `sha256:${letter.repeat(64)}`,
	run: 'run-done',
	file: `/home/lab/.local/share/shipei/reports/run-done-${letter}.xcr`,
	createdOn: '2026-11-22T07:00:00Z',
	verdict,
	keyids: [SM2, ED25519],
	product: { id: 'demo-1', name: '示例办公软件', version: '3.2.1' },
	operator,
	present: true,
	supersedes: null,
	supersededBy: null,
	stage: 'signed',
	awaits: { role: 'reviewer', keyids: [OF_ZHAO] },
	...more,
});

export const LAB_REPORTS: ReportSummary[] = [
	report('a', 'FAILED', { supersededBy: `sha256:${'b'.repeat(64)}`, awaits: null }),
	report('b', 'WARNED', {
		supersedes: `sha256:${'a'.repeat(64)}`,
		createdOn: '2026-11-23T07:00:00Z',
		stage: 'reviewed',
		awaits: { role: 'approver', keyids: [OF_ZHAO] },
	}),
	report('c', 'PASSED', { present: false, product: null, stage: null, awaits: null }),
	report('d', 'PASSED', { createdOn: '2026-11-24T07:00:00Z' }),
	report('e', 'FAILED', { createdOn: '2026-11-20T07:00:00Z', stage: 'returned', awaits: null }),
];

/** The one that was replaced is altered, too: some must show what that looks like. */
export function labVerification(file: string): Verification {
	const letter = /(.)\.xcr$/u.exec(file)?.[1] ?? 'b';
	const altered = letter === 'a';
	const signer = (keyid: string, state: 'trusted' | 'unknown') => ({
		keyid,
		suite: keyid === SM2 ? ('sm2-sm3' as const) : ('ed25519' as const),
		state,
		owner: state === 'trusted' ? operator.orgName : null,
		person: null,
		roles: ['lab'],
		certificate: null,
	});
	return {
		schema: 'shipei.verification/1',
		verdict: altered ? 'invalid' : 'trusted',
		checks: CHECK_IDS.map((id, index) => check(id, altered && index === 1)),
		reportId: `sha256:${letter.repeat(64)}` as NonNullable<Verification['reportId']>,
		reportSm3: null,
		policy: null,
		trust: { version: LAB_TRUST.root.version, fingerprint: LAB_TRUST.fingerprint, origin: 'installed' },
		signers: [signer(SM2, 'trusted'), signer(ED25519, 'unknown')],
		reviews: ['d', 'e'].includes(letter)
			? []
			: [
					{
						decision: 'approved-with-waivers',
						role: 'reviewer',
						timeCreated: '2026-11-23T09:00:00Z',
						verifier: operator.orgName,
						person: '李工',
						reasons: ['打印预览的偏差不影响使用'],
						digest,
						signers: [signer(ED25519, 'unknown')],
					},
				],
		receipts: [],
		summary: {
			result: altered ? 'FAILED' : 'WARNED',
			product: {
				name: '示例办公软件',
				version: '3.2.1',
				vendor: '示例软件有限公司',
				category: 'application',
				digests: [digest.sha256],
			},
			platform: {
				arch: 'aarch64',
				cpuVendor: 'Phytium 飞腾',
				cpuModel: 'FT-2000/4',
				osName: '银河麒麟桌面操作系统',
				osVersion: 'V10 SP1',
				kernel: '5.4.18-85-generic',
			},
			suites: [{ id: 'demo', version: '1.0.0' }],
			operator: operator.orgName,
			reportNumber: null,
			supersedes: null,
			finishedOn: '2026-11-22T06:06:00Z',
			assuranceLevel: 'self_attested',
			privacy: 'full',
			counts: {
				tests: 14,
				passed: 7,
				warned: 1,
				failed: 3,
				skipped: 2,
				blocked: 0,
				notApplicable: 1,
				benchmarks: 1,
				evidence: 21,
				withheld: 2,
			},
			levels: { must: { passed: 5, tests: 8 }, should: { passed: 2, tests: 4 }, may: { passed: 0, tests: 1 } },
		},
		size: 1_234_567,
	};
}

function check(id: Check['id'], isBad: boolean): Check {
	const outcome = isBad ? 'failed' : id === 'policy' ? 'skipped' : 'passed';
	return {
		id,
		outcome,
		detail: { zh: '共 21 个文件，与清单一致。', en: '21 files, as listed.' },
		...(isBad ? { todo: { zh: '向签发人索取原文件。', en: 'Ask the issuer for the original file.' } } : {}),
	};
}

export const LAB_MATERIAL: Output<'review.material'> = {
	failed: [
		{
			id: 'demo/case-2',
			title: { zh: '第 3 个用例：动态库齐全', en: 'Case 3: all libraries are there' },
			level: 'may',
			status: 'failed',
			verdict: 'FAILED',
			reason: { zh: '退出码应为 0，实际 127', en: 'The exit code should be 0 but is 127' },
			attempts: 2,
		},
	],
	waived: [],
	otherwise: [],
	deviations: [],
	evidence: [{ sha256: digest.sha256, name: 'stdout', mediaType: 'text/plain', size: 4096, cases: ['demo/case-2'] }],
	mustOpen: 1,
};

export const LAB_AUDIT: Output<'audit.list'> = {
	last: 4,
	entries: [
		{ type: 'host.detected', run: null, fact: { type: 'host.detected', profile: 'ef'.repeat(32) } },
		{ type: 'run.planned', run: 'run-done', fact: { type: 'run.planned', run: 'run-done' } },
		{
			type: 'case.waived',
			run: 'run-done',
			fact: { type: 'case.waived', run: 'run-done', key: 'demo/case-2', by: '王工' },
		},
		{ type: 'report.exported', run: 'run-done', fact: { type: 'report.exported', reportId: LAB_REPORTS[1]?.reportId } },
	].map((entry, index) => ({
		...entry,
		seq: index + 1,
		at: `2026-11-22T06:0${index}:00Z`,
		hash: String(index).repeat(64),
	})),
};

/** As the engine makes it: a document of its own, with the script of its filter. */
export const LAB_PREVIEW =
	'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>报告</title></head><body><main><h1>适配测试报告</h1><p>示例办公软件 3.2.1</p></main><script>void 0</script></body></html>';
