import { concatBytes, sameBytes } from '../bytes/bytes.ts';
import { toHex } from '../bytes/hex.ts';
import { isEd25519PublicKey } from '../sign/ed25519-point.ts';
import { isPublicKey } from '../sm2/sm2.ts';
import { keyIdOf } from './key-id.ts';
import type { Suite } from './suite.ts';

/** A public key that was checked: its curve is known, its point lies on it. */
export interface PublicKey {
	readonly suite: Suite;
	readonly keyid: string;
	/** SubjectPublicKeyInfo, DER. */
	readonly spki: Uint8Array;
	/** SM2: 04 ‖ x ‖ y, 65 bytes. Ed25519: 32 bytes. */
	readonly raw: Uint8Array;
}

// Everything of a SubjectPublicKeyInfo before the key itself. There is exactly one encoding of each, so comparing the
// prefix is the whole parser.
const PREFIXES: Readonly<Record<Suite, Uint8Array>> = {
	'sm2-sm3': Uint8Array.from([
		0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x81, 0x1c, 0xcf,
		0x55, 0x01, 0x82, 0x2d, 0x03, 0x42, 0x00,
	]),
	ed25519: Uint8Array.from([0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]),
};

const CHECKS: Readonly<Record<Suite, (raw: Uint8Array) => boolean>> = {
	'sm2-sm3': (raw) => isPublicKey(raw),
	ed25519: isEd25519PublicKey,
};

/** Reads a SubjectPublicKeyInfo; undefined for another algorithm or curve, or a point that is no key. */
export function readPublicKey(spki: Uint8Array): PublicKey | undefined {
	for (const suite of Object.keys(PREFIXES) as Suite[]) {
		const prefix = PREFIXES[suite];
		const raw = spki.slice(prefix.length);
		if (sameBytes(spki.subarray(0, prefix.length), prefix) && CHECKS[suite](raw)) {
			return { suite, keyid: keyIdOf(suite, spki), spki, raw };
		}
	}
	return undefined;
}

export function publicKeyFromRaw(suite: Suite, raw: Uint8Array): PublicKey {
	const key = readPublicKey(concatBytes(PREFIXES[suite], raw));
	if (key === undefined) throw new TypeError(`Not a public key of ${suite}: ${toHex(raw)}.`);
	return key;
}
