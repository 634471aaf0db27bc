import { z } from 'zod';
import { ShipeiError } from '../../../../contract/errors.ts';
import { type Revocation, type TrustedKey, type TrustRoot, trustRootSchema } from '../../../../contract/trust.ts';
import { type PublicKey, toBase64 } from '../../../crypto/index.ts';

export interface NewDraft {
	/** The list in force, which the draft is to replace; null for the first list of all. */
	readonly after: TrustRoot | null;
	/** Who signs lists from now on; empty: whoever signed the one before. */
	readonly rootKeys: readonly PublicKey[];
	/** How many of them must sign; undefined: as before, in a first list more than half. */
	readonly threshold: number | undefined;
	readonly expires: string;
	readonly now: Date;
}

/**
 * Starts a list: the first one, or the next version of one, with everybody and every revocation that is in it.
 * Errors: trust.no-root-key, trust.bad-list.
 */
export function draftList({ after, rootKeys, threshold, expires, now }: NewDraft): TrustRoot {
	const roots = rootKeys.length > 0 ? rootKeys.map(rootEntry) : (after?.rootKeys ?? []);
	if (roots.length === 0) throw new ShipeiError('trust.no-root-key');
	return checkedDraft({
		schema: 'shipei.trust/1',
		version: (after?.version ?? 0) + 1,
		issuedOn: now.toISOString(),
		expires,
		threshold: threshold ?? after?.threshold ?? Math.floor(roots.length / 2) + 1,
		rootKeys: [...roots],
		keys: [...(after?.keys ?? [])],
		revoked: [...(after?.revoked ?? [])],
	});
}

export interface Enrolment extends Pick<TrustedKey, 'owner' | 'person' | 'roles' | 'scopes' | 'x509'> {
	readonly key: PublicKey;
	/** undefined: from the list's date. */
	readonly notBefore?: string | undefined;
	/** undefined: as long as the list. */
	readonly notAfter?: string | undefined;
}

/** Puts a key on the list; one that is there already gets the new entry. Errors: trust.bad-list. */
export function enrolKey(draft: TrustRoot, { key, notBefore, notAfter, ...rest }: Enrolment): TrustRoot {
	const entry: TrustedKey = {
		...rootEntry(key),
		...rest,
		notBefore: notBefore ?? draft.issuedOn,
		notAfter: notAfter ?? draft.expires,
	};
	return checkedDraft({ ...draft, keys: [...draft.keys.filter(({ keyid }) => keyid !== key.keyid), entry] });
}

/** Adds a revocation. What was revoked stays on the list: whoever signed with it is still named. Errors: trust.bad-list. */
export function revokeOnList(draft: TrustRoot, revocation: Revocation): TrustRoot {
	return checkedDraft({ ...draft, revoked: [...draft.revoked, revocation] });
}

/** A list that could be signed as it is. Errors: trust.bad-list. */
export function checkedDraft(draft: unknown): TrustRoot {
	const read = trustRootSchema.safeParse(draft);
	if (!read.success) throw new ShipeiError('trust.bad-list', { problem: z.prettifyError(read.error) });
	const problem = problemOf(read.data);
	if (problem !== undefined) throw new ShipeiError('trust.bad-list', { problem });
	return read.data;
}

function problemOf({ threshold, rootKeys, issuedOn, expires, keys }: TrustRoot): string | undefined {
	if (new Set(rootKeys.map(({ keyid }) => keyid)).size !== rootKeys.length) return 'a root key is listed twice';
	if (threshold > rootKeys.length) return `threshold ${threshold}, but ${rootKeys.length} root keys`;
	if (Date.parse(expires) <= Date.parse(issuedOn)) return `expires ${expires}, but is issued ${issuedOn}`;
	const backwards = keys.find(({ notBefore, notAfter }) => Date.parse(notBefore) >= Date.parse(notAfter));
	return backwards && `${backwards.keyid}: notBefore ${backwards.notBefore}, notAfter ${backwards.notAfter}`;
}

function rootEntry({ keyid, suite, spki }: PublicKey): TrustRoot['rootKeys'][number] {
	return { keyid, suite, spki: toBase64(spki) };
}
