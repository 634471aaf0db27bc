import { z } from 'zod';
import { TRUST_PAYLOAD_TYPE, type TrustRoot, trustRootSchema } from '../../../contract/trust.ts';
import {
	fromBase64,
	type Primitives,
	type PublicKey,
	parseStrictJson,
	readPublicKey,
	toHex,
	verifyWith,
} from '../../crypto/portable.ts';
import { decodeEnvelope, type Envelope, preAuthentication } from '../envelope/envelope.ts';

/** A trust list whose own root keys signed it in sufficient number. Whether anybody should believe it is another question. */
export interface TrustList {
	readonly root: TrustRoot;
	readonly envelope: Envelope;
	/** The envelope as found. */
	readonly envelopeBytes: Uint8Array;
	/** `sha256:` of the payload. */
	readonly fingerprint: string;
	readonly rootKeys: ReadonlyMap<string, PublicKey>;
	readonly keys: ReadonlyMap<string, PublicKey>;
}

/** Reads a trust list; a string says what is wrong with it. */
export function readTrustList(bytes: Uint8Array, primitives: Primitives): TrustList | string {
	const envelope = decodeEnvelope(bytes, TRUST_PAYLOAD_TYPE);
	if (typeof envelope === 'string') return envelope;
	const list = openTrustEnvelope(envelope, bytes, primitives);
	if (typeof list === 'string') return list;
	const { root, rootKeys } = list;
	const signed = validSignatures(list, rootKeys, primitives);
	if (signed === undefined) return 'a root signature is wrong';
	return signed < root.threshold ? `${signed} root signatures, ${root.threshold} are needed` : list;
}

/** What an envelope says, whoever signed it; a string says what is wrong with it. */
export function openTrustEnvelope(
	envelope: Envelope,
	envelopeBytes: Uint8Array,
	primitives: Primitives,
): TrustList | string {
	const json = parseStrictJson(envelope.payload);
	if ('problem' in json) return `${json.problem} (at ${json.at})`;
	const read = trustRootSchema.safeParse(json.value);
	if (!read.success) return z.prettifyError(read.error);
	const root = read.data;
	const rootKeys = publicKeys(root.rootKeys);
	const keys = publicKeys(root.keys);
	if (rootKeys === undefined || keys === undefined) return 'a key does not match its id, or is listed twice';
	if (root.threshold > rootKeys.size) return 'the threshold is larger than the number of root keys';
	return { root, envelope, envelopeBytes, fingerprint: fingerprintOf(envelope, primitives), rootKeys, keys };
}

/**
 * Whether `next` may replace `current`: the very next version, signed by enough root keys of both, so that neither a
 * few stolen old keys nor a self-made list can take over.
 */
export function follows(current: TrustList, next: TrustList, primitives: Primitives): boolean {
	if (!isNextAfter(current.root, next.root)) return false;
	const signed = validSignatures(next, current.rootKeys, primitives);
	return signed !== undefined && signed >= current.root.threshold;
}

export function isNextAfter(current: TrustRoot, next: TrustRoot): boolean {
	return next.version === current.version + 1;
}

/** How many of these keys signed; undefined when one of their signatures is wrong. */
export function signedBy(envelope: Envelope, keys: TrustRoot['rootKeys'], primitives: Primitives): number | undefined {
	const found = publicKeys(keys);
	return found && validSignatures({ envelope }, found, primitives);
}

// How many of these keys signed the list; undefined when one of their signatures is wrong.
function validSignatures(
	{ envelope }: Pick<TrustList, 'envelope'>,
	keys: ReadonlyMap<string, PublicKey>,
	primitives: Primitives,
): number | undefined {
	const message = preAuthentication(envelope.payloadType, envelope.payload);
	let valid = 0;
	for (const { keyid, signature } of envelope.signatures) {
		const key = keys.get(keyid);
		if (key === undefined) continue;
		if (!verifyWith(primitives, key, message, signature)) return undefined;
		valid++;
	}
	return valid;
}

function publicKeys(
	entries: readonly { keyid: string; suite: string; spki: string }[],
): ReadonlyMap<string, PublicKey> | undefined {
	const keys = new Map<string, PublicKey>();
	for (const { keyid, suite, spki } of entries) {
		const bytes = fromBase64(spki);
		const key = bytes === undefined ? undefined : readPublicKey(bytes);
		if (key === undefined || key.keyid !== keyid || key.suite !== suite || keys.has(keyid)) return undefined;
		keys.set(keyid, key);
	}
	return keys;
}

/** `sha256:` of the payload: what people compare. */
export function fingerprintOf({ payload }: Pick<Envelope, 'payload'>, { hashes }: Primitives): string {
	const hasher = hashes.sha256();
	hasher.update(payload);
	return `sha256:${toHex(hasher.digest())}`;
}
