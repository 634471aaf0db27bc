import type { Field, FieldEvidence } from '../../../contract/host/field.ts';
import { certain, evidence, likely } from '../field.ts';
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
	deepin: (read) => ({ ...always(read, 'desktop', 'deb', 'Debian') }),
	openeuler: (read) => ({ ...always(read, 'server', 'rpm'), version: parenthesisedVersion(read) }),
	euleros: (read) => ({ ...always(read, 'server', 'rpm'), version: parenthesisedVersion(read) }),
	anolis: (read) => always(read, 'server', 'rpm', majorBase(read, { '7': 'CentOS 7', '8': 'RHEL 8' })),
	bclinux: (read) => bclinux(read),
	opencloudos: (read) => always(read, 'server', 'rpm', majorBase(read, { '8': 'RHEL 8' })),
	tencentos: (read) => always(read, 'server', 'rpm', majorBase(read, { '2': 'CentOS 7', '3': 'RHEL 8' })),
	alinux: (read) => alinux(read),
	loongnix: (read) => loongnix(read),
	neokylin: (read) => neokylin(read),
	nfs: (read) => ({ ...always(read, 'desktop', 'deb', 'Debian'), edition: editionByName(read) }),
	kylinsec: (read) => ({
		...always(read, 'server', 'rpm', 'openEuler'),
		edition: editionByName(read) ?? always(read, 'server', 'rpm').edition,
	}),
	cgsl: (read) => always(read, 'server', 'rpm'),
	centos: (read) => always(read, 'server', 'rpm'),
	rhel: (read) => always(read, 'server', 'rpm'),
	rocky: (read) => always(read, 'server', 'rpm'),
	almalinux: (read) => always(read, 'server', 'rpm'),
	fedora: (read) => formatOnly(read, 'rpm'),
	debian: (read) => formatOnly(read, 'deb'),
	ubuntu: (read) => formatOnly(read, 'deb'),
};

function generalDetails(read: OsEvidence): OsDetails {
	const version = read.osRelease.get('VERSION_ID');
	return {
		edition: editionByName(read),
		version: version === undefined ? undefined : certain(version.value, version.evidence),
	};
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
	const version = read.osRelease.get('VERSION');
	const text = version?.value.replace(/\s*\([^)]*\)\s*$/u, '').trim();
	return version === undefined || text === undefined || text === '' ? undefined : certain(text, version.evidence);
}

/** "20.03 (LTS-SP4)" and "22.03 LTS" → "20.03 LTS-SP4", "22.03 LTS"; falls back to the release file. */
function parenthesisedVersion(read: OsEvidence): Field<string> | undefined {
	const version = read.osRelease.get('VERSION');
	if (version !== undefined && isBalanced(version.value))
		return certain(withoutParentheses(version.value), version.evidence);
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
	return text.replace(/[()]/gu, ' ').replace(/\s+/gu, ' ').trim();
}

function majorBase(read: OsEvidence, bases: Readonly<Record<string, string>>): string | undefined {
	return bases[read.osRelease.get('VERSION_ID')?.value.split('.')[0] ?? ''];
}

function bclinux(read: OsEvidence): OsDetails {
	const pretty = read.osRelease.get('PRETTY_NAME')?.value ?? '';
	return always(
		read,
		'server',
		'rpm',
		/Euler/iu.test(pretty) ? 'openEuler' : majorBase(read, { '8': 'Anolis OS 8', '7': 'CentOS 7' }),
	);
}

function alinux(read: OsEvidence): OsDetails {
	const minor = read.osRelease.get('ALINUX_MINOR_ID');
	const update = read.osRelease.get('ALINUX_UPDATE_ID');
	const release = minor === undefined ? undefined : `${minor.value}${update === undefined ? '' : ` U${update.value}`}`;
	return {
		...always(read, 'server', 'rpm', majorBase(read, { '3': 'Anolis OS 8' })),
		...(release === undefined || minor === undefined ? {} : { release: certain(release, minor.evidence) }),
	};
}

function loongnix(read: OsEvidence): OsDetails {
	const id = read.osRelease.get('ID')?.value.toLowerCase() ?? '';
	if (id === 'loongnix-server') return always(read, 'server', 'rpm', majorBase(read, { '8': 'RHEL 8' }));
	return always(read, 'desktop', 'deb', majorBase(read, { '20': 'Debian 10' }));
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
