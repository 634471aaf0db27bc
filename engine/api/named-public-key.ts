import { isAbsolute } from 'node:path';
import { ShipeiError } from '../../contract/errors.ts';
import { exportPublic } from '../bundle/index.ts';
import { type PublicKey, readChain, readPem, readPublicKeyPem, toBase64 } from '../crypto/index.ts';
import { readBytes } from './trust-file.ts';

/** A public key, and the certificate that it came in, base64 DER. */
export interface NamedPublicKey {
	readonly key: PublicKey;
	readonly x509?: string;
}

/**
 * A public key by an absolute path (PEM: public key or certificate) or by its id in the key folder.
 * Errors: key.not-a-key, key.unsupported, key.not-found, key.ambiguous, trust.not-readable.
 */
export async function publicKeyNamed(dir: string, name: string): Promise<NamedPublicKey> {
	if (!isAbsolute(name)) return { key: readPublicKeyPem(await exportPublic(dir, name)) };
	const text = Buffer.from(readBytes(name)).toString('latin1');
	const certificate = readPem(text).find(({ label }) => label === 'CERTIFICATE');
	if (certificate === undefined) return { key: readPublicKeyPem(text) };
	const chain = readChain(certificate.bytes);
	if (chain === undefined) throw new ShipeiError('key.unsupported');
	return { key: chain[0].publicKey, x509: toBase64(certificate.bytes) };
}
