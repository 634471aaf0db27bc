import type { HostProfile } from '../../contract/host.ts';
import type { FactsCorrection } from '../../contract/report-facts.ts';
import type { Store } from '../store/index.ts';
import { fieldAt } from './host-field.ts';

/** The corrections that count for a profile, by field: the newest of each, as long as it was made of what the profile says. */
export function correctionsFor(store: Store, profile: HostProfile): FactsCorrection[] {
	const newest = new Map(store.factsOfType(null, 'host.corrected').map((stored) => [stored.fact.field, stored]));
	return [...newest.values()]
		.flatMap(({ fact: { field, detected, value, by, reason }, at }): FactsCorrection[] => {
			const found = fieldAt(profile, field);
			if (found === null || JSON.stringify(found.value) !== JSON.stringify(detected)) return [];
			return [{ field, detected: shown(detected), value, sensitive: found.sensitive === true, by, reason, on: at }];
		})
		.sort((one, other) => (one.field < other.field ? -1 : 1));
}

function shown(value: unknown): string | null {
	if (value === null || value === undefined) return null;
	return Array.isArray(value) ? value.join(', ') : String(value);
}
