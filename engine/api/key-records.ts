import type { KnownKey } from '../../contract/key.ts';
import type { Store } from '../store/index.ts';

type Records = Pick<KnownKey, 'lastUsedOn' | 'backedUpOn'>;

/** What the records say of each key: when it last signed a report, a review or a trust list, and its last backup. */
export function keyRecords(store: Store): (keyid: string) => Records {
	const used = new Map<string, string>();
	const backedUp = new Map<string, string>();
	const note = (dates: Map<string, string>, keyid: string, on: string) => {
		if (on > (dates.get(keyid) ?? '')) dates.set(keyid, on);
	};
	for (const { keyids, on } of store.reports()) for (const keyid of keyids) note(used, keyid, on);
	for (const { fact, at } of store.factsOfType(null, 'review.made')) note(used, fact.keyid, at);
	for (const { fact, at } of store.factsOfType(null, 'trust.signed')) {
		for (const keyid of fact.keyids) note(used, keyid, at);
	}
	for (const { fact, at } of store.factsOfType(null, 'key.backedUp')) note(backedUp, fact.keyid, at);
	return (keyid) => ({ lastUsedOn: used.get(keyid) ?? null, backedUpOn: backedUp.get(keyid) ?? null });
}
