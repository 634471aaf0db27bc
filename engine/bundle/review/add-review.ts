import { z } from 'zod';
import { ShipeiError } from '../../../contract/errors.ts';
import { STATEMENT_TYPE } from '../../../contract/report.ts';
import { REVIEW_TYPE, type ReviewPredicate, reviewStatementSchema } from '../../../contract/review.ts';
import { canonicalJson, type Signer } from '../../crypto/index.ts';
import { FIRST_REVIEW, numbered } from '../container/layout.ts';
import { partOf } from '../container/write-container.ts';
import { STATEMENT_PAYLOAD_TYPE } from '../envelope/envelope.ts';
import { signEnvelope } from '../envelope/sign-envelope.ts';
import type { WrittenFile } from '../export/write-file.ts';
import type { OpenedBundle } from '../verify/opened.ts';
import { addEntries, keyParts, openForAdding } from './append.ts';

export interface ReviewRequest {
	readonly file: string;
	/** Where to write; the file itself by default. */
	readonly out?: string;
	readonly review: ReviewPredicate;
	readonly signers: readonly Signer[];
	readonly certificates?: ReadonlyMap<string, readonly Uint8Array[]>;
}

/**
 * Adds a signed counter-statement to a bundle, after verifying it. Every entry that was there keeps its bytes. A key
 * that signed the report, or a review in the other role, is refused: 编制, 审核 and 批准 are three people.
 * Errors: bundle.invalid, bundle.no-signer, review.same-person, review.no-reason, bundle.not-readable,
 * bundle.not-writable.
 */
export async function addReview(request: ReviewRequest): Promise<WrittenFile & { readonly reportId: string }> {
	const { file, out = file, review, signers, certificates } = request;
	if (signers.length === 0) throw new ShipeiError('bundle.no-signer');
	if (review.decision !== 'approved' && review.reasons.every((reason) => reason.trim() === '')) {
		throw new ShipeiError('review.no-reason');
	}
	const bundle = await openForAdding(file);
	refuseSamePerson(bundle, request);
	const payload = canonicalJson(reviewStatement(bundle, review));
	const envelope = await signEnvelope(STATEMENT_PAYLOAD_TYPE, payload, signers);
	const name = numbered('attestations', FIRST_REVIEW + bundle.reviews.length);
	const written = await addEntries(file, [partOf(name, envelope), ...keyParts(signers, certificates)], out);
	return { reportId: `sha256:${bundle.report.digest.sha256}`, ...written };
}

function reviewStatement({ report }: OpenedBundle, predicate: ReviewPredicate) {
	const subject = [{ name: 'report', digest: report.digest }];
	const read = reviewStatementSchema.safeParse({
		_type: STATEMENT_TYPE,
		predicateType: REVIEW_TYPE,
		subject,
		predicate,
	});
	if (!read.success) throw new ShipeiError('review.bad-envelope', { problem: z.prettifyError(read.error) });
	return read.data;
}

// Withdrawing one's own report is the one thing that its own signer may do.
function refuseSamePerson({ report, reviews }: OpenedBundle, { review, signers }: ReviewRequest): void {
	const mine = new Set(signers.map(({ keyid }) => keyid));
	const signed = (keys: readonly { keyid: string }[]) => keys.some(({ keyid }) => mine.has(keyid));
	if (review.decision !== 'withdrawn' && signed(report.signers)) {
		throw new ShipeiError('review.same-person', { role: 'compiler' });
	}
	const other = reviews.find(
		({ statement, signers: keys }) => statement.predicate.role !== review.role && signed(keys),
	);
	if (other !== undefined && review.decision !== 'withdrawn') {
		throw new ShipeiError('review.same-person', { role: other.statement.predicate.role });
	}
}
