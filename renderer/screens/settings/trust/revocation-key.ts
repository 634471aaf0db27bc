import type { Revocation } from '../../../../contract/trust.ts';

/** What an entry makes void: the id of a key or of a report, or the serial number of a certificate. */
export function revocationKey({ keyid, certSerial, reportDigest }: Revocation): string {
	return keyid ?? certSerial ?? `sha256:${reportDigest ?? ''}`;
}
