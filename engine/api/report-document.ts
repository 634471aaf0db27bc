import type { ReportStatement } from '../../contract/report.ts';
import type { Verification } from '../../contract/verification.ts';
import { type ReportDocument, verifiedSignatures } from '../report/index.ts';

/** A signed report as its documents show it: who signed what, and what the verifier found. */
export function signedDocument(
	statement: ReportStatement,
	verification: Verification,
	evidence: (sha256: string) => Uint8Array | null,
): ReportDocument {
	return {
		reportId: verification.reportId ?? '',
		statement,
		signatures: verifiedSignatures(statement, verification),
		verification,
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
