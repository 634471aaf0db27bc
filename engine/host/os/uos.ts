import type { Field, FieldEvidence } from '../../../contract/host/field.ts';
import { certain, evidence, likely } from '../field.ts';
import { editionByName, type OsDetails } from './edition.ts';
import type { OsEvidence } from './os-evidence.ts';

interface Lineage {
	readonly format: string;
	readonly base?: string;
}

/** What each code name's packages and base are. UOS server "a", "c" and "e" are three systems under one name. */
const CODENAMES: Readonly<Record<string, Lineage>> = {
	eagle: { format: 'deb', base: 'Debian 10' },
	uranus: { format: 'deb', base: 'Debian 10' },
	kongzi: { format: 'rpm', base: 'Anolis OS 8' },
	kongli: { format: 'rpm', base: 'CentOS 7' },
	fuyu: { format: 'rpm', base: 'openEuler' },
	// Immutable, of OSTree images; packages on top are deb.
	snipe: { format: 'deb' },
};

export function uosDetails(read: OsEvidence): OsDetails {
	const edition = uosEdition(read);
	return {
		edition,
		version: uosVersion(read),
		release: release(read, edition?.value ?? null),
		build: build(read),
		...formatAndBase(read),
	};
}

function uosEdition(read: OsEvidence): Field<string> | undefined {
	const named = editionByName(read, read.osVersion.get('ProductType'), read.osVersion.get('SystemName'));
	if (named !== undefined) return named;
	const issue = read.lines.get('issue');
	if (issue !== undefined && /\bServer\b/u.test(issue.text)) return certain('server', evidence(issue.path, issue.text));
	const flavour = /-(desktop|server)(?:-|$)/u.exec(read.kernel?.text ?? '')?.[1];
	if (read.kernel === undefined || flavour === undefined) return undefined;
	return likely(flavour, evidence(read.kernel.path, read.kernel.text));
}

function uosVersion(read: OsEvidence): Field<string> | undefined {
	const entry = read.osVersion.get('MajorVersion') ?? read.osRelease.get('VERSION_ID');
	return entry === undefined || !/^\d/u.test(entry.value) ? undefined : certain(entry.value, entry.evidence);
}

/** A server's release carries its edition's letter: "1070a"; a desktop's is the bare number: "1070". */
function release(read: OsEvidence, edition: string | null): Field<string> | undefined {
	const minor = read.osVersion.get('MinorVersion');
	const letter = read.osVersion.get('EditionName')?.value ?? '';
	if (minor !== undefined && /^\d{4}$/u.test(minor.value)) {
		const suffix = edition === 'server' && /^[a-e]$/u.test(letter) ? letter : '';
		return certain(`${minor.value}${suffix}`, minor.evidence);
	}
	for (const name of ['issue', 'product-info']) {
		const line = read.lines.get(name);
		const match = /(?:^|[\s_])(1\d{3}[a-e]?)(?=$|[\s_\\])/u.exec(line?.text ?? '')?.[1];
		if (line !== undefined && match !== undefined) return certain(match, evidence(line.path, line.text));
	}
	return undefined;
}

function build(read: OsEvidence): Field<string> | undefined {
	const entry = read.osVersion.get('OsBuild');
	if (entry !== undefined && entry.value !== '') return certain(entry.value, entry.evidence);
	const info = read.lines.get('product-info');
	return info === undefined ? undefined : likely(info.text, evidence(info.path, info.text));
}

function formatAndBase(read: OsEvidence): OsDetails {
	const code = read.osRelease.get('VERSION_CODENAME');
	const platform = read.osRelease.get('PLATFORM_ID');
	const known = CODENAMES[code?.value ?? ''];
	if (code !== undefined && known !== undefined) return both(known, code.evidence);
	if (platform !== undefined && /uelc20/u.test(platform.value))
		return both({ format: 'rpm', base: 'Anolis OS 8' }, platform.evidence);
	if (platform !== undefined && /uel20/u.test(platform.value))
		return both({ format: 'rpm', base: 'openEuler' }, platform.evidence);
	const debian = read.lines.get('debian_version');
	const major = /^(\d+)/u.exec(debian?.text ?? '')?.[1];
	if (debian !== undefined && major !== undefined) {
		return both({ format: 'deb', base: `Debian ${major}` }, evidence(debian.path, debian.text));
	}
	return {};
}

function both(known: Lineage, line: FieldEvidence): OsDetails {
	return {
		packageFormat: likely(known.format, line),
		...(known.base === undefined ? {} : { base: likely(known.base, line) }),
	};
}
