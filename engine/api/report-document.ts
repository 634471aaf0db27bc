import type { ReportStatement } from '../../contract/report.ts';
import type { Verification, VerifiedSigner } from '../../contract/verification.ts';
import { CHECKS } from '../../contract/verification.ts';
import type { ReportDocument, ReportSignature } from '../report/index.ts';

/** A signed report as its documents show it: who signed what, and whether it held. */
export function signedDocument(
	statement: ReportStatement,
	verification: Verification,
	evidence: (sha256: string) => Uint8Array | null,
): ReportDocument {
	return {
		reportId: verification.reportId ?? '',
		statement,
		signatures: [
			...verification.signers.map((signer) => ({
				...signatureOf(signer, statement.predicate.operator.orgName),
				role: 'compiler' as const,
				signedOn: statement.predicate.finishedOn,
			})),
			...verification.reviews.flatMap((review) =>
				review.signers.map((signer) => ({
					...signatureOf(signer, review.verifier),
					role: review.role,
					...(review.person !== null && { name: review.person }),
					signedOn: review.timeCreated,
					decision: review.decision,
					reasons: review.reasons,
				})),
			),
		],
		verification: {
			accepted: verification.verdict === 'trusted' || verification.verdict === 'intact',
			policy: verification.policy ?? 'self-test',
			checks: verification.checks.map((check) => ({
				id: check.id,
				outcome: check.outcome,
				text: { zh: `${CHECKS[check.id].zh}：${check.detail.zh}`, en: `${CHECKS[check.id].en}: ${check.detail.en}` },
			})),
		},
		evidence,
	};
}

/** The same facts before anybody signed: a draft. */
export function draftDocument(
	statement: ReportStatement,
	reportId: string,
	evidence: (sha256: string) => Uint8Array | null,
): ReportDocument {
	return { reportId, statement, signatures: [], evidence };
}

function signatureOf(signer: VerifiedSigner, organisation: string): Omit<ReportSignature, 'role' | 'signedOn'> {
	return {
		name: signer.person ?? signer.owner ?? organisation,
		organisation: signer.owner ?? organisation,
		keyid: signer.keyid,
		algorithm: signer.suite,
		valid: signer.state === 'trusted' ? true : signer.state === 'unknown' ? null : false,
	};
}
