import { ShipeiError } from '../../../contract/errors.ts';
import { certificateEntry, FIRST_REVIEW, numbered } from '../container/layout.ts';
import { containerBytes, type Part } from '../container/write-container.ts';
import { type WrittenFile, writeContainer } from '../export/write-file.ts';
import type { Opened, OpenedBundle } from '../verify/opened.ts';
import { inOrder, openForAdding, partsOf } from './append.ts';

/**
 * Two copies of one report went different ways and came back with different reviews or receipts: writes a file with those
 * of both. The report itself is that of `file`. Null when `other` has nothing that `file` lacks. Errors: bundle.invalid,
 * bundle.not-readable, bundle.not-writable, review.not-about-this.
 */
export async function mergeCopies(request: {
	readonly file: string;
	readonly other: string;
	readonly out: string;
}): Promise<WrittenFile | null> {
	const parts = merged(await openCopy(request.file), await openCopy(request.other));
	return parts === null ? null : writeContainer(request.out, parts);
}

/**
 * The bytes of a file with what the other copies of the report carry besides; they are written nowhere. A copy that is
 * broken, or of another report, adds nothing. Null where the file itself does not open.
 */
export async function mergedBytes(files: readonly [string, ...string[]]): Promise<AsyncIterable<Uint8Array> | null> {
	const [first, ...others] = files;
	let copy = await orNull(openCopy(first));
	if (copy === null) return null;
	for (const file of others) {
		const other = await orNull(openCopy(file));
		if (other === null || digestOf(other) !== digestOf(copy)) continue;
		const parts: readonly Part[] | null = merged(copy, other);
		if (parts !== null) copy = { parts, bundle: await openForAdding(containerBytes(parts)) };
	}
	return containerBytes(copy.parts);
}

async function orNull(copy: Promise<Copy>): Promise<Copy | null> {
	try {
		return await copy;
	} catch (error) {
		// Altered, or gone meanwhile.
		if (error instanceof ShipeiError) return null;
		throw error;
	}
}

interface Copy {
	readonly parts: readonly Part[];
	readonly bundle: OpenedBundle;
}

async function openCopy(file: string): Promise<Copy> {
	const bundle = await openForAdding(file);
	return { bundle, parts: await partsOf(file) };
}

function digestOf({ bundle }: Copy): string {
	return bundle.report.digest.sha256;
}

function merged(mine: Copy, theirs: Copy): readonly Part[] | null {
	const [expected, found] = [digestOf(mine), digestOf(theirs)];
	if (found !== expected) throw new ShipeiError('review.not-about-this', { found, expected });
	const reviews = lacking(mine.bundle.reviews, theirs.bundle.reviews);
	const receipts = lacking(mine.bundle.receipts, theirs.bundle.receipts);
	if (reviews.length + receipts.length === 0) return null;
	const { length: reviewed } = mine.bundle.reviews;
	const { length: received } = mine.bundle.receipts;
	const added = [
		...reviews.map((review, at) => renamed(theirs, review, numbered('attestations', FIRST_REVIEW + reviewed + at))),
		...receipts.map((receipt, at) => renamed(theirs, receipt, numbered('receipts', received + at))),
		...keysFor(theirs, [...reviews, ...receipts]),
	];
	const names = new Set(mine.parts.map(({ name }) => name));
	return inOrder([...mine.parts, ...added.filter(({ name }) => !names.has(name))]);
}

/** What says something that nothing here says, or is signed by somebody else. */
function lacking<Statement>(
	mine: readonly Opened<Statement>[],
	theirs: readonly Opened<Statement>[],
): Opened<Statement>[] {
	const told = ({ digest, signers }: Opened<Statement>) =>
		[digest.sha256, ...signers.map(({ keyid }) => keyid).sort()].join(' ');
	const known = new Set(mine.map(told));
	return theirs.filter((one) => !known.has(told(one)));
}

function renamed({ parts }: Copy, { entry }: Opened<unknown>, name: string): Part {
	const part = parts.find((one) => one.name === entry);
	// Its entry was read a moment ago; without it the file is not the one that was verified.
	if (part === undefined) throw new ShipeiError('bundle.invalid', { check: 'container.layout', detail: entry });
	return { ...part, name };
}

/** Keys as they came, with their certificates; one that is here already keeps the entry that it has. */
function keysFor({ parts }: Copy, added: readonly Opened<unknown>[]): readonly Part[] {
	const wanted = new Set(added.flatMap(({ signers }) => signers.map(({ keyid }) => certificateEntry(keyid))));
	return parts.filter(({ name }) => wanted.has(name));
}
