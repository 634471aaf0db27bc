import { ShipeiError } from '../../../contract/errors.ts';
import { receiptStatementSchema } from '../../../contract/receipt.ts';
import { reviewStatementSchema } from '../../../contract/review.ts';
import { nodePrimitives } from '../../crypto/index.ts';
import { type PublicKey, sameBytes } from '../../crypto/portable.ts';
import { certificateEntry, FIRST_REVIEW, numbered } from '../container/layout.ts';
import { partOf } from '../container/write-container.ts';
import { encodeEnvelope } from '../envelope/envelope.ts';
import type { WrittenFile } from '../export/write-file.ts';
import { Refusal } from '../refusal.ts';
import { openStatement } from '../verify/open-statement.ts';
import type { Opened, OpenedBundle } from '../verify/opened.ts';
import { addEntries, openForAdding } from './append.ts';

export interface EnvelopeRequest {
	readonly file: string;
	/** Where to write; the file itself by default. */
	readonly out?: string;
	/** A signed review or receipt that came from elsewhere: a stick, a registry. */
	readonly envelope: Uint8Array;
	/** Public keys that its signatures name. */
	readonly keys: readonly PublicKey[];
}

/** Adds a registry's receipt to the report that it is about; one that is there already changes nothing. */
export function addReceipt(request: EnvelopeRequest): Promise<WrittenFile | null> {
	return addSigned(
		request,
		receiptStatementSchema,
		({ receipts }) => receipts,
		(count) => numbered('receipts', count),
	);
}

/** Adds a review that was signed elsewhere; one that is there already changes nothing. */
export function addReviewEnvelope(request: EnvelopeRequest): Promise<WrittenFile | null> {
	const name = (count: number) => numbered('attestations', FIRST_REVIEW + count);
	return addSigned(request, reviewStatementSchema, ({ reviews }) => reviews, name);
}

type Attachable = { readonly subject: readonly { readonly digest: { readonly sha256: string } }[] };

/** Errors: review.bad-envelope, review.not-about-this, bundle.invalid, bundle.not-readable, bundle.not-writable. */
async function addSigned<Statement extends Attachable>(
	{ file, out = file, envelope, keys }: EnvelopeRequest,
	schema: Parameters<typeof openStatement<Statement>>[2],
	siblings: (bundle: OpenedBundle) => readonly Opened<unknown>[],
	nameOf: (count: number) => string,
): Promise<WrittenFile | null> {
	const opened = openOrThrow(envelope, schema, keys);
	const bundle = await openForAdding(file);
	const expected = bundle.report.digest.sha256;
	const found = opened.statement.subject[0]?.digest.sha256 ?? '';
	if (found !== expected) throw new ShipeiError('review.not-about-this', { found, expected });
	const known = siblings(bundle);
	if (known.some((one) => sameBytes(encodeEnvelope(one.envelope), envelope))) return null;
	const used = opened.signers.map(({ keyid, spki }) => partOf(certificateEntry(keyid), spki));
	return addEntries(file, [partOf(nameOf(known.length), envelope), ...used], out);
}

function openOrThrow<Statement>(
	envelope: Uint8Array,
	schema: Parameters<typeof openStatement<Statement>>[2],
	keys: readonly PublicKey[],
): Opened<Statement> {
	const check = 'reviews.valid';
	const stages = { envelope: check, statement: check, signatures: check } as const;
	try {
		const find = (keyid: string) => keys.find((key) => key.keyid === keyid);
		return openStatement('envelope', envelope, schema, { primitives: nodePrimitives(), keys: find, stages });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		throw new ShipeiError('review.bad-envelope', { problem: error.message }, { cause: error });
	}
}
