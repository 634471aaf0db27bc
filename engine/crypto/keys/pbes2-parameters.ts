import { type OidName, oidName } from '../der/oids.ts';
import { type DerElement, derInside } from '../der/reader.ts';
import { TAG } from '../der/writer.ts';

export type Kdf =
	| { name: 'pbkdf2'; salt: Uint8Array; iterations: number; hash: 'sha1' | 'sha256' | 'sha512' }
	| { name: 'scrypt'; salt: Uint8Array; N: number; r: number; p: number };

export interface Pbes2 {
	readonly kdf: Kdf;
	readonly cipher: 'aes128Cbc' | 'aes256Cbc' | 'sm4Cbc';
	readonly iv: Uint8Array;
	readonly encrypted: Uint8Array;
}

// A file from elsewhere must not keep the machine busy for hours, nor fill its memory.
const MAX_ITERATIONS = 20_000_000;
const MAX_SCRYPT_BYTES = 256 * 2 ** 20;

const HASHES: Partial<Record<OidName, 'sha1' | 'sha256' | 'sha512'>> = {
	hmacSha1: 'sha1',
	hmacSha256: 'sha256',
	hmacSha512: 'sha512',
};

/** The parameters in an EncryptedPrivateKeyInfo; undefined when it is malformed or uses something we cannot open. */
export function readPbes2(bytes: Uint8Array): Pbes2 | undefined {
	const [algorithm, encrypted] = derInside(bytes, TAG.sequence) ?? [];
	const [name, parameters] = inside(algorithm);
	if (oidName(name) !== 'pbes2' || encrypted?.tag !== TAG.octets) return undefined;
	const [kdfPart, cipherPart] = inside(parameters);
	const kdf = readKdf(inside(kdfPart));
	const [cipherId, iv] = inside(cipherPart);
	const cipher = oidName(cipherId);
	if (cipher !== 'aes128Cbc' && cipher !== 'aes256Cbc' && cipher !== 'sm4Cbc') return undefined;
	if (kdf === undefined || iv?.tag !== TAG.octets || iv.content.length !== 16) return undefined;
	return { kdf, cipher, iv: iv.content, encrypted: encrypted.content };
}

function readKdf([name, parameters]: readonly DerElement[]): Kdf | undefined {
	const [salt, ...rest] = inside(parameters);
	if (salt?.tag !== TAG.octets) return undefined;
	if (oidName(name) === 'pbkdf2') return readPbkdf2(salt.content, rest);
	return oidName(name) === 'scrypt' ? readScrypt(salt.content, rest) : undefined;
}

function readPbkdf2(salt: Uint8Array, rest: readonly DerElement[]): Kdf | undefined {
	const iterations = integer(rest[0]);
	const prf = rest.find((element) => element.tag === TAG.sequence);
	// RFC 8018 says HMAC-SHA-1 where nothing is said.
	const hash = prf === undefined ? 'sha1' : HASHES[oidName(inside(prf)[0]) ?? 'pbes2'];
	if (hash === undefined || iterations < 1 || iterations > MAX_ITERATIONS) return undefined;
	return { name: 'pbkdf2', salt, iterations, hash };
}

function readScrypt(salt: Uint8Array, rest: readonly DerElement[]): Kdf | undefined {
	const [N, r, p] = [integer(rest[0]), integer(rest[1]), integer(rest[2])];
	const powerOfTwo = N > 1 && Number.isInteger(Math.log2(N));
	if (!powerOfTwo || r < 1 || p < 1 || p > 16 || 128 * N * r >= MAX_SCRYPT_BYTES) return undefined;
	return { name: 'scrypt', salt, N, r, p };
}

// 0 for anything that is not a small INTEGER: every limit above refuses it.
function integer(element: DerElement | undefined): number {
	if (element?.tag !== TAG.integer || element.content.length > 5) return 0;
	return element.content.reduce((sum, byte) => sum * 256 + byte, 0);
}

function inside(element: DerElement | undefined): readonly DerElement[] {
	return element === undefined ? [] : (derInside(element.whole, TAG.sequence) ?? []);
}
