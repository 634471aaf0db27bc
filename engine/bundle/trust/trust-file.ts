import { ShipeiError } from '../../../contract/errors.ts';
import type { TrustState } from '../../../contract/trust.ts';
import { canonicalJson, fromUtf8, type Primitives, parseStrictJson, utf8 } from '../../crypto/portable.ts';
import { follows, readTrustList, type TrustList } from './trust-list.ts';

/** A single list that somebody gives for one verification, taken at its word. Errors: trust.bad-list. */
export function trustFrom(bytes: Uint8Array, primitives: Primitives): TrustState {
	const [first, ...rest] = readLists(bytes, primitives);
	return stateOf(chained(first, rest, primitives));
}

/** One envelope, or a JSON array of them, oldest first. Errors: trust.bad-list. */
export function readLists(bytes: Uint8Array, primitives: Primitives): readonly [TrustList, ...TrustList[]] {
	const json = parseStrictJson(bytes, Number.POSITIVE_INFINITY);
	if ('problem' in json) throw badList(json.problem);
	const envelopes = Array.isArray(json.value) ? json.value.map((value) => canonicalJson(value)) : [bytes];
	const lists = envelopes.map((envelope) => readTrustList(trimmed(envelope), primitives));
	const problem = lists.find((list) => typeof list === 'string');
	if (problem !== undefined) throw badList(problem);
	const [first, ...rest] = lists.filter((list) => typeof list !== 'string');
	if (first === undefined) throw badList('empty');
	return [first, ...rest];
}

// An editor may have added a line break at the end of a file; envelopes themselves have one spelling.
function trimmed(bytes: Uint8Array): Uint8Array {
	return utf8((fromUtf8(bytes) ?? '').trimEnd());
}

/** The last of a chain in which everyone follows from the one before. Errors: trust.gap. */
export function chained(start: TrustList, rest: readonly TrustList[], primitives: Primitives): TrustList {
	return rest.reduce((current, next) => {
		if (follows(current, next, primitives)) return next;
		throw new ShipeiError('trust.gap', { found: next.root.version, known: current.root.version });
	}, start);
}

export function stateOf({ root, fingerprint, envelopeBytes }: TrustList): TrustState {
	const envelope = fromUtf8(envelopeBytes) ?? '';
	return { schema: 'shipei.trust-state/1', version: root.version, fingerprint, envelope };
}

/** The list that a state remembers. Errors: trust.bad-list. */
export function listOf(state: TrustState, primitives: Primitives): TrustList {
	const list = readTrustList(utf8(state.envelope), primitives);
	if (typeof list === 'string') throw badList(list);
	if (list.fingerprint !== state.fingerprint || list.root.version !== state.version) throw badList('state mismatch');
	return list;
}

function badList(problem: string): ShipeiError {
	return new ShipeiError('trust.bad-list', { problem });
}
