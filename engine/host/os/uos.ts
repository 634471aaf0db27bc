import type { Field, FieldEvidence } from '../../../contract/host/field.ts';
import { certain, evidence, likely } from '../field.ts';
import type { Assignment } from '../parse/assignments.ts';
import { editionByName, type OsDetails } from './edition.ts';
import type { OsEvidence, ReadText } from './os-evidence.ts';

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
		...formatAndBase(read, edition?.value ?? null),
	};
}

function uosEdition(read: OsEvidence): Field<string> | undefined {
	const named = editionByName(read, read.osVersion.get('ProductType'), read.osVersion.get('SystemName'));
	if (named !== undefined) return named;
	const line = [read.lines.get('issue'), ...releaseLines(read)].find((candidate) =>
		/\bServer\b/u.test(candidate?.text ?? ''),
	);
	if (line !== undefined) return certain('server', evidence(line.path, line.text));
	const flavour = /-(desktop|server)(?:-|$)/u.exec(read.kernel?.text ?? '')?.[1];
	if (read.kernel === undefined || flavour === undefined) return undefined;
	return likely(flavour, evidence(read.kernel.path, read.kernel.text));
}

function uosVersion(read: OsEvidence): Field<string> | undefined {
	const entry = read.osVersion.get('MajorVersion') ?? read.osRelease.get('VERSION_ID');
	// The Home edition wrote "20 Home".
	const major = /^\d+(?:\.\d+)*/u.exec(entry?.value ?? '')?.[0];
	if (entry !== undefined && major !== undefined) return certain(major, entry.evidence);
	const pretty = read.osRelease.get('PRETTY_NAME');
	const inName = / (?:Desktop|Server) (\d+)(?= |$)/u.exec(pretty?.value ?? '')?.[1];
	if (pretty !== undefined && inName !== undefined) return certain(inName, pretty.evidence);
	const line = releaseLines(read)[0];
	const number = / release (\d+)/u.exec(line?.text ?? '')?.[1];
	return line === undefined || number === undefined ? undefined : certain(number, evidence(line.path, line.text));
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
	// Later ones hold the lines of os-version.
	return info === undefined || info.text.includes('=') ? undefined : likely(info.text, evidence(info.path, info.text));
}

/** EditionName of a server: each letter is a system of its own. */
const SERVER_LETTERS: Readonly<Record<string, Lineage>> = {
	a: { format: 'rpm', base: 'Anolis OS 8' },
	c: { format: 'rpm', base: 'CentOS 7' },
	d: { format: 'deb', base: 'Debian 10' },
	e: { format: 'rpm', base: 'openEuler' },
};

function formatAndBase(read: OsEvidence, edition: string | null): OsDetails {
	const code = read.osRelease.get('VERSION_CODENAME') ?? codenameOfLine(read);
	const platform = read.osRelease.get('PLATFORM_ID');
	const letter = read.osVersion.get('EditionName');
	const ofLetter = edition === 'server' ? SERVER_LETTERS[letter?.value ?? ''] : undefined;
	if (letter !== undefined && ofLetter !== undefined) return both(ofLetter, letter.evidence);
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
	const product = read.osVersion.get('MajorVersion') ?? read.osRelease.get('VERSION_ID');
	// All desktops of version 20 are one lineage.
	return edition === 'desktop' && product?.value === '20'
		? both({ format: 'deb', base: 'Debian 10' }, product.evidence)
		: {};
}

/** "UnionTech OS Server release 20 (kongzi)" */
function codenameOfLine(read: OsEvidence): Assignment | undefined {
	for (const line of releaseLines(read)) {
		const code = /\(([a-z]+)\)/u.exec(line.text)?.[1];
		if (code !== undefined) return { value: code, evidence: evidence(line.path, line.text) };
	}
	return undefined;
}

function releaseLines(read: OsEvidence): ReadText[] {
	const lines = ['uos-release', 'UnionTech-release', 'system-release', 'redhat-release'].map((name) =>
		read.lines.get(name),
	);
	return lines
		.filter((line) => line !== undefined && /^(?:UnionTech OS|UOS)\b/iu.test(line.text))
		.filter((line) => line !== undefined);
}

function both(known: Lineage, line: FieldEvidence): OsDetails {
	return {
		packageFormat: likely(known.format, line),
		...(known.base === undefined ? {} : { base: likely(known.base, line) }),
	};
}
