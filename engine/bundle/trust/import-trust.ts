import { ShipeiError } from '../../../contract/errors.ts';
import type { TrustFreshness, TrustRoot, TrustState } from '../../../contract/trust.ts';
import { nodePrimitives } from '../../crypto/index.ts';
import type { Primitives } from '../../crypto/portable.ts';
import { freshnessOf } from './freshness.ts';
import { chained, listOf, readLists, stateOf, trustFrom } from './trust-file.ts';
import type { TrustList } from './trust-list.ts';

/** A trust list as shown to people. */
export interface ShownTrust {
	readonly root: TrustRoot;
	readonly fingerprint: string;
	readonly freshness: TrustFreshness;
}

/** One that is signed in number. */
export interface SignedTrust extends ShownTrust {
	/** Those of its own root keys that signed it. */
	readonly signedBy: string[];
}

export interface ImportedTrust extends SignedTrust {
	/** What to remember from now on. */
	readonly state: TrustState;
	/** false: it is the list that was in force already. */
	readonly changed: boolean;
}

export interface TrustImport {
	/** One list as its envelope, or a JSON array of them, oldest first. */
	readonly bytes: Uint8Array;
	/** What was remembered; null when there is no list yet. */
	readonly state: TrustState | null;
	/** Fingerprint that the first list must have. */
	readonly pinned: string | null;
	readonly now: Date;
}

/**
 * Takes a trust list, or a chain of them, over what is in force. Never an older one, never another one of the same
 * version, never one whose predecessor did not hand over to it. The first list must have the pinned fingerprint.
 * Errors: trust.bad-list, trust.rollback, trust.fork, trust.gap, trust.pin-needed, trust.not-pinned.
 */
export function importTrust({ bytes, state, pinned, now }: TrustImport): ImportedTrust {
	const primitives = nodePrimitives();
	const lists = readLists(bytes, primitives);
	const before = state === null ? null : listOf(state, primitives);
	const list = before === null ? startFrom(lists, pinned, primitives) : carryOn(before, lists, primitives);
	return { ...shown(list, now), state: stateOf(list), changed: list.fingerprint !== state?.fingerprint };
}

/** The list in force, for people. Errors: trust.bad-list. */
export function readTrust(state: TrustState, now: Date): SignedTrust {
	return shown(listOf(state, nodePrimitives()), now);
}

/** A single list that somebody gives for one verification, taken at its word. Errors: trust.bad-list, trust.gap. */
export function trustFromFile(bytes: Uint8Array): TrustState {
	return trustFrom(bytes, nodePrimitives());
}

function startFrom(
	[first, ...rest]: readonly [TrustList, ...TrustList[]],
	pinned: string | null,
	primitives: Primitives,
): TrustList {
	const lists = [first, ...rest];
	if (pinned === null) throw new ShipeiError('trust.pin-needed', { found: lists.at(-1)?.fingerprint ?? '' });
	const from = lists.findIndex(({ fingerprint }) => fingerprint === pinned);
	const start = lists[from];
	if (start === undefined) {
		throw new ShipeiError('trust.not-pinned', { found: lists.at(-1)?.fingerprint ?? '', pinned });
	}
	return chained(start, lists.slice(from + 1), primitives);
}

function carryOn(before: TrustList, lists: readonly TrustList[], primitives: Primitives): TrustList {
	const newest = lists.at(-1) ?? before;
	const known = before.root.version;
	if (newest.root.version < known) {
		throw new ShipeiError('trust.rollback', { found: newest.root.version, known });
	}
	const twin = lists.find(({ root, fingerprint }) => root.version === known && fingerprint !== before.fingerprint);
	if (twin !== undefined) throw new ShipeiError('trust.fork', { version: known });
	return chained(
		before,
		lists.filter(({ root }) => root.version > known),
		primitives,
	);
}

function shown({ root, rootKeys, envelope, fingerprint }: TrustList, now: Date): SignedTrust {
	// Every signature by one of them was found right when the list was read.
	const signedBy = envelope.signatures.map(({ keyid }) => keyid).filter((keyid) => rootKeys.has(keyid));
	return { root, fingerprint, freshness: freshnessOf(root, now), signedBy };
}
