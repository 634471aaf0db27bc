export const PERSON_ROLES = ['operator', 'reviewer', 'approver'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** Somebody who works in the laboratory. */
export interface Person {
	readonly name: string;
	readonly roles: readonly PersonRole[];
}

/** Settings are plain values: what does not look right counts as not set. */
export function readPeople(value: unknown): Person[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((entry: unknown): Person[] => {
		if (entry === null || typeof entry !== 'object') return [];
		const { name, roles } = entry as Record<string, unknown>;
		if (typeof name !== 'string' || name.trim() === '' || !Array.isArray(roles)) return [];
		return [{ name: name.trim(), roles: PERSON_ROLES.filter((role) => roles.includes(role)) }];
	});
}

/** The list with a name added, or without one; a name stands in it once. */
export function withPerson(people: readonly Person[], person: Person): Person[] {
	const at = people.findIndex(({ name }) => name === person.name);
	return at === -1 ? [...people, person] : people.with(at, person);
}
