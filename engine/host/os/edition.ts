import type { Field, FieldEvidence } from '../../../contract/host/field.ts';
import { certain, evidence } from '../field.ts';
import type { Assignment } from '../parse/assignments.ts';
import type { OsEvidence } from './os-evidence.ts';

/** What is known of a system beside its id. */
export interface OsDetails {
	readonly edition?: Field<string> | undefined;
	readonly version?: Field<string> | undefined;
	readonly release?: Field<string> | undefined;
	readonly build?: Field<string> | undefined;
	readonly base?: Field<string> | undefined;
	/** What this system's packages are, should the package database not be there to tell. */
	readonly packageFormat?: Field<string> | undefined;
}

/** The words desktop and server in the names that a system gives itself, in either language. */
export function editionByName(read: OsEvidence, ...more: (Assignment | undefined)[]): Field<string> | undefined {
	const entries = [
		...more,
		...['VARIANT_ID', 'PRETTY_NAME', 'NAME', 'VERSION', 'VERSION_US'].map((key) => read.osRelease.get(key)),
	];
	for (const entry of entries) {
		const edition = editionIn(entry?.value ?? '');
		if (entry !== undefined && edition !== undefined) return certain(edition, entry.evidence);
	}
	return undefined;
}

export function editionIn(text: string): 'desktop' | 'server' | undefined {
	const desktop = /desktop|workstation|桌面/iu.test(text);
	const server = /server|服务器/iu.test(text);
	return desktop === server ? undefined : desktop ? 'desktop' : 'server';
}

export function idLine(read: OsEvidence): FieldEvidence {
	const entry = read.osRelease.get('ID') ?? [...read.osRelease.values()][0];
	if (entry !== undefined) return entry.evidence;
	const [line] = read.lines.values();
	return line === undefined ? evidence('/etc/os-release', '') : evidence(line.path, line.text);
}
