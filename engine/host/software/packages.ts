import type { FieldEvidence } from '../../../contract/host/field.ts';
import { evidence } from '../field.ts';
import type { Source } from '../source/source.ts';

export interface InstalledPackage {
	readonly version: string;
	readonly evidence: FieldEvidence;
}

/** Versions of those packages that are installed, asked of the system's own package tool in one call. */
export async function installedPackages(
	source: Source,
	names: readonly string[],
): Promise<Map<string, InstalledPackage>> {
	if (source.origin === 'snapshot') {
		const listed = await listedPackages(source, new Set(names));
		if (listed !== undefined) return listed;
	}
	const [dpkg, ...rpm] = await Promise.all(
		['/var/lib/dpkg', '/var/lib/rpm', '/usr/lib/sysimage/rpm'].map((path) => source.list(path)),
	);
	if (dpkg?.includes('status') === true) {
		return ask(source, 'dpkg-query', ['-W', '-f', DPKG_FORMAT, ...names]);
	}
	if (rpm.some((listing) => (listing?.length ?? 0) > 0)) {
		return ask(source, 'rpm', ['-q', '--qf', RPM_FORMAT, ...names]);
	}
	return new Map();
}

/** Both tools read the escapes themselves: no line break goes into a command's name. */
const DPKG_FORMAT = '${Package}\\t${Version}\\t${db:Status-Status}\\n';
const RPM_FORMAT = '%{NAME}\\t%{VERSION}-%{RELEASE}\\tinstalled\\n';

/** Whole lists, as people collect them, and dpkg's own database. */
const LISTS: readonly { readonly argv: readonly string[]; readonly line: RegExp }[] = [
	{ argv: ['dpkg', '-l'], line: /^ii\s+([^\s:]+)(?::\S+)?\s+(\S+)/u },
	{ argv: ['dpkg-query', '-W'], line: /^([^\s:]+)(?::\S+)?\t(\S+)/u },
	{
		argv: ['rpm', '-qa'],
		line: /^(\S+)-([^\s-]+-[^\s-]+?)(?:\.(?:noarch|aarch64|x86_64|loongarch64|mips64el|sw_64))?$/u,
	},
];

async function listedPackages(
	source: Source,
	wanted: ReadonlySet<string>,
): Promise<Map<string, InstalledPackage> | undefined> {
	const status = await source.readText('/var/lib/dpkg/status');
	if (status?.includes('\nVersion:') === true) return packagesOfStatus(status, wanted);
	for (const { argv, line } of LISTS) {
		const answer = await source.run(argv);
		if (answer === undefined) continue;
		const rows = answer.stdout.split('\n').flatMap((text): [string, InstalledPackage][] => {
			const [, name, version] = line.exec(text) ?? [];
			if (name === undefined || version === undefined || !wanted.has(name)) return [];
			return [[name, { version, evidence: evidence(argv.join(' '), text.trim().slice(0, 200)) }]];
		});
		return new Map(rows);
	}
	return undefined;
}

function packagesOfStatus(status: string, wanted: ReadonlySet<string>): Map<string, InstalledPackage> {
	const packages = new Map<string, InstalledPackage>();
	for (const paragraph of status.split('\n\n')) {
		const value = (key: string) => new RegExp(`^${key}: (.+)$`, 'mu').exec(paragraph)?.[1];
		const [name, version] = [value('Package'), value('Version')];
		if (name === undefined || version === undefined || !wanted.has(name)) continue;
		if (value('Status') !== 'install ok installed') continue;
		packages.set(name, { version, evidence: evidence('/var/lib/dpkg/status', `${name} ${version}`) });
	}
	return packages;
}

/** "4:12.2.0-14+deb12u1" → "12.2.0": the makers' version, without epoch and distribution revision. */
export function upstreamVersion(version: string): string {
	return version
		.replace(/^\d+:/u, '')
		.replace(/-[^-]*$/u, '')
		.replace(/\+(?:dfsg|ds|really).*$/u, '');
}

/** Both tools complain about names that are not installed and answer for the rest. */
async function ask(source: Source, tool: string, args: readonly string[]): Promise<Map<string, InstalledPackage>> {
	const answer = await source.run([tool, ...args]);
	const packages = new Map<string, InstalledPackage>();
	for (const line of answer?.stdout.split('\n') ?? []) {
		const [name, version, status] = line.split('\t');
		if (name === undefined || version === undefined || status !== 'installed') continue;
		packages.set(name, { version, evidence: evidence(`${tool} ${args[0]} ${name}`, `${name} ${version}`) });
	}
	return packages;
}
