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
import { plain } from '../verify/people.ts';
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
 * Adds a signed counter-statement to a bundle, after verifying it. Every entry that was there keeps its bytes. Whoever
 * signed the report, or a review in the other role, is refused: 编制, 审核 and 批准 are three people.
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

// Withdrawing one's own report is the one thing that its own signer may do. A person is known by key, and by name: who
// holds two keys is still one person.
function refuseSamePerson({ report, reviews }: OpenedBundle, { review, signers }: ReviewRequest): void {
	if (review.decision === 'withdrawn') return;
	const mine = new Set(signers.map(({ keyid }) => keyid));
	const isMine = (keys: readonly { keyid: string }[], organisation: string, person: string | undefined) =>
		keys.some(({ keyid }) => mine.has(keyid)) || isNamed(review.verifier, organisation, person);
	const { orgName, person } = report.statement.predicate.operator;
	if (isMine(report.signers, orgName, person)) throw new ShipeiError('review.same-person', { role: 'compiler' });
	const other = reviews.find(({ statement: { predicate }, signers: keys }) => {
		const { role, verifier } = predicate;
		return role !== review.role && isMine(keys, verifier.id, verifier.person);
	});
	if (other !== undefined) throw new ShipeiError('review.same-person', { role: other.statement.predicate.role });
}

function isNamed(verifier: ReviewPredicate['verifier'], organisation: string, person: string | undefined): boolean {
	if (person === undefined || verifier.person === undefined) return false;
	return plain(verifier.person) === plain(person) && plain(verifier.id) === plain(organisation);
}
