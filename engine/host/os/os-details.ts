import type { Field, FieldEvidence } from '../../../contract/host/field.ts';
import { certain, evidence, likely } from '../field.ts';
import type { Assignment } from '../parse/assignments.ts';
import { editionByName, idLine, type OsDetails } from './edition.ts';
import { kylinDetails } from './kylin.ts';
import type { OsEvidence } from './os-evidence.ts';
import { uosDetails } from './uos.ts';

export function osDetails(id: string, read: OsEvidence): OsDetails {
	if (id === 'kylin') return kylinDetails(read);
	if (id === 'uos') return uosDetails(read);
	const rule = RULES[id];
	return rule === undefined ? generalDetails(read) : { ...generalDetails(read), ...rule(read) };
}

type Rule = (read: OsEvidence) => OsDetails;

const RULES: Readonly<Record<string, Rule>> = {
	openkylin: (read) => ({ ...always(read, 'desktop', 'deb'), version: bareVersion(read) }),
	deepin: (read) => ({ ...always(read, 'desktop', 'deb', 'Debian'), ...versionOf(read.deepinVersion.get('Version')) }),
	openeuler: (read) => ({ ...always(read, 'server', 'rpm'), version: parenthesisedVersion(read) }),
	euleros: (read) => ({ ...always(read, 'server', 'rpm'), version: parenthesisedVersion(read) }),
	anolis: (read) => always(read, 'server', 'rpm', majorBase(read, { '7': 'CentOS 7', '8': 'RHEL 8' })),
	bclinux: (read) => bclinux(read),
	opencloudos: (read) => always(read, 'server', 'rpm', majorBase(read, { '8': 'RHEL 8' })),
	tencentos: (read) => always(read, 'server', 'rpm', majorBase(read, { '2': 'CentOS 7', '3': 'RHEL 8' })),
	alinux: (read) => alinux(read),
	loongnix: (read) => loongnix(read),
	neokylin: (read) => neokylin(read),
	// The desktop is a Debian; what the server's packages are, its own ID_LIKE has to say.
	nfs: (read) => (editionByName(read)?.value === 'desktop' ? always(read, 'desktop', 'deb', 'Debian') : {}),
	linx: (read) => linx(read),
	kylinsec: (read) => ({
		...always(read, 'server', 'rpm', 'openEuler'),
		edition: editionByName(read) ?? always(read, 'server', 'rpm').edition,
	}),
	cgsl: (read) => always(read, 'server', 'rpm'),
	hce: (read) => always(read, 'server', 'rpm'),
	fusionos: (read) => always(read, 'server', 'rpm'),
	ctyunos: (read) => always(read, 'server', 'rpm'),
	culinux: (read) => always(read, 'server', 'rpm'),
	kos: (read) => always(read, 'server', 'rpm', majorBase(read, { '5': 'Anolis OS 8' })),
	aosc: (read) => formatOnly(read, 'deb'),
	isoft: (read) => formatOnly(read, 'rpm'),
	redflag: (read) => formatOnly(read, 'rpm'),
	asianux: (read) => formatOnly(read, 'rpm'),
	centos: (read) => always(read, 'server', 'rpm'),
	rhel: (read) => always(read, 'server', 'rpm'),
	rocky: (read) => always(read, 'server', 'rpm'),
	almalinux: (read) => always(read, 'server', 'rpm'),
	fedora: (read) => formatOnly(read, 'rpm'),
	debian: (read) => formatOnly(read, 'deb'),
	ubuntu: (read) => formatOnly(read, 'deb'),
	alpine: (read) => formatOnly(read, 'other'),
	arch: (read) => formatOnly(read, 'other'),
	gentoo: (read) => formatOnly(read, 'other'),
};

function generalDetails(read: OsEvidence): OsDetails {
	const version = read.osRelease.get('VERSION_ID');
	const like = read.osRelease.get('ID_LIKE');
	const format = FORMATS.find(([pattern]) => pattern.test(like?.value ?? ''))?.[1];
	return {
		edition: editionByName(read),
		...(version === undefined ? { ...versionOfLine(read), ...versionInName(read) } : versionOf(version)),
		...(like === undefined || format === undefined ? {} : { packageFormat: likely(format, like.evidence) }),
	};
}

