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
	const [dpkg, ...rpm] = await Promise.all(
		['/var/lib/dpkg', '/var/lib/rpm', '/usr/lib/sysimage/rpm'].map((path) => source.list(path)),
	);
	if (dpkg?.includes('status') === true) {
		return ask(source, 'dpkg-query', ['-W', '-f', '${Package}\t${Version}\t${db:Status-Status}\n', ...names]);
	}
	if (rpm.some((listing) => (listing?.length ?? 0) > 0)) {
		return ask(source, 'rpm', ['-q', '--qf', '%{NAME}\t%{VERSION}-%{RELEASE}\tinstalled\n', ...names]);
	}
	return new Map();
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
