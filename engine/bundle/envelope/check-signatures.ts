import type { Text } from '../../../contract/text.ts';
import { type Primitives, type PublicKey, verifyWith } from '../../crypto/portable.ts';
import { type Envelope, preAuthentication } from './envelope.ts';

/** Finds the public key that a key id names; undefined when it is not at hand. */
export type KeySource = (keyid: string) => PublicKey | undefined;

export type SignatureCheck =
	| { readonly ok: true; readonly signers: readonly PublicKey[] }
	| { readonly ok: false; readonly problem: Text };

/**
 * Checks every signature of an envelope. One that is wrong, or whose key is not at hand, spoils the whole: an envelope
 * says nothing that nobody can check.
 */
export function checkSignatures(primitives: Primitives, envelope: Envelope, keys: KeySource): SignatureCheck {
	const message = preAuthentication(envelope.payloadType, envelope.payload);
	const signers: PublicKey[] = [];
	for (const { keyid, signature } of envelope.signatures) {
		const key = keys(keyid);
		if (key === undefined) return refused(`找不到密钥 ${keyid} 的公钥`, `the public key of ${keyid} is not at hand`);
		if (!verifyWith(primitives, key, message, signature)) {
			return refused(`密钥 ${keyid} 的签名不对`, `the signature of ${keyid} is wrong`);
		}
		signers.push(key);
	}
	return { ok: true, signers };
}

function refused(zh: string, en: string): SignatureCheck {
	return { ok: false, problem: { zh, en } };
}
