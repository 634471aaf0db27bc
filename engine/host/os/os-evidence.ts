import { evidence } from '../field.ts';
import { type Assignment, parseAssignments } from '../parse/assignments.ts';
import { answered } from '../parse/dmi-text.ts';
import { isDamaged } from '../parse/key-values.ts';
import type { Source } from '../source/source.ts';

export interface ReadText {
	readonly path: string;
	readonly text: string;
}

type Assignments = ReadonlyMap<string, Assignment>;

/** Everything that can name the operating system, read and split but not judged. */
export interface OsEvidence {
	readonly osRelease: Assignments;
	readonly lsbRelease: Assignments;
	readonly kyinfo: Assignments;
	readonly kylinVersion: Assignments;
	/** UOS and deepin. */
	readonly osVersion: Assignments;
	/** deepin 15 and 20: an INI file with Version and Type. */
	readonly deepinVersion: Assignments;
	/** One-line release files by their base name: kylin-release, openEuler-release, redhat-release, issue … */
	readonly lines: ReadonlyMap<string, ReadText>;
	readonly nkvers: ReadText | undefined;
	readonly kernel: ReadText | undefined;
	/** The kernel's whole line, with the name of who built it. */
	readonly kernelLine: string;
}

const LINE_FILES = [
	'kylin-release',
	'neokylin-release',
	'kylinsec-release',
	'openEuler-release',
	'euleros-release',
	'anolis-release',
	'bclinux-release',
	'opencloudos-release',
	'tencentos-release',
	'tlinux-release',
	'alinux-release',
	'linx-release',
	'newstart-release',
	'nfs-release',
	'isoft-release',
	'redflag-release',
	'uos-release',
	'UnionTech-release',
	'centos-release',
	'redhat-release',
	'system-release',
	'debian_version',
	'product-info',
	'issue',
];

export async function readOsEvidence(source: Source): Promise<OsEvidence> {
	const [
		osRelease,
		lsbFile,
		lsbCommand,
		kyinfo,
		kylinVersion,
		osVersion,
		productInfo,
		deepinVersion,
		nkvers,
		product,
		kernel,
		kernelLine,
		...lines
	] = await Promise.all([
		firstAssignments(source, ['/etc/os-release', '/usr/lib/os-release']),
		firstAssignments(source, ['/etc/lsb-release']),
		lsbOfCommand(source),
		firstAssignments(source, ['/etc/.kyinfo']),
		firstAssignments(source, ['/etc/kylin-version/kylin-system-version.conf']),
		firstAssignments(source, ['/etc/os-version']),
		firstAssignments(source, ['/etc/product-info']),
		firstAssignments(source, ['/etc/deepin-version']),
		readNkvers(source),
		readProduct(source),
		readKernel(source),
		readKernelLine(source),
		...LINE_FILES.map((name) => readLine(source, name)),
	]);
	const read = new Map(lines.flatMap((line, index) => (line === undefined ? [] : [[LINE_FILES[index] ?? '', line]])));
	addProductLine(read, product ?? releaseOfNkvers(nkvers));
	return {
		osRelease: osRelease.size > 0 ? osRelease : await nameOfHostnamectl(source),
		lsbRelease: lsbFile.size > 0 ? lsbFile : lsbCommand,
		kyinfo,
		kylinVersion,
		osVersion: osVersion.size > 0 ? osVersion : productInfo,
		deepinVersion,
		nkvers,
		kernel,
		kernelLine: kernelLine ?? '',
		lines: read,
	};
}

/** What Kylin and NeoKylin servers say of themselves stands in several places, in the form of their release file. */
function addProductLine(lines: Map<string, ReadText>, product: ReadText | undefined): void {
	const name = product === undefined ? undefined : /^(?:Neo)?Kylin\b/iu.exec(product.text)?.[0].toLowerCase();
	if (product !== undefined && name !== undefined && !lines.has(`${name}-release`))
		lines.set(`${name}-release`, product);
}

