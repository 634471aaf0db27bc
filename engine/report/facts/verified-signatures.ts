import type { ReportStatement } from '../../../contract/report.ts';
import type { CheckId, Verification, VerifiedReview, VerifiedSigner } from '../../../contract/verification.ts';
import type { ReportSignature } from '../document.ts';

/** The signatures of a report as the verifier found them: 编制 from the report itself, 审核 and 批准 from its reviews. */
export function verifiedSignatures({ predicate }: ReportStatement, verification: Verification): ReportSignature[] {
	const { orgName, person } = predicate.operator;
	const compiled = verification.signers.map(
		(signer): ReportSignature => ({
			...keyFacts(signer),
			role: 'compiler',
			name: signer.person ?? person ?? signer.owner ?? orgName,
			organisation: signer.owner ?? orgName,
			signedOn: predicate.signedOn ?? null,
			valid: holds(verification, 'report.signatures'),
		}),
	);
	return [...compiled, ...verification.reviews.flatMap((review) => reviewSignatures(review, verification))];
}

function reviewSignatures(review: VerifiedReview, verification: Verification): ReportSignature[] {
	return review.signers.map((signer) => ({
		...keyFacts(signer),
		role: review.role,
		name: review.person ?? signer.person ?? review.verifier,
		organisation: signer.owner ?? review.verifier,
		signedOn: review.timeCreated,
		valid: holds(verification, 'reviews.valid'),
		decision: review.decision,
		reasons: review.reasons,
	}));
}

function keyFacts({ keyid, suite, state }: VerifiedSigner) {
	return { keyid, algorithm: suite, trust: state };
}

/** A warning beside a check does not make signatures invalid; a check that was not done proves nothing. */
function holds({ checks }: Verification, id: CheckId): boolean | null {
	const outcome = checks.find((check) => check.id === id)?.outcome ?? 'skipped';
	return outcome === 'skipped' ? null : outcome !== 'failed';
}
