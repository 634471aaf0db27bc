import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '../bytes/hex.ts';
import { sm3 } from '../hash/sm3.ts';
import type { Suite } from './suite.ts';

/** The name of a key: the digest of its SubjectPublicKeyInfo by the hash of its own suite. */
export function keyIdOf(suite: Suite, spki: Uint8Array): string {
	return suite === 'sm2-sm3' ? `sm3:${toHex(sm3(spki))}` : `sha256:${toHex(sha256(spki))}`;
}
