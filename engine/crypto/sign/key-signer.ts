import { createPrivateKey, sign } from 'node:crypto';
import { toInteger } from '../bytes/integer.ts';
import type { PrivateKey } from '../keys/private-key.ts';
import { encodePrivateKeyInfo } from '../keys/private-key-info.ts';
import { encodeSignature } from '../sm2/signature.ts';
import { messageDigest, signDigest } from '../sm2/sm2.ts';
import { verifySignature } from './node-primitives.ts';
import type { Signer } from './signer.ts';

/** A signer over a key in memory. Every signature is checked before it is handed out: a fault must not leak the key. */
export function signerFromKey(key: PrivateKey): Signer {
	const { suite, publicKey } = key;
	const make = suite === 'sm2-sm3' ? sm2Signer(key) : ed25519Signer(key);
	return {
		keyid: publicKey.keyid,
		suite,
		spki: publicKey.spki,
		sign: async (message) => {
			const signature = make(message);
			if (!verifySignature(publicKey, message, signature)) throw new Error('A fresh signature does not verify.');
			return signature;
		},
	};
}

function sm2Signer({ secret, publicKey }: PrivateKey): (message: Uint8Array) => Uint8Array {
	const number = toInteger(secret);
	return (message) => encodeSignature(signDigest(messageDigest(publicKey.raw, message), number));
}

function ed25519Signer({ secret }: PrivateKey): (message: Uint8Array) => Uint8Array {
	const info = Buffer.from(encodePrivateKeyInfo('ed25519', secret));
	const key = createPrivateKey({ key: info, format: 'der', type: 'pkcs8' });
	return (message) => new Uint8Array(sign(null, message, key));
}
