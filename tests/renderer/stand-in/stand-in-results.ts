import type { Output } from '../../../contract/methods.ts';
import type { ImportedFile, ReportResult } from '../../../contract/report-result.ts';
import type { Verification } from '../../../contract/verification.ts';
import { LAB_MATERIAL, LAB_REPORTS, labVerification } from './stand-in-lab.ts';

type Summary = NonNullable<Verification['summary']>;
type Platform = Summary['platform'];

const PHYTIUM: Platform = platform('Phytium 飞腾', 'FT-2000/4', 'aarch64', '银河麒麟桌面操作系统', 'V10 SP1');
const LOONGSON: Platform = platform('Loongson 龙芯', '3A6000-HV', 'loongarch64', '统信桌面操作系统', '20 1070');
const KUNPENG: Platform = platform('Huawei 华为', 'Kunpeng 920 5250', 'aarch64', 'openEuler', '24.03 LTS');
const HYGON: Platform = platform('Hygon 海光', 'C86 7285H', 'x86_64', '银河麒麟高级服务器操作系统', 'V10 SP3');
const OFFICE = product('示例办公软件', '3.2.1', '示例软件有限公司', 'application');
const BASE = product('示例数据库', '8.0', '示例数据有限公司', 'database');
const DM = { kind: 'databases', name: '达梦 DM8', version: '8.1.2', running: true } as const;
const TONG = { kind: 'middleware', name: '东方通 TongWeb', version: '7.0', running: true } as const;

/** What a laboratory has signed and taken in after some months: every mark, preset and filter of the matrix has its case. */
export const LAB_RESULTS: readonly ReportResult[] = [
	// The first three; those that wait for a review are of the same product on the same machine.
	...LAB_REPORTS.slice(0, 3).map(({ reportId, file, present }): ReportResult => {
		const { verdict, summary } = labVerification(file);
		const said = present ? { verdict, summary } : { verdict: null, summary: null };
		return { ...result(reportId, {}), file, present, ...said, servers: [DM] };
	}),
	result('d', { product: { ...OFFICE, version: '3.1.0' }, on: '2025-06-02T03:00:00Z', platform: PHYTIUM }),
	result('e', { product: { ...OFFICE, version: '3.1.0' }, result: 'FAILED', failed: 2, platform: LOONGSON }),
	result('f', { product: OFFICE, assurance: 'third_party', platform: KUNPENG, by: '某检测中心', imported: true }),
	result('7', { product: BASE, result: 'WARNED', platform: KUNPENG, servers: [DM, TONG] }),
	result('8', { product: BASE, assurance: 'witnessed', platform: HYGON, servers: [] }),
	result('9', { product: BASE, result: 'FAILED', failed: 3, platform: PHYTIUM, trouble: true, imported: true }),
	result('0', { product: null, platform: HYGON, on: '2024-10-01T03:00:00Z' }),
	result('1', { product: product('示例浏览器', '1.0', '', null), platform: HYGON, nothingApplies: true }),
];

/** A whole country's: each product once on each platform, every third in two versions. */
export function manyResults(products: number, platforms: number): readonly ReportResult[] {
	const columns = Array.from({ length: platforms }, (_, at) =>
		platform(`厂商 ${at % 6}`, `CPU ${at % 12}`, 'aarch64', `系统 ${at % 4}`, `V${Math.floor(at / 4)}`),
	);
	const outcomes = ['PASSED', 'PASSED', 'WARNED', 'FAILED'] as const;
	return Array.from({ length: products }, (_, row) =>
		columns.map((where, at) =>
			result(`${row} ${at}`, {
				product: product(`产品 ${row}`, `${1 + (row % 3 === 0 ? at % 2 : 0)}.0`, `厂商 ${row % 20}`, 'application'),
				platform: where,
				result: outcomes[(row * 7 + at) % outcomes.length] ?? 'PASSED',
				on: new Date(Date.UTC(2026, 10, 1) - ((row * 31 + at * 17) % 700) * 86_400_000).toISOString(),
			}),
		),
	).flat();
}