async function firstAssignments(source: Source, paths: readonly string[]): Promise<Assignments> {
	for (const path of paths) {
		const text = await source.readText(path);
		if (text !== undefined) return parseAssignments(text, path);
	}
	return new Map();
}

/** `lsb_release -a` is a slow script that prints what the file says: only a snapshot may hold it instead of the file. */
async function lsbOfCommand(source: Source): Promise<Assignments> {
	if (source.origin === 'live') return new Map();
	const [answer] = await answered(source, [['lsb_release', '-a']]);
	if (answer === undefined) return new Map();
	const asFile = answer.text
		.replace(/^\s*Distributor ID:\s*/imu, 'DISTRIB_ID=')
		.replace(/^\s*Description:\s*/imu, 'DISTRIB_DESCRIPTION=')
		.replace(/^\s*Release:\s*/imu, 'DISTRIB_RELEASE=')
		.replace(/^\s*Codename:\s*/imu, 'DISTRIB_CODENAME=');
	return parseAssignments(asFile, answer.command);
}

/** "Operating System: Kylin Linux Advanced Server V10 (Lance)" is PRETTY_NAME: for snapshots that hold nothing better. */
async function nameOfHostnamectl(source: Source): Promise<Assignments> {
	if (source.origin === 'live') return new Map();
	const [answer] = await answered(source, [['hostnamectl'], ['hostnamectl', 'status']]);
	const name = /^\s*Operating System:\s*(\S.*)$/mu.exec(answer?.text ?? '');
	if (answer === undefined || name?.[1] === undefined) return new Map();
	return new Map([['PRETTY_NAME', { value: name[1].trim(), evidence: evidence(answer.command, name[0].trim()) }]]);
}

async function readLine(source: Source, name: string): Promise<ReadText | undefined> {
	const path = `/etc/${name}`;
	const text = await source.readText(path);
	const line = text
		?.split('\n')
		.map((part) => part.trim())
		.find((part) => part !== '' && !part.startsWith('#') && !isDamaged(part));
	return line === undefined ? undefined : { path, text: line };
}

async function readNkvers(source: Source): Promise<ReadText | undefined> {
	// Only Kylin servers have it; asking a live machine for it costs a failed start and nothing more.
	const [answer] = await answered(source, [['nkvers']]);
	return answer === undefined ? undefined : { path: answer.command, text: answer.text };
}

/** "Kylin Linux Advanced Server", and below it "release V10 (SP1) /(Tercel)-aarch64-Build20/20210518". */
async function readProduct(source: Source): Promise<ReadText | undefined> {
	const path = '/etc/.productinfo';
	const text = await source.readText(path);
	const [name = '', release = ''] = (text ?? '').split('\n').map((line) => line.trim());
	return name === '' || isDamaged(name) || !/^release \S/u.test(release) || isDamaged(release)
		? undefined
		: { path, text: `${name} ${release}` };
}

function releaseOfNkvers(nkvers: ReadText | undefined): ReadText | undefined {
	const line = /^Release:\s*\n(\S.* release .+)$/mu.exec(nkvers?.text ?? '')?.[1];
	return nkvers === undefined || line === undefined ? undefined : { path: nkvers.path, text: line.trim() };
}

async function readKernelLine(source: Source): Promise<string | undefined> {
	const version = await source.readText('/proc/version');
	if (version !== undefined || source.origin === 'live') return version;
	const [answer] = await answered(source, [
		['uname', '-a'],
		['uname', '-r'],
	]);
	return answer?.text;
}

async function readKernel(source: Source): Promise<ReadText | undefined> {
	const release = await source.readText('/proc/sys/kernel/osrelease');
	if (release !== undefined) return { path: '/proc/sys/kernel/osrelease', text: release.trim() };
	const version = await source.readText('/proc/version');
	const ofVersion = /^Linux version (\S+)/u.exec(version ?? '')?.[1];
	if (ofVersion !== undefined) return { path: '/proc/version', text: ofVersion };
	const [answer] = await answered(source, [['uname', '-r']]);
	return answer === undefined ? undefined : { path: answer.command, text: answer.text.trim() };
}
