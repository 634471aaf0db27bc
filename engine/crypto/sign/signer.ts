import type { Suite } from '../keys/suite.ts';

/**
 * Whoever can sign: a key file today; a UKey (SKF) or a PKCS #11 token tomorrow, which is why `sign` may take its time
 * and why nothing here gives out the key. SM2 signatures are DER, Ed25519 signatures 64 bytes.
 */
export interface Signer {
	readonly keyid: string;
	readonly suite: Suite;
	/** SubjectPublicKeyInfo, DER. */
	readonly spki: Uint8Array;
	sign(message: Uint8Array): Promise<Uint8Array>;
}
