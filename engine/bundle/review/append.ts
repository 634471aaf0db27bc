import { ShipeiError } from '../../../contract/errors.ts';
import { nodePrimitives, type Signer } from '../../crypto/index.ts';
import { ByteReader, type ByteSource } from '../container/byte-reader.ts';
import { indexEntries, rangeOf } from '../container/entry-index.ts';
import { EntryReader } from '../container/entry-reader.ts';
import { SECTIONS, type Section, sectionOf } from '../container/layout.ts';
import type { Part } from '../container/write-container.ts';
import { certificateParts } from '../export/build-bundle.ts';
import { type WrittenFile, writeContainer } from '../export/write-file.ts';
import type { OpenedBundle } from '../verify/opened.ts';
import { fileBytes } from '../verify/verify-bundle.ts';
import { verifyStream } from '../verify/verify-stream.ts';

/** Verifies a bundle before anything is added to it. Errors: bundle.invalid, bundle.not-readable. */
export async function openForAdding(source: string | ByteSource): Promise<OpenedBundle> {
	const bytes = typeof source === 'string' ? fileBytes(source) : source;
	const { verification, bundle } = await verifyStream(bytes, {
		primitives: nodePrimitives(),
		now: new Date(),
	});
	if (bundle !== null && verification.verdict !== 'invalid') return bundle;
	const failed = verification.checks.find(({ outcome }) => outcome === 'failed');
	throw new ShipeiError('bundle.invalid', { check: failed?.id ?? '', detail: failed?.detail.en ?? '' });
}

/**
 * Writes the bundle again with further entries put where they belong. Every entry that was there is copied as it is;
 * the file may be written over itself.
 */
export async function addEntries(file: string, added: readonly Part[], out: string): Promise<WrittenFile> {
	const present: Part[] = await partsOf(file);
	const names = new Set(present.map(({ name }) => name));
	const parts = [...present, ...added.filter(({ name }) => !names.has(name))];
	return writeContainer(out, inOrder(parts));
}

/** Public keys of signers as entries; bare unless there is a chain. */
export function keyParts(
	signers: readonly Signer[],
	certificates?: ReadonlyMap<string, readonly Uint8Array[]>,
): Part[] {
	return certificateParts({ signers, ...(certificates === undefined ? {} : { certificates }) });
}

/** The entries of a file, each to be read when it is wanted. */
export async function partsOf(file: string): Promise<Part[]> {
	const reader = new EntryReader(new ByteReader(fileBytes(file)));
	const entries = await indexEntries(reader);
	return entries.map(({ name, size, offset }) => ({ name, size, open: () => rangeOf(file, offset, size) }));
}

// Blobs keep the report's order; in every other section names ascend.
export function inOrder(parts: readonly Part[]): Part[] {
	return SECTIONS.flatMap((section: Section) => {
		const mine = parts.filter(({ name }) => sectionOf(name) === section);
		return section === 'blob' ? mine : mine.sort((one, other) => (one.name < other.name ? -1 : 1));
	});
}
