import type { Field, FieldEvidence } from '../../../contract/host/field.ts';
import { certain, evidence, likely } from '../field.ts';
import { editionIn, type OsDetails } from './edition.ts';
import type { OsEvidence } from './os-evidence.ts';

/** Code names of the server (银河麒麟高级服务器操作系统) and the service pack each of them is. */
const SERVER_CODENAMES: Readonly<Record<string, string>> = {
	Tercel: 'V10 SP1',
	Sword: 'V10 SP2',
	Lance: 'V10 SP3',
	Halberd: 'V10 SP3',
	Swan25: 'V11',
};

interface Said {
	readonly text: string;
	readonly evidence: FieldEvidence;
}

/**
 * Kylin calls a deb desktop and an rpm server alike ID=kylin, and V10 and V10 SP1 alike VERSION_ID=v10. The code name
 * tells the server's pack; KYLIN_RELEASE_ID, kylin-system-version.conf or .kyinfo tell the desktop's release.
 */
export function kylinDetails(read: OsEvidence): OsDetails {
	const edition = kylinEdition(read);
	const server = edition?.value === 'server';
	const code = codename(read);
	const details = server && code !== undefined ? advancedServer(code) : general(read);
	return { ...details, edition, build: build(read), ...formatAndBase(read, edition, details.version, code) };
}

function kylinEdition(read: OsEvidence): Field<string> | undefined {
	for (const said of names(read)) {
		const edition = editionIn(said.text);
		if (edition !== undefined) return certain(edition, said.evidence);
	}
	// V4 is one name for a desktop ("4.0-2") and a server ("4.0.2").
	if (/^4\.0\.\d/u.test(read.osRelease.get('VERSION_ID')?.value ?? '')) return undefined;
	// Servers are "Kylin Linux Advanced Server" and have no ID_LIKE; the desktop is just "Kylin".
	const like = read.osRelease.get('ID_LIKE');
	if (like?.value === 'debian') return likely('desktop', like.evidence);
	const name = [read.osRelease.get('NAME'), read.osRelease.get('PRETTY_NAME')].find((entry) =>
		/^Kylin(?: V?\d.*)?$/u.test(entry?.value ?? ''),
	);
	return name === undefined ? undefined : likely('desktop', name.evidence);
}

function names(read: OsEvidence): Said[] {
	const release = read.lines.get('kylin-release');
	return [
		...(release === undefined ? [] : [{ text: release.text, evidence: evidence(release.path, release.text) }]),
		...['name', 'milestone', 'dist_id'].flatMap((key) => said(read.kyinfo.get(key))),
		...['NAME', 'PRETTY_NAME', 'VERSION', 'VERSION_US'].flatMap((key) => said(read.osRelease.get(key))),
		...said(read.lsbRelease.get('DISTRIB_DESCRIPTION')),
	];
}

function codename(read: OsEvidence): Said | undefined {
	const release = read.lines.get('kylin-release');
	const places = [
		...(release === undefined ? [] : [{ text: release.text, evidence: evidence(release.path, release.text) }]),
		...said(read.osRelease.get('VERSION')),
		...said(read.osRelease.get('PRETTY_NAME')),
		...(read.nkvers === undefined
			? []
			: [{ text: read.nkvers.text, evidence: evidence('nkvers', firstLineWith(read.nkvers.text, '(')) }]),
		...said(read.lsbRelease.get('DISTRIB_DESCRIPTION')),
	];
	for (const place of places) {
		const match = /\bV\d+[^()]*(?:\([^)]*\)[ /]*)?\((?!SP\d+\))([A-Za-z]+\d*)\)/iu.exec(place.text)?.[1];
		const known = Object.keys(SERVER_CODENAMES).find((name) => name.toLowerCase() === match?.toLowerCase());
		if (match !== undefined) return { text: known ?? match, evidence: place.evidence };
	}
	return undefined;
}

function advancedServer(code: Said): OsDetails {
	const version = SERVER_CODENAMES[code.text];
	const plain = /\bV\d+/u.exec(code.evidence.text)?.[0];
	return {
		release: certain(code.text, code.evidence),
		version:
			version === undefined ? (plain && likely(plain, code.evidence)) || undefined : certain(version, code.evidence),
	};
}

/** Desktops, and servers whose code name is not there. */
function general(read: OsEvidence): OsDetails {
	return { version: version(read), release: release(read) };
}

function version(read: OsEvidence): Field<string> | undefined {
	const found =
		oldServerVersion(read) ??
		packedVersion(read) ??
		said(read.osRelease.get('VERSION_ID')).map(plainVersion).find(Boolean);
	if (found !== undefined) return found;
	const number = said(read.osRelease.get('VERSION_ID')).find(({ text }) => /^\d+(?:\.\d|$)/u.test(text));
	if (number !== undefined) return certain(`V${Number.parseInt(number.text, 10)}`, number.evidence);
	const milestone = said(read.kyinfo.get('milestone'))[0];
	const old = /^(\d+)\.\d/u.exec(milestone?.text ?? '');
	return milestone === undefined || old === null ? undefined : certain(`V${old[1]}`, milestone.evidence);
}