/** What a system says it is like tells what its packages are. */
const FORMATS: readonly (readonly [RegExp, string])[] = [
	[/\b(?:debian|ubuntu|deepin)\b/iu, 'deb'],
	[/\b(?:rhel|fedora|centos|suse|openEuler|anolis)\b/iu, 'rpm'],
	[/\b(?:arch|alpine|gentoo)\b/iu, 'other'],
];

function versionOf(entry: Assignment | undefined): OsDetails {
	return entry === undefined || entry.value === '' ? {} : { version: certain(entry.value, entry.evidence) };
}

/** "Anolis OS release 8.6", "NewStart CGSL MAIN 5.04", "6.0.60": systems without os-release have this line. */
function versionOfLine(read: OsEvidence): OsDetails {
	const own = [...read.lines].find(([name, { text }]) => name.endsWith('-release') && /\d/u.test(text))?.[1];
	const number = /(?: release |Server |MAIN |CORE |^|[Ll]inx[^\d]*)(V?\d[\w.-]*)/u.exec(own?.text ?? '')?.[1];
	return own === undefined || number === undefined ? {} : { version: certain(number, evidence(own.path, own.text)) };
}

/** hostnamectl gives the whole name and nothing else: "Anolis OS 8.8", "Alibaba Cloud Linux 3.2104 U12 (OpenAnolis Edition)". */
function versionInName(read: OsEvidence): OsDetails {
	const name = read.osRelease.size === 1 ? read.osRelease.get('PRETTY_NAME') : undefined;
	const number = /\sv?(V?\d+(?:\.\d{1,3})*)(?!\d)/u.exec(name?.value ?? '')?.[1];
	return name === undefined || number === undefined ? {} : { version: certain(number, name.evidence) };
}

function always(read: OsEvidence, edition: string, format: string, base?: string): OsDetails {
	const line = idLine(read);
	return {
		edition: editionByName(read) ?? likely(edition, line),
		packageFormat: likely(format, line),
		...(base === undefined ? {} : { base: likely(base, line) }),
	};
}

function formatOnly(read: OsEvidence, format: string): OsDetails {
	return { packageFormat: likely(format, idLine(read)) };
}

/** "1.0.1 (yangtze)" → "1.0.1", "2.0 SP1 (nile)" → "2.0 SP1" */
function bareVersion(read: OsEvidence): Field<string> | undefined {
	const version = read.osRelease.get('VERSION') ?? read.osRelease.get('PRETTY_NAME');
	const text = version?.value
		.replace(/^openKylin\b/iu, '')
		.replace(/\s*\([^)]*\)\s*$/u, '')
		.trim();
	return version === undefined || text === undefined || text === '' ? undefined : certain(text, version.evidence);
}

/** "20.03 (LTS-SP4)" and "22.03 LTS" → "20.03 LTS-SP4", "22.03 LTS"; falls back to the release file. */
function parenthesisedVersion(read: OsEvidence): Field<string> | undefined {
	for (const entry of [read.osRelease.get('VERSION'), read.osRelease.get('PRETTY_NAME')]) {
		const said = /^(?:openEuler |EulerOS )?(\d.*)$/u.exec(entry?.value ?? '')?.[1];
		if (entry !== undefined && said !== undefined && isBalanced(said))
			return certain(withoutParentheses(said), entry.evidence);
	}
	const line = read.lines.get('openEuler-release') ?? read.lines.get('euleros-release');
	const text = / release (\d.*)$/u.exec(line?.text ?? '')?.[1];
	return line === undefined || text === undefined || !isBalanced(text)
		? undefined
		: certain(withoutParentheses(text), evidence(line.path, line.text));
}

/** "2.0 (SP1" is what is left of SP10. */
function isBalanced(text: string): boolean {
	return text.split('(').length === text.split(')').length;
}

function withoutParentheses(text: string): string {
	// EulerOS runs its architecture into it: "2.0 (SP9x86_64)".
	const plain = text.replace(/(?<=SP\d+)(?:x86_64|aarch64)/u, '');
	return plain.replace(/[()]/gu, ' ').replace(/\s+/gu, ' ').trim();
}

function majorBase(read: OsEvidence, bases: Readonly<Record<string, string>>): string | undefined {
	return bases[read.osRelease.get('VERSION_ID')?.value.split('.')[0] ?? ''];
}

