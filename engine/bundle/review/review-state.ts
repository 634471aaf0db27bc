import type { KeyInfo } from '../../../contract/key.ts';
import type { ReviewRole } from '../../../contract/review.ts';
import { nodePrimitives } from '../../crypto/index.ts';
import { type JudgedBundle, judgeSigners } from '../verify/judge-signers.ts';
import { approvesAll, latestReviews, predicateOf } from '../verify/latest-reviews.ts';
import { openHead } from '../verify/open-head.ts';
import { areApart, authorsOf, type People, reviewersOf } from '../verify/people.ts';
import { fileBytes } from '../verify/verify-bundle.ts';

export type ReviewStage = 'signed' | 'reviewed' | 'approved' | 'returned' | 'withdrawn';

/** Where a report stands between signing and handing over, as its own file says. */
export interface ReviewState {
	readonly stage: ReviewStage;
	/** The step that it waits for. */
	readonly awaits: ReviewRole | null;
	/** Who has another part in the report already: 编制, 审核 and 批准 are three people. */
	readonly involved: readonly People[];
}

/** Reads the statements of a bundle, not its evidence. Null where the report does not open. Error: bundle.not-readable. */
export async function readReviewState(file: string): Promise<ReviewState | null> {
	const bundle = await openHead(fileBytes(file), nodePrimitives());
	if (bundle === null) return null;
	const judged = judgeSigners(bundle, null, new Map());
	const stage = stageOf(judged);
	const awaits = AWAITS[stage];
	const authors = authorsOf(judged, bundle.report.statement.predicate.operator);
	const others = judged.reviews.filter((review) => predicateOf(review).role !== awaits);
	return { stage, awaits, involved: [authors, ...others.map((review) => reviewersOf(review, review.signers))] };
}

/** Whether the owner of a key is known to be somebody else than everybody who has a part in the report. */
export function mayTakeStep({ involved }: ReviewState, { keyid, owner }: Pick<KeyInfo, 'keyid' | 'owner'>): boolean {
	const one: People = { keyids: new Set([keyid]), named: [{ owner: owner.orgName, person: owner.person ?? null }] };
	return involved.every((other) => areApart(one, other));
}

const AWAITS: Readonly<Record<ReviewStage, ReviewRole | null>> = {
	signed: 'reviewer',
	reviewed: 'approver',
	approved: null,
	returned: null,
	withdrawn: null,
};

function stageOf({ reviews }: JudgedBundle): ReviewStage {
	const decisions = latestReviews(reviews).map(predicateOf);
	if (decisions.some(({ decision }) => decision === 'withdrawn')) return 'withdrawn';
	if (decisions.some(({ decision }) => decision === 'rejected')) return 'returned';
	const agreed = (role: ReviewRole) => decisions.some((review) => review.role === role && approvesAll(review));
	if (agreed('approver')) return 'approved';
	return agreed('reviewer') ? 'reviewed' : 'signed';
}