/** The deb server's service pack stands in its milestone only: "4.0.2-server-sp2-2000-19080415.Z1" */
function oldServerVersion(read: OsEvidence): Field<string> | undefined {
	const milestone = said(read.kyinfo.get('milestone'))[0];
	const match = /^(\d+)\.\d+(?:\.\d+)?-server-(sp\d+)/iu.exec(milestone?.text ?? '');
	if (milestone === undefined || match?.[2] === undefined) return undefined;
	return certain(`V${match[1]} ${match[2].toUpperCase()}`, milestone.evidence);
}

/** A version with its service pack; the project's code name and .kyinfo know it where PRETTY_NAME leaves it out. */
function packedVersion(read: OsEvidence): Field<string> | undefined {
	const places = [
		...['PRETTY_NAME', 'VERSION_US', 'VERSION', 'PROJECT_CODENAME'].flatMap((key) => said(read.osRelease.get(key))),
		...['milestone', 'dist_id'].flatMap((key) => said(read.kyinfo.get(key))),
		...said(read.lsbRelease.get('DISTRIB_DESCRIPTION')),
	];
	for (const place of places) {
		const packed = /\bV?(1\d)[- (_]*SP(\d+)/iu.exec(place.text);
		if (packed !== null) return certain(`V${packed[1]} SP${packed[2]}`, place.evidence);
	}
	for (const place of places) {
		const plain = plainVersion(place);
		if (plain !== undefined) return plain;
	}
	return undefined;
}

function plainVersion(place: Said): Field<string> | undefined {
	const plain = /(?<![A-Za-z\d])V(\d+(?:\.\d+)?)(?![\d.])/iu.exec(place.text)?.[1];
	return plain === undefined ? undefined : certain(`V${plain}`, place.evidence);
}

function release(read: OsEvidence): Field<string> | undefined {
	const id = read.osRelease.get('KYLIN_RELEASE_ID');
	if (id !== undefined && /^\d{4}$/u.test(id.value)) return certain(id.value, id.evidence);
	const system = read.kylinVersion.get('os_version');
	if (system !== undefined && /^\d{4}\b/u.test(system.value)) return certain(system.value, system.evidence);
	for (const place of ['milestone', 'dist_id'].flatMap((key) => said(read.kyinfo.get(key)))) {
		const match = /(?:Release-|SP\d-|V1\d-)(\d{4})(?:-|$)/iu.exec(place.text)?.[1];
		if (match !== undefined) return certain(match, place.evidence);
	}
	return undefined;
}

function build(read: OsEvidence): Field<string> | undefined {
	const lines = read.nkvers?.text.split('\n').map((line) => line.trim()) ?? [];
	const start = lines.findIndex((line) => /^Build:/iu.test(line));
	if (start >= 0) {
		const rest = lines.slice(start + 1);
		const end = rest.findIndex((line) => line === '' || line.startsWith('#'));
		const text = rest.slice(0, end < 0 ? rest.length : end).join(' ');
		if (text !== '') return certain(text, evidence('nkvers', text));
	}
	const milestone = read.kyinfo.get('milestone');
	return milestone === undefined || milestone.value === '' ? undefined : certain(milestone.value, milestone.evidence);
}

function formatAndBase(
	read: OsEvidence,
	edition: Field<string> | undefined,
	version: Field<string> | undefined,
	code: Said | undefined,
): OsDetails {
	const major = /^V(\d+)/u.exec(version?.value ?? '')?.[1];
	const line = version?.evidence[0] ?? edition?.evidence[0];
	// V4 is a deb system in both editions.
	if (edition === undefined && line !== undefined && major === '4')
		return { packageFormat: likely('deb', line), base: likely('Ubuntu', line) };
	if (edition === undefined || line === undefined) return {};
	if (edition.value === 'server') {
		// The server was a deb system up to V4; from V10 on it is built like openEuler.
		if (major === '4') return { packageFormat: likely('deb', line), base: likely('Ubuntu', line) };
		if (code === undefined && major === undefined) return {};
		// The first V10, Azalea, is like Fedora and has a kernel of NeoKylin's; of other code names we know no descent.
		const known = code === undefined || Object.hasOwn(SERVER_CODENAMES, code.text);
		const base =
			known && !read.osRelease.has('ID_LIKE') ? (major === '11' ? 'openEuler 24.03' : 'openEuler') : undefined;
		return { packageFormat: likely('rpm', line), ...(base === undefined ? {} : { base: likely(base, line) }) };
	}
	const base = desktopBase(read, version?.value ?? '');
	return { packageFormat: likely('deb', line), ...(base === undefined ? {} : { base: likely(base, line) }) };
}

function desktopBase(read: OsEvidence, version: string): string | undefined {
	if (version.startsWith('V11')) return 'openKylin 2.0';
	if (version === 'V10 SP1') return 'Ubuntu 20.04';
	const juniper = [...read.osRelease.values()].some(({ value }) => /juniper/iu.test(value));
	return version === 'V4' || (version === 'V10' && juniper) ? 'Ubuntu 16.04' : undefined;
}

function said(entry: { value: string; evidence: FieldEvidence } | undefined): Said[] {
	return entry === undefined || entry.value === '' ? [] : [{ text: entry.value, evidence: entry.evidence }];
}

function firstLineWith(text: string, part: string): string {
	return (
		text
			.split('\n')
			.find((line) => line.includes(part))
			?.trim() ?? ''
	);
}
