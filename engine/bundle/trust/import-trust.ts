import { ShipeiError } from '../../../contract/errors.ts';
import type { TrustFreshness, TrustRoot, TrustState } from '../../../contract/trust.ts';
import { nodePrimitives, parseStrictJson } from '../../crypto/index.ts';
import { canonicalJson, fromUtf8, type Primitives, utf8 } from '../../crypto/portable.ts';
import { freshnessOf } from './freshness.ts';
import { follows, readTrustList, type TrustList } from './trust-list.ts';

/** A trust list as shown to people. */
export interface ShownTrust {
	readonly root: TrustRoot;
	readonly fingerprint: string;
	readonly freshness: TrustFreshness;
}

export interface ImportedTrust extends ShownTrust {
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
	const lists = readChain(bytes, primitives);
	const before = state === null ? null : listOf(state, primitives);
	const list = before === null ? startFrom(lists, pinned, primitives) : carryOn(before, lists, primitives);
	return { ...shown(list, now), state: stateOf(list), changed: list.fingerprint !== state?.fingerprint };
}

/** The list in force, for people. Errors: trust.bad-list. */
export function readTrust(state: TrustState, now: Date): ShownTrust {
	return shown(listOf(state, nodePrimitives()), now);
}

/** A single list that somebody gives for one verification, taken at its word. Errors: trust.bad-list. */
export function trustFromFile(bytes: Uint8Array): TrustState {
	const primitives = nodePrimitives();
	const [first, ...rest] = readChain(bytes, primitives);
	return stateOf(chained(first, rest, primitives));
}

function readChain(bytes: Uint8Array, primitives: Primitives): readonly [TrustList, ...TrustList[]] {
	const json = parseStrictJson(bytes);
	if ('problem' in json) throw bad(json.problem);
	const envelopes = Array.isArray(json.value) ? json.value.map((value) => canonicalJson(value)) : [bytes];
	const lists = envelopes.map((envelope) => readTrustList(trimmed(envelope), primitives));
	const problem = lists.find((list) => typeof list === 'string');
	if (problem !== undefined) throw bad(problem);
	const [first, ...rest] = lists.filter((list) => typeof list !== 'string');
	if (first === undefined) throw bad('empty');
	return [first, ...rest];
}

// An editor may have added a line break at the end of a file; envelopes themselves have one spelling.
function trimmed(bytes: Uint8Array): Uint8Array {
	return utf8((fromUtf8(bytes) ?? '').trimEnd());
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

function chained(start: TrustList, rest: readonly TrustList[], primitives: Primitives): TrustList {
	return rest.reduce((current, next) => {
		if (follows(current, next, primitives)) return next;
		throw new ShipeiError('trust.gap', { found: next.root.version, known: current.root.version });
	}, start);
}

function listOf(state: TrustState, primitives: Primitives): TrustList {
	const list = readTrustList(utf8(state.envelope), primitives);
	if (typeof list === 'string') throw bad(list);
	if (list.fingerprint !== state.fingerprint || list.root.version !== state.version) throw bad('state mismatch');
	return list;
}

function stateOf({ root, fingerprint, envelopeBytes }: TrustList): TrustState {
	const envelope = fromUtf8(envelopeBytes) ?? '';
	return { schema: 'shipei.trust-state/1', version: root.version, fingerprint, envelope };
}

function shown({ root, fingerprint }: TrustList, now: Date): ShownTrust {
	return { root, fingerprint, freshness: freshnessOf(root, now) };
}

function bad(problem: string): ShipeiError {
	return new ShipeiError('trust.bad-list', { problem });
}
