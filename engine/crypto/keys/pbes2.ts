import { createCipheriv, createDecipheriv, pbkdf2, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { concatBytes, utf8 } from '../bytes/bytes.ts';
import { OID } from '../der/oids.ts';
import { der, derInteger, derOid, TAG } from '../der/writer.ts';
import { decryptSm4Cbc } from '../sm4/cbc.ts';
import { type Kdf, type Pbes2, readPbes2 } from './pbes2-parameters.ts';

/** The cost of a guess at the passphrase of a key file that we write. */
const ITERATIONS = 600_000;
const SCRYPT_MEMORY = 256 * 2 ** 20;

const derivePbkdf2 = promisify(pbkdf2);
const deriveScrypt = promisify<string, Uint8Array, number, object, Buffer>(scrypt);

/**
 * PKCS #8 EncryptedPrivateKeyInfo (RFC 5958) under PBES2 (RFC 8018): PBKDF2 with HMAC-SHA-256 and 600 000 iterations,
 * AES-256-CBC. OpenSSL of every age that knows PBES2 reads it.
 */
export async function encryptPrivateKeyInfo(info: Uint8Array, passphrase: string): Promise<Uint8Array> {
	const salt = randomBytes(16);
	const iv = randomBytes(16);
	const key = await derivePbkdf2(passphrase, salt, ITERATIONS, 32, 'sha256');
	const cipher = createCipheriv('aes-256-cbc', key, iv);
	const encrypted = concatBytes(cipher.update(info), cipher.final());
	const prf = der(TAG.sequence, derOid(OID.hmacSha256), der(TAG.null));
	const kdf = der(TAG.sequence, der(TAG.octets, salt), derInteger(ITERATIONS), prf);
	const parameters = der(
		TAG.sequence,
		der(TAG.sequence, derOid(OID.pbkdf2), kdf),
		der(TAG.sequence, derOid(OID.aes256Cbc), der(TAG.octets, iv)),
	);
	const algorithm = der(TAG.sequence, derOid(OID.pbes2), parameters);
	return der(TAG.sequence, algorithm, der(TAG.octets, encrypted));
}

/** Why an encrypted key file was not opened. */
export type Pbes2Problem = 'unsupported' | 'wrong-passphrase';

/**
 * Opens what OpenSSL writes: PBKDF2 (SHA-1, SHA-256, SHA-512) or scrypt, then AES-128/256-CBC or SM4-CBC. A wrong
 * passphrase shows as broken padding nearly always; the caller must also check that a key came out.
 */
export async function decryptPrivateKeyInfo(bytes: Uint8Array, passphrase: string): Promise<Uint8Array | Pbes2Problem> {
	const found = readPbes2(bytes);
	if (found === undefined) return 'unsupported';
	const key = await derive(found.kdf, passphrase, found.cipher === 'aes256Cbc' ? 32 : 16);
	return decrypt(found, new Uint8Array(key)) ?? 'wrong-passphrase';
}

function derive(kdf: Kdf, passphrase: string, length: number): Promise<Buffer> {
	if (kdf.name === 'pbkdf2') return derivePbkdf2(passphrase, kdf.salt, kdf.iterations, length, kdf.hash);
	const { N, r, p } = kdf;
	return deriveScrypt(passphrase, kdf.salt, length, { N, r, p, maxmem: SCRYPT_MEMORY + utf8(passphrase).length });
}

function decrypt({ cipher, iv, encrypted }: Pbes2, key: Uint8Array): Uint8Array | undefined {
	if (cipher === 'sm4Cbc') return decryptSm4Cbc(key, iv, encrypted);
	const decipher = createDecipheriv(cipher === 'aes256Cbc' ? 'aes-256-cbc' : 'aes-128-cbc', key, iv);
	try {
		return concatBytes(decipher.update(encrypted), decipher.final());
	} catch {
		// Wrong padding: the passphrase was another one.
		return undefined;
	}
}
