import { ShipeiError } from '../../../../contract/errors.ts';
import { TRUST_PAYLOAD_TYPE, type TrustRoot, type TrustSigning } from '../../../../contract/trust.ts';
import { canonicalJson, nodePrimitives, parseStrictJson, type Signer } from '../../../crypto/index.ts';
import { fromUtf8, utf8 } from '../../../crypto/portable.ts';
import { decodeEnvelope, type Envelope, encodeEnvelope, preAuthentication } from '../../envelope/envelope.ts';
import { freshnessOf } from '../freshness.ts';
import type { ShownTrust } from '../import-trust.ts';
import { chained, readLists } from '../trust-file.ts';
import { fingerprintOf, isNextAfter, openTrustEnvelope, signedBy, type TrustList } from '../trust-list.ts';
import { checkedDraft } from './draft-list.ts';

/** A list on its way: a draft, or signed by some of those who must sign it. */
export interface UnfinishedList {
	readonly root: TrustRoot;
	/** null: nobody signed yet, and it may still be changed. */
	readonly envelope: Envelope | null;
}

export interface ShownUnfinished extends ShownTrust {
	readonly signing: TrustSigning;
}

/** Reads a draft (plain JSON) or an envelope that some root keys signed. Errors: trust.bad-list. */
export function readUnfinished(bytes: Uint8Array): UnfinishedList {
	const text = utf8((fromUtf8(bytes) ?? '').trimEnd());
	const envelope = decodeEnvelope(text, TRUST_PAYLOAD_TYPE);
	if (typeof envelope !== 'string') {
		const list = openTrustEnvelope(envelope, text, nodePrimitives());
		if (typeof list === 'string') throw new ShipeiError('trust.bad-list', { problem: list });
		return { root: list.root, envelope };
	}
	const json = parseStrictJson(text);
	if ('problem' in json) throw new ShipeiError('trust.bad-list', { problem: json.problem });
	return { root: checkedDraft(json.value), envelope: null };
}

/**
 * Adds signatures to a list. Each must be by a root key of the list, or of the one that it replaces.
 * Errors: trust.not-a-root-key, trust.signed-already.
 */
export async function signList(
	list: UnfinishedList,
	signers: readonly Signer[],
	after: TrustList | null,
): Promise<Uint8Array> {
	const envelope = list.envelope ?? unsigned(list.root);
	const roots = new Set([...list.root.rootKeys, ...(after?.root.rootKeys ?? [])].map(({ keyid }) => keyid));
	const message = preAuthentication(envelope.payloadType, envelope.payload);
	const signatures = [...envelope.signatures];
	for (const signer of signers) {
		const { keyid } = signer;
		if (!roots.has(keyid)) throw new ShipeiError('trust.not-a-root-key', { keyid });
		if (signatures.some((known) => known.keyid === keyid)) throw new ShipeiError('trust.signed-already', { keyid });
		signatures.push({ keyid, signature: await signer.sign(message) });
	}
	signatures.sort((one, other) => (one.keyid < other.keyid ? -1 : 1));
	return encodeEnvelope({ ...envelope, signatures });
}

/** Who signed so far, and how many are still needed. Errors: trust.bad-list (a signature is wrong), trust.gap. */
export function signingOf({ root, envelope }: UnfinishedList, after: TrustList | null): TrustSigning {
	if (after !== null && !isNextAfter(after.root, root)) {
		throw new ShipeiError('trust.gap', { found: root.version, known: after.root.version });
	}
	const own = countOf(root, envelope);
	const before = after === null ? null : countOf(after.root, envelope);
	const enough = ({ signed, needed }: { signed: number; needed: number }) => signed >= needed;
	const handedOver = root.version === 1 || (before !== null && enough(before));
	return {
		signedBy: envelope?.signatures.map(({ keyid }) => keyid) ?? [],
		own,
		before,
		state: !enough(own) ? 'incomplete' : handedOver ? 'complete' : before === null ? 'unknown' : 'incomplete',
	};
}

/** The same for people, with the fingerprint that the list has once it is signed. */
export function shownUnfinished(list: UnfinishedList, after: TrustList | null, now: Date): ShownUnfinished {
	const { root, envelope } = list;
	return {
		root,
		fingerprint: fingerprintOf(envelope ?? unsigned(root), nodePrimitives()),
		freshness: freshnessOf(root, now),
		signing: signingOf(list, after),
	};
}

/** The newest list of a file that holds one, or a chain of them. Errors: trust.bad-list, trust.gap. */
export function readLastList(bytes: Uint8Array): TrustList {
	const [first, ...rest] = readLists(bytes, nodePrimitives());
	return chained(first, rest, nodePrimitives());
}

function countOf({ rootKeys, threshold }: TrustRoot, envelope: Envelope | null): { signed: number; needed: number } {
	const signed = envelope === null ? 0 : signedBy(envelope, rootKeys, nodePrimitives());
	if (signed === undefined) throw new ShipeiError('trust.bad-list', { problem: 'a root signature is wrong' });
	return { signed, needed: threshold };
}

function unsigned(root: TrustRoot): Envelope {
	return { payloadType: TRUST_PAYLOAD_TYPE, payload: canonicalJson(root), signatures: [] };
}
