import { AsnConvert } from '@peculiar/asn1-schema';
import {
	BasicConstraints,
	type Certificate,
	type Extension,
	id_ce_basicConstraints,
	id_ce_extKeyUsage,
	id_ce_keyUsage,
	id_ce_subjectAltName,
	KeyUsage,
	KeyUsageFlags,
} from '@peculiar/asn1-x509';

/** What a certificate entitles its key to (RFC 5280, 4.2). */
export interface Entitlement {
	/** May sign certificates: basicConstraints CA, and keyUsage keyCertSign where there is a keyUsage. */
	readonly mayIssue: boolean;
	/** Most intermediate certificates that may follow below it; Infinity where it does not say. */
	readonly pathLength: number;
	/** May sign documents: a certificate for encryption (GM/T 0015 issues pairs) may not. */
	readonly maySign: boolean;
	/** It makes a condition that we do not know, such as name constraints: then nobody may rely on it. */
	readonly understood: boolean;
}

// Critical extensions whose meaning is heeded here, or does not limit who may sign what.
const UNDERSTOOD: ReadonlySet<string> = new Set([
	id_ce_basicConstraints,
	id_ce_keyUsage,
	id_ce_extKeyUsage,
	id_ce_subjectAltName,
]);

export function entitlementOf({ extensions = [] }: Certificate['tbsCertificate']): Entitlement {
	const all = [...extensions];
	const basic = extensionOf(all, id_ce_basicConstraints);
	const constraints = basic === undefined ? undefined : AsnConvert.parse(basic, BasicConstraints);
	const usage = extensionOf(all, id_ce_keyUsage);
	const flags = usage === undefined ? undefined : AsnConvert.parse(usage, KeyUsage).toNumber();
	const allows = (wanted: number) => flags === undefined || (flags & wanted) !== 0;
	return {
		mayIssue: constraints?.cA === true && allows(KeyUsageFlags.keyCertSign),
		pathLength: constraints?.pathLenConstraint ?? Number.POSITIVE_INFINITY,
		maySign: allows(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation),
		understood: all.every(({ critical, extnID }) => !critical || UNDERSTOOD.has(extnID)),
	};
}

function extensionOf(extensions: readonly Extension[], id: string) {
	return extensions.find(({ extnID }) => extnID === id)?.extnValue;
}
