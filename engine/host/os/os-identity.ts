import type { Confidence, FieldEvidence } from '../../../contract/host/field.ts';
import { evidence } from '../field.ts';
import type { Assignment } from '../parse/assignments.ts';
import type { OsEvidence } from './os-evidence.ts';

export interface OsClaim {
	readonly id: string;
	readonly confidence: Confidence;
	readonly evidence: FieldEvidence;
}

/** Who says which system this is, the strongest first: the product's own files, os-release, then lsb-release. */
export function osClaims(read: OsEvidence): OsClaim[] {
	const own = [...ownFileClaims(read), ...osReleaseClaims(read)];
	return [...(own.length > 0 ? own : sharedFileClaims(read)), ...lsbClaims(read)];
}

/** One-line files that only their own system ships: [file, what it must say, id]. */
const OWN_LINES: readonly (readonly [string, RegExp, string])[] = [
	['kylin-release', /^Kylin\b/iu, 'kylin'],
	['neokylin-release', /NeoKylin/iu, 'neokylin'],
	['kylinsec-release', /Kylinsec/iu, 'kylinsec'],
	['openEuler-release', /^openEuler/iu, 'openeuler'],
	['euleros-release', /^EulerOS/iu, 'euleros'],
	['anolis-release', /^Anolis/iu, 'anolis'],
	['bclinux-release', /BigCloud|BCLinux/iu, 'bclinux'],
	['opencloudos-release', /^OpenCloudOS/iu, 'opencloudos'],
	['tencentos-release', /^(?:TencentOS|Tencent)/iu, 'tencentos'],
	['tlinux-release', /^(?:TencentOS|Tencent)/iu, 'tencentos'],
	['alinux-release', /^(?:Alibaba Cloud|Aliyun)/iu, 'alinux'],
	['linx-release', /Linx|Rocky|凝思|^\d+\.\d/iu, 'linx'],
	['uos-release', /^(?:UnionTech OS|UOS)\b/iu, 'uos'],
	['UnionTech-release', /^(?:UnionTech OS|UOS)\b/iu, 'uos'],
	['redflag-release', /Red ?Flag|红旗/iu, 'redflag'],
	['isoft-release', /i-?Soft/iu, 'isoft'],
	['newstart-release', /NewStart|CGSL/iu, 'cgsl'],
	['nfs-release', /NFS|方德/iu, 'nfs'],
];

function ownFileClaims(read: OsEvidence): OsClaim[] {
	const claims: OsClaim[] = [];
	const kyinfo = read.kyinfo.get('name') ?? read.kyinfo.get('dist_id');
	if (kyinfo !== undefined && /^openKylin/iu.test(kyinfo.value)) claims.push(sure('openkylin', kyinfo));
	else if (kyinfo !== undefined && /^Kylin/iu.test(kyinfo.value)) claims.push(sure('kylin', kyinfo));
	const system = read.osVersion.get('SystemName');
	if (system !== undefined && /^(?:UnionTech OS|UOS)\b/iu.test(system.value)) claims.push(sure('uos', system));
	if (system !== undefined && /^deepin/iu.test(system.value)) claims.push(sure('deepin', system));
	const deepin = read.deepinVersion.get('Version');
	if (deepin !== undefined && /^\d/u.test(deepin.value)) claims.push(sure('deepin', deepin));
	for (const [file, pattern, id] of OWN_LINES) {
		const line = read.lines.get(file);
		if (line !== undefined && pattern.test(line.text)) {
			claims.push({ id, confidence: 'certain', evidence: evidence(line.path, line.text) });
		}
	}
	return claims;
}

/** os-release's ID in lower case → our id. */
const IDS: Readonly<Record<string, string>> = {
	kylin: 'kylin',
	neokylin: 'neokylin',
	openkylin: 'openkylin',
	uos: 'uos',
	deepin: 'deepin',
	openeuler: 'openeuler',
	anolis: 'anolis',
	bclinux: 'bclinux',
	euleros: 'euleros',
	opencloudos: 'opencloudos',
	tencentos: 'tencentos',
	tlinux: 'tencentos',
	alinux: 'alinux',
	loongnix: 'loongnix',
	'loongnix-server': 'loongnix',
	nfs: 'nfs',
	nfschina: 'nfs',
	nfsdesktop: 'nfs',
	linx: 'linx',
	rocky_linx: 'linx',
	kylinsec: 'kylinsec',
	kylinsecos: 'kylinsec',
	cgsl: 'cgsl',
	newstart: 'cgsl',
};

/** Names that outrank a borrowed ID ("Debian NFSDesktop 11" says ID=debian). */
const NAMES: readonly (readonly [RegExp, string])[] = [
	[/NFSDesktop|NFSChina|方德/iu, 'nfs'],
	[/KylinSec|麒麟信安/iu, 'kylinsec'],
	[/NeoKylin|中标麒麟/iu, 'neokylin'],
	[/NewStart|\bCGSL\b/iu, 'cgsl'],
	[/\bLinx\b|凝思/iu, 'linx'],
];

