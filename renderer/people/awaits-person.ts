import type { KeyInfo } from '../../contract/key.ts';
import type { ReportSummary } from '../../contract/methods/report-methods.ts';
import type { Person } from './people.ts';

/** Who sits here, and what is known of the people and keys of this laboratory. */
export interface Here {
	/** "": nobody said who they are; then every key here may be theirs. */
	readonly person: string;
	readonly people: readonly Person[];
	readonly keys: readonly KeyInfo[];
}

/** Whether a report waits for this person: in a role of theirs, where the laboratory gave them roles, and with a key that may be theirs. */
export function awaitsPerson({ awaits }: Pick<ReportSummary, 'awaits'>, { person, people, keys }: Here): boolean {
	if (awaits === null) return false;
	const known = people.find(({ name }) => isSame(name, person));
	if (known !== undefined && !known.roles.includes(awaits.role)) return false;
	return keys.some(({ keyid, owner }) => awaits.keyids.includes(keyid) && mayBe(owner.person, person));
}

/** The names on the keys that may take the step that a report waits for. */
export function awaitedNames({ awaits }: Pick<ReportSummary, 'awaits'>, keys: readonly KeyInfo[]): string[] {
	const free = keys.filter(({ keyid }) => awaits?.keyids.includes(keyid) === true);
	return [...new Set(free.map(({ owner }) => owner.person ?? owner.orgName))];
}

/** Whether a key with this name on it may be this person's. */
export function mayBe(owner: string | undefined, person: string): boolean {
	return owner === undefined || person.trim() === '' || isSame(owner, person);
}

function isSame(one: string, other: string): boolean {
	return one.replaceAll(/\s/gu, '') === other.replaceAll(/\s/gu, '');
}
