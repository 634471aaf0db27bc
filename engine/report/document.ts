import type { ReportStatement } from '../../contract/report.ts';
import type { Decision } from '../../contract/review.ts';
import type { AddedDeclaration, Seal } from '../../contract/settings.ts';
import type { Verification, VerifiedSigner } from '../../contract/verification.ts';

/** Everything a document is made of: stored, verified facts, no clock, no database, no network. */
export interface ReportDocument {
	/** `sha256:` and the SHA-256 of the signed payload: the report's identity. */
	readonly reportId: string;
	readonly statement: ReportStatement;
	/** 编制 signs the statement itself; 审核 and 批准 are reviews. In any order; several of one role may exist. */
	readonly signatures: readonly ReportSignature[];
	/** What the verifier found, when it was asked; printed in the last appendix. */
	readonly verification?: Verification;
	/** The bytes of a piece of evidence by its SHA-256, for thumbnails; null when they are withheld or not at hand. */
	readonly evidence?: (sha256: string) => Uint8Array | null;
	/** How the lab that made the report wants it to look; the usual look when absent. */
	readonly look?: LabLook;
}

/**
 * What a lab adds to the documents of its own reports. It is no part of the signed statement: it claims nothing about the
 * tests, verifiers of every age must accept the report without knowing it, and a file from elsewhere must not be able to
 * bring a letterhead along. So it comes from the settings of whoever makes the document, and only for their own reports.
 */
export interface LabLook {
	/** PNG or JPEG as bytes, on the cover. */
	readonly logo?: Uint8Array;
	readonly seal?: Seal;
	/** Sentences after the usual ones of the statement page, marked as the lab's. */
	readonly declaration?: AddedDeclaration;
}

export const SIGNATURE_ROLES = ['compiler', 'reviewer', 'approver'] as const;
/** 编制, 审核, 批准 */
export type SignatureRole = (typeof SIGNATURE_ROLES)[number];

export interface ReportSignature {
	readonly role: SignatureRole;
	readonly name: string;
	readonly title?: string;
	readonly organisation: string;
	readonly keyid: string;
	/** sm2-sm3, ed25519 */
	readonly algorithm: string;
	/** RFC 3339; when the signer says that it was signed. The report's date of issue is the approver's. */
	readonly signedOn: string | null;
	/** Whether the signature fits the signed bytes; null: nobody checked it. */
	readonly valid: boolean | null;
	/** Whether the trust list vouches for the key; unknown also when there is no list. */
	readonly trust: VerifiedSigner['state'];
	/** Only reviews decide; a rejected report can still be printed, and says so. */
	readonly decision?: Decision;
	readonly reasons?: readonly string[];
}

export const REPORT_FORMATS = ['html', 'pdf', 'docx', 'csv', 'xlsx', 'json', 'junit', 'ctrf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
