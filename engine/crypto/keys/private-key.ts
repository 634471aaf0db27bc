import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { to32Bytes, toInteger } from '../bytes/integer.ts';
import { isSecret, publicKeyOf } from '../sm2/sm2.ts';
import { encodePrivateKeyInfo } from './private-key-info.ts';
import { type PublicKey, publicKeyFromRaw } from './public-key.ts';
import type { Suite } from './suite.ts';

/** A private key in memory. Show it to nobody: `signerFromKey` is what the rest of the program gets. */
export interface PrivateKey {
	readonly suite: Suite;
	/** SM2: the number d, 32 bytes. Ed25519: the 32-byte seed. */
	readonly secret: Uint8Array;
	readonly publicKey: PublicKey;
}

/** A fresh key from the system's random source. */
export function generateKey(suite: Suite): PrivateKey {
	if (suite === 'sm2-sm3') return privateKeyFromSecret(suite, randomSm2Secret());
	const { privateKey } = generateKeyPairSync('ed25519');
	const { d = '' } = privateKey.export({ format: 'jwk' });
	return privateKeyFromSecret(suite, new Uint8Array(Buffer.from(d, 'base64url')));
}

/** Throws a RangeError when the bytes cannot be a private key of the suite. */
export function privateKeyFromSecret(suite: Suite, secret: Uint8Array): PrivateKey {
	if (secret.length !== 32) throw new RangeError(`A private key has 32 bytes, not ${secret.length}.`);
	if (suite === 'ed25519') return { suite, secret, publicKey: publicKeyFromRaw(suite, ed25519PublicKey(secret)) };
	const number = toInteger(secret);
	if (!isSecret(number)) throw new RangeError('The private key is outside 1 … n − 2.');
	return { suite, secret, publicKey: publicKeyFromRaw(suite, publicKeyOf(number)) };
}

function randomSm2Secret(): Uint8Array {
	for (;;) {
		const number = toInteger(randomBytes(32));
		if (isSecret(number)) return to32Bytes(number);
	}
}

function ed25519PublicKey(seed: Uint8Array): Uint8Array {
	const key = createPrivateKey({
		key: Buffer.from(encodePrivateKeyInfo('ed25519', seed)),
		format: 'der',
		type: 'pkcs8',
	});
	return new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' })).slice(-32);
}
