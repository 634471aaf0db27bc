import { z } from 'zod';
import { ShipeiError } from '../../contract/errors.ts';
import type { FactOf } from '../../contract/events.ts';
import type { KeyOwner } from '../../contract/key.ts';
import type { ReportFacts } from '../../contract/report-facts.ts';
import { listKeys, openSigner, payloadOf, statementFrom } from '../bundle/index.ts';
import { digestBytes, type Signer } from '../crypto/index.ts';
import type { Store } from '../store/index.ts';

/** Opens the keys that were chosen, else all keys of the one owner here. Errors: report.choose-key and those of the keyring. */
export async function openSigners(
	dir: string,
	keyids: readonly string[] | undefined,
	passphrase: string | undefined,
): Promise<Signer[]> {
	const chosen = keyids ?? (await keysOfTheOwner(dir));
	return Promise.all(chosen.map((keyid) => openSigner(dir, keyid, passphrase)));
}

// All keys of one owner sign together (SM2 and Ed25519). Whose, when there are several, is for a person to say.
async function keysOfTheOwner(dir: string): Promise<string[]> {
	const usable = (await listKeys(dir)).filter((key) => key.retiredOn === null);
	const owners = new Set(usable.map(({ owner }) => [owner.orgName, owner.person].filter(Boolean).join(' · ')));
	if (owners.size > 1) throw new ShipeiError('report.choose-key', { owners: [...owners].join(', ') });
	return usable.map((key) => key.keyid);
}

/** Whose key comes first; null when the key folder does not know it. */
export async function ownerOf(dir: string, [first]: readonly Signer[]): Promise<KeyOwner | null> {
	return (await listKeys(dir)).find(({ keyid }) => keyid === first?.keyid)?.owner ?? null;
}

/**
 * When exactly these facts were first signed. It is noted with the export, so that signing them again gives the same
 * bytes; `note` is null where that was done before.
 */
export function signingDate(
	{ store, now }: { readonly store: Store; readonly now: () => Date },
	facts: ReportFacts,
): { readonly on: string; readonly note: FactOf<'settings.changed'> | null } {
	const name = `report.signed.${digestBytes(payloadOf(statementFrom(facts))).sha256}`;
	const kept = z.iso.datetime().optional().parse(store.settings()[name]);
	const on = kept ?? now().toISOString();
	return { on, note: kept === undefined ? { type: 'settings.changed', name, value: on, by: '' } : null };
}
