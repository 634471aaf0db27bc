import { ShipeiError } from '../../../contract/errors.ts';
import { createDigest } from '../../crypto/index.ts';
import { ByteReader } from '../container/byte-reader.ts';
import { indexEntries, rangeOf } from '../container/entry-index.ts';
import { EntryReader } from '../container/entry-reader.ts';
import { blobEntry } from '../container/layout.ts';
import { Refusal } from '../refusal.ts';
import { fileBytes } from '../verify/verify-bundle.ts';

/** One blob of a bundle, found without unpacking anything. */
export interface BlobFinder {
	/** The bytes of a blob, checked against its name at their end. Errors: bundle.blob-missing, bundle.evidence-changed. */
	open(sha256: string): AsyncIterable<Uint8Array>;
}

/** Looks through the file once; verify it first. Errors: bundle.not-readable, bundle.invalid. */
export async function findBlobs(file: string): Promise<BlobFinder> {
	const places = new Map((await entriesOf(file)).map((entry) => [entry.name, entry]));
	return {
		open: (sha256) => {
			const place = places.get(blobEntry(sha256));
			if (place === undefined) throw new ShipeiError('bundle.blob-missing', { sha256 });
			return checked(sha256, rangeOf(file, place.offset, place.size));
		},
	};
}

async function entriesOf(file: string) {
	try {
		return await indexEntries(new EntryReader(new ByteReader(fileBytes(file))));
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		throw new ShipeiError('bundle.invalid', { check: error.check, detail: error.message }, { cause: error });
	}
}

async function* checked(sha256: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const digest = createDigest();
	for await (const chunk of bytes) {
		digest.update(chunk);
		yield chunk;
	}
	if (digest.digest().sha256 !== sha256) throw new ShipeiError('bundle.evidence-changed', { name: sha256 });
}