function bclinux(read: OsEvidence): OsDetails {
	const pretty = read.osRelease.get('PRETTY_NAME')?.value ?? '';
	// It was rebuilt from CentOS until that ended, and from Anolis since.
	const early = /^8\.[0-5]$/u.test(read.osRelease.get('VERSION_ID')?.value ?? '');
	const base = majorBase(read, { '8': early ? 'CentOS 8' : 'Anolis OS 8', '7': 'CentOS 7' });
	return always(read, 'server', 'rpm', /Euler/iu.test(pretty) ? 'openEuler' : base);
}

function alinux(read: OsEvidence): OsDetails {
	const minor = read.osRelease.get('ALINUX_MINOR_ID');
	const update = read.osRelease.get('ALINUX_UPDATE_ID');
	const major = read.osRelease.get('VERSION_ID')?.value;
	// "3.2104 U12", but "4.0.1" since.
	const dated = /^\d{4}$/u.test(minor?.value ?? '');
	const [before, between] = dated ? ['', ' U'] : [`${major}.`, '.'];
	const known = dated || /^\d+$/u.test(major ?? '');
	const release =
		minor && known ? `${before}${minor.value}${update === undefined ? '' : `${between}${update.value}`}` : undefined;
	return {
		...always(read, 'server', 'rpm', majorBase(read, { '2': 'CentOS 7', '3': 'Anolis OS 8' })),
		...(release === undefined || minor === undefined ? {} : { release: certain(release, minor.evidence) }),
	};
}

function loongnix(read: OsEvidence): OsDetails {
	const names = [read.osRelease.get('ID')?.value, idLine(read).text];
	if (names.some((name) => /Loongnix-Server/iu.test(name ?? '')))
		return always(read, 'server', 'rpm', majorBase(read, { '8': 'RHEL 8' }));
	if (!names.some((name) => /GNU\/Linux/u.test(name ?? '')) && !read.osRelease.has('ID')) return {};
	return always(read, 'desktop', 'deb', majorBase(read, { '20': 'Debian 10' }));
}

/** Six systems under one name, each of another descent. Source: the installation media that distrotwin/linx lists. */
const LINX: Readonly<Record<string, readonly [format: string, base: string | undefined]>> = {
	'6.0.42': ['other', undefined],
	'6.0.60': ['deb', 'Debian 6'],
	'6.0.97': ['rpm', 'Anolis OS 7'],
	'6.0.98': ['rpm', 'Anolis OS 8'],
	'6.0.99': ['rpm', 'openEuler'],
	'6.0.100': ['deb', 'Debian 10'],
};

/** Its VERSION_ID may be that of the system it was built from. */
function linx(read: OsEvidence): OsDetails {
	const line = read.lines.get('linx-release');
	const pretty = read.osRelease.get('PRETTY_NAME');
	const said = [line === undefined ? undefined : evidence(line.path, line.text), pretty?.evidence];
	const from = said.find((place) => /\b\d+\.\d+\.\d+/u.test(place?.text ?? ''));
	const number = /\b\d+\.\d+\.\d+/u.exec(from?.text ?? '')?.[0];
	if (from === undefined || number === undefined) return {};
	const [format, base] = LINX[number] ?? [];
	return {
		version: certain(number, from),
		...(format === undefined ? {} : { packageFormat: likely(format, from) }),
		...(base === undefined ? {} : { base: likely(base, from) }),
	};
}

/** "NeoKylin Linux Advanced Server release V7Update6" → "V7U6" */
function neokylin(read: OsEvidence): OsDetails {
	const line = read.lines.get('neokylin-release');
	const pretty = read.osRelease.get('VERSION') ?? read.osRelease.get('PRETTY_NAME');
	const [text, from]: [string, FieldEvidence | undefined] =
		line === undefined ? [pretty?.value ?? '', pretty?.evidence] : [line.text, evidence(line.path, line.text)];
	const match = /\bV(\d+)\s*(?:Update\s*|U)(\d+)/iu.exec(text);
	return {
		...always(read, 'server', 'rpm', majorBaseOfNeokylin(match?.[1])),
		...(match === null || from === undefined ? {} : { version: certain(`V${match[1]}U${match[2]}`, from) }),
	};
}

function majorBaseOfNeokylin(major: string | undefined): string | undefined {
	return major === '7' ? 'CentOS 7' : undefined;
}
