import { toHex } from '../bytes/hex.ts';
import type { DerElement } from './reader.ts';
import { derOid, TAG } from './writer.ts';

/** The object identifiers that key files and certificates of ours may hold. */
export const OID = {
	ecPublicKey: '1.2.840.10045.2.1',
	sm2Curve: '1.2.156.10197.1.301',
	sm2WithSm3: '1.2.156.10197.1.501',
	ed25519: '1.3.101.112',
	pbes2: '1.2.840.113549.1.5.13',
	pbkdf2: '1.2.840.113549.1.5.12',
	scrypt: '1.3.6.1.4.1.11591.4.11',
	hmacSha1: '1.2.840.113549.2.7',
	hmacSha256: '1.2.840.113549.2.9',
	hmacSha512: '1.2.840.113549.2.11',
	aes128Cbc: '2.16.840.1.101.3.4.1.2',
	aes256Cbc: '2.16.840.1.101.3.4.1.42',
	sm4Cbc: '1.2.156.10197.1.104.2',
} as const;

export type OidName = keyof typeof OID;

const NAMES: ReadonlyMap<string, OidName> = new Map(
	Object.entries(OID).map(([name, dotted]) => [toHex(derOid(dotted)), name as OidName]),
);

/** Our name of the object identifier in the element; undefined for one that we do not know, or another tag. */
export function oidName(element: DerElement | undefined): OidName | undefined {
	return element?.tag === TAG.oid ? NAMES.get(toHex(element.whole)) : undefined;
}
