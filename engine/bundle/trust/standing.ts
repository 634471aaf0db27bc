import type { Revocation, TrustedKey } from '../../../contract/trust.ts';
import { fromBase64, readChain } from '../../crypto/portable.ts';
import type { TrustList } from './trust-list.ts';

/** How a trust list sees one signature. */
export type Standing =
	| { readonly state: 'unknown' }
	| { readonly state: 'trusted' | 'expired' | 'outOfScope'; readonly key: TrustedKey }
	| { readonly state: 'revoked'; readonly key: TrustedKey | undefined; readonly revocation: Revocation };

/** What is known about one signature: by which key, over which report, when by its own claim, when by a receipt. */
export interface Signing {
	readonly keyid: string;
	/** Serial numbers of the certificates that came with the key, lower-case hexadecimal. */
	readonly serials: readonly string[];
	readonly signedOn: string;
	/** The earliest date that a trusted registry vouches for; undefined without a receipt. */
	readonly vouchedOn: string | undefined;
	readonly about: Matter;
}

/** What a signature is about, for keys that may sign only for some of it. */
export interface Matter {
	readonly purl: string | undefined;
	readonly suites: readonly string[];
}

export function standingOf(list: TrustList, signing: Signing): Standing {
	const key = list.root.keys.find(({ keyid }) => keyid === signing.keyid);
	const serials = [...signing.serials, ...serialsOnList(key)];
	const revocation = list.root.revoked.find(
		(entry) => names(entry, { keyid: signing.keyid, serials }) && voids(entry, signing),
	);
	if (revocation !== undefined) return { state: 'revoked', key, revocation };
	if (key === undefined) return { state: 'unknown' };
	const on = Date.parse(signing.signedOn);
	const within = on >= Date.parse(key.notBefore) && on <= Date.parse(key.notAfter);
	if (!within) return { state: 'expired', key };
	return { state: covers(key.scopes, signing.about) ? 'trusted' : 'outOfScope', key };
}

/** The revocation of this very report, if it has one. */
export function reportRevocation(list: TrustList, sha256: string): Revocation | undefined {
	return list.root.revoked.find(({ reportDigest }) => reportDigest === sha256);
}

function covers(scopes: readonly string[], { purl, suites }: Matter): boolean {
	if (scopes.length === 0) return true;
	const product = scopes.some((scope) => purl?.startsWith(scope) === true);
	return product || (suites.length > 0 && suites.every((suite) => scopes.some((scope) => suite.startsWith(scope))));
}

// Whoever leaves a revoked certificate out of the file, and its bare key in, does not get away with it.
function serialsOnList(key: TrustedKey | undefined): readonly string[] {
	const bytes = key?.x509 === undefined ? undefined : fromBase64(key.x509);
	return (bytes === undefined ? undefined : readChain(bytes))?.map(({ serial }) => serial) ?? [];
}

function names(entry: Revocation, { keyid, serials }: Pick<Signing, 'keyid' | 'serials'>): boolean {
	// Some programs write a serial number with leading zeros.
	const serial = entry.certSerial?.replace(/^0+(?=.)/u, '');
	return entry.keyid === keyid || (serial !== undefined && serials.includes(serial));
}

// Whoever stole a key can write any date into a report, so only somebody else's date counts against a stolen key.
function voids({ since, compromised }: Revocation, { signedOn, vouchedOn }: Signing): boolean {
	const on = compromised ? vouchedOn : signedOn;
	return on === undefined || Date.parse(on) >= Date.parse(since);
}
