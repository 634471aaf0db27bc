import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate as Asn1Certificate } from '@peculiar/asn1-x509';
import { sameBytes } from '../bytes/bytes.ts';
import { toHex } from '../bytes/hex.ts';
import { OID } from '../der/oids.ts';
import { derInside } from '../der/reader.ts';
import { TAG } from '../der/writer.ts';
import { type PublicKey, readPublicKey } from '../keys/public-key.ts';
import { type Primitives, verifyWith } from '../sign/verify-signature.ts';
import { decodeSignature } from '../sm2/signature.ts';
import { distinguishedName } from './distinguished-name.ts';
import { type Entitlement, entitlementOf } from './entitlement.ts';

/** What we use of an X.509 certificate. */
export interface Certificate {
	readonly subject: string;
	readonly issuer: string;
	/** Lower-case hexadecimal without leading zeros. */
	readonly serial: string;
	/** RFC 3339, UTC. */
	readonly notBefore: string;
	readonly notAfter: string;
	readonly entitlement: Entitlement;
	readonly publicKey: PublicKey;
	/** The signed bytes as found; nothing is ever encoded again. */
	readonly signed: Uint8Array;
	readonly signature: Uint8Array;
	readonly der: Uint8Array;
}

/**
 * Reads a certificate that holds an SM2 or Ed25519 key and is signed with one of them; undefined for any other. The
 * library only parses: its own verification knows no SM2.
 */
export function readCertificate(der: Uint8Array): Certificate | undefined {
	try {
		return isStrict(der) ? certificateOf(AsnConvert.parse(der, Asn1Certificate), der) : undefined;
	} catch {
		// The parser throws for bytes that are no certificate.
		return undefined;
	}
}

/** Whether `issuer` signed the certificate, by name and by signature, and is allowed to. */
export function isIssuedBy(primitives: Primitives, certificate: Certificate, issuer: Certificate): boolean {
	if (certificate.issuer !== issuer.subject || !issuer.entitlement.mayIssue) return false;
	return verifyWith(primitives, issuer.publicKey, certificate.signed, certificate.signature);
}

// The frame around the signed part is signed by nobody, so it may hold nothing but what the signed part repeats.
function isStrict(der: Uint8Array): boolean {
	const [tbs, algorithm, signature, ...more] = derInside(der, TAG.sequence) ?? [];
	if (tbs === undefined || algorithm === undefined || signature?.tag !== TAG.bitString || more.length > 0) return false;
	const repeated = derInside(tbs.whole, TAG.sequence)?.find(({ tag }) => tag === TAG.sequence);
	return repeated !== undefined && sameBytes(repeated.whole, algorithm.whole) && signature.content[0] === 0;
}

function certificateOf(parsed: Asn1Certificate, der: Uint8Array): Certificate | undefined {
	const { tbsCertificate: tbs, tbsCertificateRaw: signed, signatureAlgorithm, signatureValue } = parsed;
	const publicKey = readPublicKey(new Uint8Array(AsnConvert.serialize(tbs.subjectPublicKeyInfo)));
	const algorithm = signatureAlgorithm.algorithm;
	const known = algorithm === OID.sm2WithSm3 || algorithm === OID.ed25519;
	if (publicKey === undefined || signed === undefined || !known || tbs.signature.algorithm !== algorithm)
		return undefined;
	const signature = new Uint8Array(signatureValue);
	if (algorithm === OID.sm2WithSm3 && decodeSignature(signature) === undefined) return undefined;
	return {
		subject: distinguishedName(tbs.subject),
		issuer: distinguishedName(tbs.issuer),
		serial: toHex(new Uint8Array(tbs.serialNumber)).replace(/^0+(?=.)/u, ''),
		notBefore: tbs.validity.notBefore.getTime().toISOString(),
		notAfter: tbs.validity.notAfter.getTime().toISOString(),
		entitlement: entitlementOf(tbs),
		publicKey,
		signed: new Uint8Array(signed),
		signature,
		der,
	};
}