interface Made {
	readonly product?: Summary['product'];
	readonly platform?: Platform;
	readonly result?: Summary['result'];
	readonly failed?: number;
	readonly on?: string;
	readonly assurance?: string;
	readonly by?: string;
	readonly imported?: true;
	readonly trouble?: true;
	readonly nothingApplies?: true;
	readonly servers?: ReportResult['servers'];
}

function result(letter: string, made: Made): ReportResult {
	const { failed = 0, imported, servers = [DM] } = made;
	const tests = 14;
	const passed = made.nothingApplies === true ? 0 : tests - failed;
	return {
		reportId: letter.startsWith('sha256:') ? letter : `sha256:${letter.padEnd(64, letter)}`,
		origin: imported === true ? 'imported' : 'own',
		file: `/home/lab/.local/share/shipei/reports/${letter}.xcr`,
		present: true,
		run: imported === true ? null : 'run-done',
		imported: imported === true ? { name: `${made.by ?? '送检'}.xcr`, on: '2026-11-20T02:00:00Z', by: '王工' } : null,
		verdict: made.trouble === true ? 'refused' : 'trusted',
		signers: [{ keyid: `sm3:${'5a'.repeat(32)}`, owner: null }],
		servers,
		summary: {
			result: made.result ?? 'PASSED',
			product: made.product === undefined ? OFFICE : made.product,
			platform: made.platform ?? PHYTIUM,
			suites: [{ id: 'demo', version: '1.0.0' }],
			operator: made.by ?? '示例适配实验室',
			reportNumber: null,
			supersedes: null,
			finishedOn: made.on ?? '2026-10-12T06:06:00Z',
			assuranceLevel: made.assurance ?? 'self_attested',
			privacy: 'full',
			counts: {
				...{ tests, passed, warned: 0, failed, skipped: 0, blocked: 0, benchmarks: 1, evidence: 21, withheld: 0 },
				notApplicable: made.nothingApplies === true ? tests : 0,
			},
			levels:
				made.nothingApplies === true
					? { must: { passed: 0, tests: 0 }, should: { passed: 0, tests: 0 }, may: { passed: 0, tests: 0 } }
					: { must: { passed: 10 - failed, tests: 10 }, should: { passed: 3, tests: 3 }, may: { passed: 1, tests: 1 } },
		},
	};
}

function platform(cpuVendor: string, cpuModel: string, arch: string, osName: string, osVersion: string): Platform {
	return { arch, cpuVendor, cpuModel, osName, osVersion, kernel: '5.4.18-85-generic' };
}

function product(
	name: string,
	version: string,
	vendor: string,
	category: string | null,
): NonNullable<Summary['product']> {
	return { name, version, vendor, category, digests: ['12'.repeat(32)] };
}

/** A stick with whatever one may find on it: the file's name says what it is. */
export function standInImport(files: readonly string[], apply: boolean): Output<'report.import'> {
	const found = files.map((file): ImportedFile => {
		const state = (['more', 'known', 'own', 'bad'] as const).find((word) => file.includes(word)) ?? 'new';
		const { reportId, verdict, summary } = result('f', { by: '某检测中心', product: OFFICE });
		if (state !== 'bad') return { file, state, reportId, verdict, summary, problem: null };
		const detail = { zh: '证据“a.log”的摘要与清单不符。', en: 'The digest of “a.log” is not the one that is listed.' };
		return {
			file,
			state,
			reportId: null,
			verdict: 'invalid',
			summary: null,
			problem: { code: 'evidence.digests', detail },
		};
	});
	return {
		files: found,
		imported: apply ? found.filter(({ state }) => state === 'new' || state === 'more').length : 0,
	};
}

/** What did not pass: in the newest of the office product other cases than in those before it. */
export function standInMaterial(file: string): Output<'review.material'> {
	if (LAB_REPORTS.some((report) => report.file === file)) return LAB_MATERIAL;
	const title = { zh: '打印预览', en: 'Print preview' };
	const failed = LAB_MATERIAL.failed.map((one) => ({ ...one, id: 'demo/case-4', title }));
	return { ...LAB_MATERIAL, failed };
}
