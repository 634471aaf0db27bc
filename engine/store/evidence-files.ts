import { createHash } from 'node:crypto';
import {
	closeSync,
	createReadStream,
	existsSync,
	fstatSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readSync,
	renameSync,
	rmSync,
	statSync,
	writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Digest } from '../../contract/digest.ts';
import { ShipeiError } from '../../contract/errors.ts';
import { createDigest, digestBytes } from '../crypto/digests.ts';
import { storeError } from './store-error.ts';

export type EvidenceSource = { readonly bytes: Uint8Array } | { readonly file: string };

/** Evidence bytes as files named by digest: written aside, fsynced, renamed, so a name never holds half of its bytes. */
export interface EvidenceFiles {
	/** Takes bytes, or moves a file of the same file system in. */
	keep(source: EvidenceSource): { digest: Digest; size: number };
	pathOf(sha256: string): string;
	sizeOf(sha256: string): number;
	read(sha256: string, from: number, length: number): Uint8Array;
	/** All bytes, compared with their name; throws when they are not the ones that were kept. */
	readWhole(sha256: string): Uint8Array;
	open(sha256: string): AsyncIterable<Uint8Array>;
}

const EMPTY = digestBytes(new Uint8Array());
const CHUNK = 1024 * 1024;

export function evidenceFiles(dataDirectory: string): EvidenceFiles {
	const root = join(dataDirectory, 'evidence');
	let temporary = 0;
	const pathOf = (sha256: string) => {
		// Whatever the caller checked: a name that is no digest is never joined to a path.
		if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new ShipeiError('store.no-evidence', { sha256: sha256.slice(0, 100) });
		return join(root, sha256.slice(0, 2), sha256);
	};

	return {
		keep(source) {
			try {
				return 'bytes' in source ? keepBytes(source.bytes) : keepFile(source.file);
			} catch (error) {
				throw storeError(error, dataDirectory);
			}
		},
		pathOf,
		sizeOf: (sha256) => (sha256 === EMPTY.sha256 ? 0 : sizeOnDisk(pathOf(sha256), sha256)),
		read(sha256, from, length) {
			if (sha256 === EMPTY.sha256) return new Uint8Array();
			sizeOnDisk(pathOf(sha256), sha256);
			return readRange(pathOf(sha256), from, length);
		},
		readWhole(sha256) {
			if (sha256 === EMPTY.sha256) return new Uint8Array();
			const file = pathOf(sha256);
			const bytes = readRange(file, 0, sizeOnDisk(file, sha256));
			if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
			throw new ShipeiError('store.evidence-damaged', { file, sha256 });
		},
		async *open(sha256) {
			if (sha256 === EMPTY.sha256) return;
			sizeOnDisk(pathOf(sha256), sha256);
			yield* createReadStream(pathOf(sha256), { highWaterMark: CHUNK }) as AsyncIterable<Uint8Array>;
		},
	};

	function keepBytes(bytes: Uint8Array): { digest: Digest; size: number } {
		const digest = digestBytes(bytes);
		if (bytes.length === 0 || existsSync(pathOf(digest.sha256))) return { digest, size: bytes.length };
		const aside = newTemporary();
		const descriptor = openSync(aside, 'wx', 0o600);
		try {
			for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
			fsyncSync(descriptor);
		} catch (error) {
			rmSync(aside, { force: true });
			throw error;
		} finally {
			closeSync(descriptor);
		}
		place(aside, digest.sha256);
		return { digest, size: bytes.length };
	}

	function keepFile(file: string): { digest: Digest; size: number } {
		const descriptor = openSync(file, 'r');
		try {
			const size = fstatSync(descriptor).size;
			const digest = digestFile(descriptor);
			if (size === 0 || existsSync(pathOf(digest.sha256))) {
				rmSync(file);
			} else {
				fsyncSync(descriptor);
				place(file, digest.sha256);
			}
			return { digest, size };
		} finally {
			closeSync(descriptor);
		}
	}

	function place(file: string, sha256: string): void {
		const target = pathOf(sha256);
		mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
		renameSync(file, target);
		fsyncDirectory(dirname(target));
	}

	function newTemporary(): string {
		const folder = join(root, 'tmp');
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		temporary += 1;
		return join(folder, `${process.pid}-${Date.now()}-${temporary}`);
	}
}

function digestFile(descriptor: number): Digest {
	const digest = createDigest();
	const buffer = new Uint8Array(CHUNK);
	for (let at = 0; ; ) {
		const count = readSync(descriptor, buffer, 0, CHUNK, at);
		if (count === 0) return digest.digest();
		digest.update(buffer.subarray(0, count));
		at += count;
	}
}

function readRange(path: string, from: number, length: number): Uint8Array {
	const descriptor = openSync(path, 'r');
	try {
		const size = Math.max(0, Math.min(length, fstatSync(descriptor).size - from));
		const buffer = new Uint8Array(size);
		const count = size === 0 ? 0 : readSync(descriptor, buffer, 0, size, from);
		return buffer.subarray(0, count);
	} finally {
		closeSync(descriptor);
	}
}

function sizeOnDisk(path: string, sha256: string): number {
	const found = statSync(path, { throwIfNoEntry: false });
	if (found === undefined) throw new ShipeiError('store.no-evidence', { sha256 });
	return found.size;
}

// A rename is durable only once its directory is.
function fsyncDirectory(path: string): void {
	const descriptor = openSync(path, 'r');
	try {
		fsyncSync(descriptor);
	} finally {
		closeSync(descriptor);
	}
}
