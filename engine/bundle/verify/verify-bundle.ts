import { createReadStream } from 'node:fs';
import { ShipeiError } from '../../../contract/errors.ts';
import type { TrustState } from '../../../contract/trust.ts';
import type { Policy, TrustOrigin, Verification } from '../../../contract/verification.ts';
import { nodePrimitives } from '../../crypto/index.ts';
import type { ByteSource } from '../container/byte-reader.ts';
import { type Verified, verifyStream } from './verify-stream.ts';

export interface VerifyOptions {
	/** Whose signatures to believe; without it only what the file itself proves is judged. */
	readonly trust?: TrustState | undefined;
	/** Where `trust` comes from; `given` when absent. Only told again in the answer. */
	readonly trustOrigin?: TrustOrigin | undefined;
	readonly policy?: Policy | undefined;
	/** SM3 in TypeScript even where the runtime has it. */
	readonly pureCrypto?: boolean | undefined;
	/** The date to judge expiry by. */
	readonly now?: Date | undefined;
}

const CHUNK = 2 ** 18;

/**
 * Verifies a bundle: a file or any stream of bytes. Needs no database, no network, no installation. Whatever the bytes
 * are, the answer says so; only a file that cannot be read rejects (bundle.not-readable).
 */
export async function verifyBundle(source: string | ByteSource, options: VerifyOptions = {}): Promise<Verification> {
	return (await readBundle(source, options)).verification;
}

/** The same, with the statements that could be opened, for whoever renders them. */
export async function readBundle(source: string | ByteSource, options: VerifyOptions = {}): Promise<Verified> {
	const { pureCrypto, now = new Date(), ...asked } = options;
	const bytes = typeof source === 'string' ? fileBytes(source) : source;
	return verifyStream(bytes, { primitives: nodePrimitives(pureCrypto), now, ...asked });
}

/** The bytes of a file in pieces of 256 KiB. */
export async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
	try {
		yield* createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Uint8Array>;
	} catch (cause) {
		const { code, message } = cause as NodeJS.ErrnoException;
		throw new ShipeiError('bundle.not-readable', { path, reason: code ?? message }, { cause });
	}
}
