import { concatBytes } from '../bytes/bytes.ts';
import { OID, oidName } from '../der/oids.ts';
import { type DerElement, derInside } from '../der/reader.ts';
import { der, derInteger, derOid, TAG } from '../der/writer.ts';
import type { Suite } from './suite.ts';

const PUBLIC_KEY_IN_EC_KEY = 0xa1;

/** PKCS #8 PrivateKeyInfo (RFC 5208). `publicKey` is put into the file of an SM2 key, as OpenSSL does. */
export function encodePrivateKeyInfo(suite: Suite, secret: Uint8Array, publicKey?: Uint8Array): Uint8Array {
	if (suite === 'ed25519') {
		const algorithm = der(TAG.sequence, derOid(OID.ed25519));
		return der(TAG.sequence, derInteger(0), algorithm, der(TAG.octets, der(TAG.octets, secret)));
	}
	const algorithm = der(TAG.sequence, derOid(OID.ecPublicKey), derOid(OID.sm2Curve));
	const known =
		publicKey === undefined
			? new Uint8Array()
			: der(PUBLIC_KEY_IN_EC_KEY, der(TAG.bitString, concatBytes(Uint8Array.of(0), publicKey)));
	const key = der(TAG.sequence, derInteger(1), der(TAG.octets, secret), known);
	return der(TAG.sequence, derInteger(0), algorithm, der(TAG.octets, key));
}

/** The suite and secret in a PrivateKeyInfo; undefined when it is malformed or of another kind. */
export function decodePrivateKeyInfo(bytes: Uint8Array): { suite: Suite; secret: Uint8Array } | undefined {
	const [, algorithm, key] = derInside(bytes, TAG.sequence) ?? [];
	if (algorithm === undefined || key?.tag !== TAG.octets) return undefined;
	const [kind, curve] = derInside(algorithm.whole, TAG.sequence) ?? [];
	if (oidName(kind) === 'ed25519') return ed25519Key(key.content);
	if (oidName(kind) !== 'ecPublicKey' || oidName(curve) !== 'sm2Curve') return undefined;
	return sm2Key(derInside(key.content, TAG.sequence));
}

/** The same for a bare EC key (SEC 1, RFC 5915), which must name the SM2 curve itself. */
export function decodeEcKey(bytes: Uint8Array): { suite: Suite; secret: Uint8Array } | undefined {
	const elements = derInside(bytes, TAG.sequence);
	const named = elements?.find((element) => element.tag === 0xa0);
	const [curve] = named === undefined ? [] : (derInside(named.whole, 0xa0) ?? []);
	return oidName(curve) === 'sm2Curve' ? sm2Key(elements) : undefined;
}

function ed25519Key(content: Uint8Array): { suite: Suite; secret: Uint8Array } | undefined {
	if (content.length !== 34 || content[0] !== TAG.octets || content[1] !== 32) return undefined;
	return { suite: 'ed25519', secret: content.slice(2) };
}

function sm2Key(elements: readonly DerElement[] | undefined): { suite: Suite; secret: Uint8Array } | undefined {
	const secret = elements?.[1];
	if (secret?.tag !== TAG.octets || secret.content.length > 32) return undefined;
	// Some writers leave leading zeros out.
	return { suite: 'sm2-sm3', secret: concatBytes(new Uint8Array(32 - secret.content.length), secret.content) };
}
