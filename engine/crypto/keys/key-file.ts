import { ShipeiError } from '../../../contract/errors.ts';
import { sameBytes } from '../bytes/bytes.ts';
import { decryptPrivateKeyInfo, encryptPrivateKeyInfo } from './pbes2.ts';
import { type PemBlock, readPem, toPem } from './pem.ts';
import { type PrivateKey, privateKeyFromSecret } from './private-key.ts';
import { decodeEcKey, decodePrivateKeyInfo, encodePrivateKeyInfo } from './private-key-info.ts';
import { type PublicKey, readPublicKey } from './public-key.ts';

/**
 * The key as a PKCS #8 PEM that OpenSSL reads too: encrypted, or plain when it is said that nothing but the file's mode
 * shall protect it (null).
 */
export async function writePrivateKey(key: PrivateKey, passphrase: string | null): Promise<string> {
	if (passphrase === '') throw new ShipeiError('key.empty-passphrase');
	const info = encodePrivateKeyInfo(key.suite, key.secret, key.suite === 'sm2-sm3' ? key.publicKey.raw : undefined);
	if (passphrase === null) return toPem('PRIVATE KEY', info);
	return toPem('ENCRYPTED PRIVATE KEY', await encryptPrivateKeyInfo(info, passphrase));
}

/**
 * Reads a private key from PEM: encrypted or plain PKCS #8, or a bare SM2 EC key. `passphrase` is needed for an
 * encrypted one. Errors: key.not-a-key, key.unsupported, key.passphrase-needed, key.wrong-passphrase.
 */
export async function readPrivateKey(pem: string, passphrase?: string): Promise<PrivateKey> {
	const block = readPem(pem).find(({ label }) => label.endsWith('PRIVATE KEY'));
	if (block === undefined) throw new ShipeiError('key.not-a-key');
	const found = block.label === 'ENCRYPTED PRIVATE KEY' ? await opened(block, passphrase) : plain(block);
	try {
		return privateKeyFromSecret(found.suite, found.secret);
	} catch (error) {
		throw new ShipeiError('key.not-a-key', {}, { cause: error });
	}
}

/** The public key as PEM (SubjectPublicKeyInfo). */
export function writePublicKey(key: PublicKey): string {
	return toPem('PUBLIC KEY', key.spki);
}

/** Reads a public key from PEM. Errors: key.not-a-key, key.unsupported. */
export function readPublicKeyPem(pem: string): PublicKey {
	const block = readPem(pem).find(({ label }) => label === 'PUBLIC KEY');
	if (block === undefined) throw new ShipeiError('key.not-a-key');
	const key = readPublicKey(block.bytes);
	if (key === undefined || !sameBytes(key.spki, block.bytes)) throw new ShipeiError('key.unsupported');
	return key;
}

async function opened({ bytes }: PemBlock, passphrase: string | undefined): Promise<Found> {
	if (passphrase === undefined) throw new ShipeiError('key.passphrase-needed');
	const info = await decryptPrivateKeyInfo(bytes, passphrase);
	if (info === 'unsupported') throw new ShipeiError('key.unsupported');
	const found = info === 'wrong-passphrase' ? undefined : decodePrivateKeyInfo(info);
	// One wrong passphrase in 256 happens to give right padding, but then no key lies under it.
	if (found === undefined) throw new ShipeiError('key.wrong-passphrase');
	return found;
}

function plain({ label, bytes }: PemBlock): Found {
	const found = label === 'EC PRIVATE KEY' ? decodeEcKey(bytes) : decodePrivateKeyInfo(bytes);
	if (found === undefined) throw new ShipeiError('key.unsupported');
	return found;
}

type Found = NonNullable<ReturnType<typeof decodePrivateKeyInfo>>;