function osReleaseClaims(read: OsEvidence): OsClaim[] {
	const id = read.osRelease.get('ID');
	const claims: OsClaim[] = [];
	for (const key of ['PRETTY_NAME', 'NAME']) {
		const entry = read.osRelease.get(key);
		const named = NAMES.find(([pattern]) => pattern.test(entry?.value ?? ''))?.[1];
		if (entry !== undefined && named !== undefined) claims.push(sure(named, entry));
	}
	if (id !== undefined && /^[\w.-]+$/u.test(id.value)) {
		const lower = id.value.toLowerCase();
		const known = Object.hasOwn(IDS, lower) ? (IDS[lower] ?? lower) : lower;
		// "ID=ky" beside "Kylin V11" is what is left of a longer one.
		if (!claimsByName(read).some((named) => named.id !== known && named.id.startsWith(known)))
			claims.push(sure(known, id));
	}
	// People give a system another's ID so that an installer takes it: then its name stays, and contradicts.
	return claims.length > 0 ? [...claims, ...claimsByName(read)] : claimsByName(read);
}

/** What others were built from, and say so in files that several systems ship. */
const BASES: readonly (readonly [RegExp, string])[] = [
	[/^CentOS\b/u, 'centos'],
	[/^Red Hat Enterprise Linux\b/u, 'rhel'],
	[/^Rocky Linux\b/u, 'rocky'],
	[/^AlmaLinux\b/u, 'almalinux'],
	[/^Oracle Linux\b/u, 'ol'],
	[/^Fedora\b/u, 'fedora'],
];

/** How systems call themselves: for an os-release whose ID is damaged, and for files that several systems ship. */
const SYSTEM_NAMES: readonly (readonly [RegExp, string])[] = [
	[/^Kylin (?:Linux|V\d|\d)/u, 'kylin'],
	[/^openKylin\b/iu, 'openkylin'],
	[/^(?:UnionTech OS|UOS)\b/iu, 'uos'],
	[/^Deepin\b/iu, 'deepin'],
	[/^openEuler\b/u, 'openeuler'],
	[/^EulerOS\b/u, 'euleros'],
	[/^Huawei Cloud EulerOS\b/u, 'hce'],
	[/^KeyarchOS\b/u, 'kos'],
	[/^CTyunOS\b/iu, 'ctyunos'],
	[/^CULinux\b/iu, 'culinux'],
	[/^veLinux\b/iu, 'velinux'],
	[/^Anolis OS\b/u, 'anolis'],
	[/^(?:BigCloud Enterprise Linux|BCLinux)\b/iu, 'bclinux'],
	[/^OpenCloudOS\b/u, 'opencloudos'],
	[/^(?:TencentOS|Tencent tlinux)\b/u, 'tencentos'],
	[/^(?:Alibaba Cloud Linux|Aliyun Linux)\b/u, 'alinux'],
	[/^Loongnix\b/u, 'loongnix'],
	...BASES,
	[/^Ubuntu \d/u, 'ubuntu'],
	[/^Debian GNU\/Linux \d/u, 'debian'],
	[/^Alpine Linux\b/u, 'alpine'],
];

function idOfName(name: string): string | undefined {
	return [...NAMES, ...SYSTEM_NAMES].find(([pattern]) => pattern.test(name))?.[1];
}

function claimsByName(read: OsEvidence): OsClaim[] {
	for (const key of ['PRETTY_NAME', 'NAME']) {
		const entry = read.osRelease.get(key);
		const id = idOfName(entry?.value ?? '');
		if (entry !== undefined && id !== undefined) return [{ id, confidence: 'likely', evidence: entry.evidence }];
	}
	return [];
}

/**
 * Files that rpm systems of many makers ship. NeoKylin's says Red Hat, others' CentOS: what they were built from. So the
 * name of a base says nothing here.
 */
function sharedFileClaims(read: OsEvidence): OsClaim[] {
	for (const file of ['system-release', 'redhat-release']) {
		const line = read.lines.get(file);
		const id = idOfName(line?.text ?? '');
		if (line !== undefined && id !== undefined && !BASES.some(([, base]) => base === id))
			return [{ id, confidence: 'likely', evidence: evidence(line.path, line.text) }];
	}
	return [];
}

/**
 * Weakest: Linux WeChat replaced this file on Ubuntu with Kylin's. So it never makes a system domestic by itself.
 */
function lsbClaims(read: OsEvidence): OsClaim[] {
	const id = read.lsbRelease.get('DISTRIB_ID');
	if (id === undefined || !/^[\w.-]+$/u.test(id.value)) return [];
	if (!/kylin|uos|uniontech|deepin/iu.test(id.value)) {
		return [{ id: id.value.toLowerCase(), confidence: 'guess', evidence: id.evidence }];
	}
	const description = read.lsbRelease.get('DISTRIB_DESCRIPTION');
	const named = idOfName(description?.value ?? '');
	const kernel = KERNELS.find(([system]) => system === named)?.[1];
	if (description === undefined || named === undefined || kernel?.test(read.kernelLine) !== true) return [];
	return [{ id: named, confidence: 'guess', evidence: description.evidence }];
}

/** Kernels that their systems' makers built: no proof by themselves, since containers see their host's. */
const KERNELS: readonly (readonly [string, RegExp])[] = [
	['kylin', /\.ky\d+\b|-KYLINOS\b|\.kylin\b/u],
	['uos', /\.uelc?20\b|-(?:amd64|arm64|loongarch64)-desktop\b/u],
	['deepin', /-deepin\b|-(?:amd64|arm64|loong64)-desktop\b/u],
];

function sure(id: string, entry: Assignment): OsClaim {
	return { id, confidence: 'certain', evidence: entry.evidence };
}
