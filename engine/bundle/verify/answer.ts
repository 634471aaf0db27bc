import type { TrustState } from '../../../contract/trust.ts';
import type {
	Check,
	CheckId,
	Policy,
	TrustOrigin,
	Verification,
	VerificationVerdict,
} from '../../../contract/verification.ts';
import type { TrustList } from '../trust/trust-list.ts';
import type { CheckBook } from './check-book.ts';
import type { JudgedBundle } from './judge-signers.ts';
import type { OpenedBundle } from './opened.ts';
import { summaryOf } from './summary.ts';

/** What had been opened and judged when reading ended. */
export interface Found {
	list?: TrustList | null;
	bundle?: OpenedBundle;
	judged?: JudgedBundle;
}

interface Asked {
	readonly trust?: TrustState | undefined;
	readonly trustOrigin?: TrustOrigin | undefined;
	readonly policy?: Policy | undefined;
}

/** What was found, and how it was asked for, as one answer. */
export function answerOf(book: CheckBook, { list, bundle, judged }: Found, options: Asked, size: number): Verification {
	const checks = book.all();
	const digest = bundle?.report.digest;
	return {
		schema: 'shipei.verification/1',
		verdict: verdictOf(checks, options.trust !== undefined),
		checks,
		reportId: digest === undefined ? null : `sha256:${digest.sha256}`,
		reportSm3: digest === undefined ? null : `sm3:${digest.sm3}`,
		policy: options.policy ?? null,
		trust: list == null ? null : usedTrust(list, options.trustOrigin ?? 'given'),
		signers: judged?.report.map(({ shown }) => shown) ?? [],
		reviews: judged?.reviews.map(shownReview) ?? [],
		receipts: judged?.receipts.map(shownReceipt) ?? [],
		summary: bundle === undefined ? null : summaryOf(bundle.report.statement),
		size,
	};
}

/** Checks that say whether the signer may be believed; every other one says whether the file is what was signed. */
const ABOUT_TRUST: readonly CheckId[] = [
	'trust.list',
	'trust.fresh',
	'trust.signer',
	'trust.revoked',
	'report.standing',
	'policy',
];

function verdictOf(checks: readonly Check[], trustGiven: boolean): VerificationVerdict {
	const failed = checks.filter(({ outcome }) => outcome === 'failed');
	// Noted at the end of the file: without it not every byte was looked at.
	const complete = checks.some(({ id, outcome }) => id === 'container.layout' && outcome === 'passed');
	if (!complete || failed.some(({ id }) => !ABOUT_TRUST.includes(id))) return 'invalid';
	if (failed.length > 0) return 'refused';
	return trustGiven ? 'trusted' : 'intact';
}

function usedTrust({ root, fingerprint }: TrustList, origin: TrustOrigin): Verification['trust'] {
	return { version: root.version, fingerprint, origin };
}

function shownReview({ review, signers }: JudgedBundle['reviews'][number]): Verification['reviews'][number] {
	const { decision, role, timeCreated, verifier, reasons } = review.statement.predicate;
	return {
		decision,
		role,
		timeCreated,
		verifier: verifier.id,
		person: verifier.person ?? null,
		reasons,
		digest: review.digest,
		signers: signers.map(({ shown }) => shown),
	};
}

function shownReceipt({ receipt, signers }: JudgedBundle['receipts'][number]): Verification['receipts'][number] {
	const { registry, status, receivedOn, sequence } = receipt.statement.predicate;
	return { registry: registry.id, status, receivedOn, sequence, signers: signers.map(({ shown }) => shown) };
}
