import type { ReviewPredicate } from '../../../contract/review.ts';
import type { JudgedBundle } from './judge-signers.ts';

export type JudgedReview = JudgedBundle['reviews'][number];

/**
 * What every reviewer still says: a decision no longer counts once the same keys in the same role decided again, by their
 * own later date, about the whole report or the same cases. Entry order is nobody's statement, so of two decisions with
 * one date the unfavourable one counts.
 */
export function latestReviews(reviews: JudgedBundle['reviews']): readonly JudgedReview[] {
	return reviews.filter((one) => !reviews.some((other) => sameReviewer(one, other) && replaces(other, one)));
}

export function isApproval({ decision }: ReviewPredicate): boolean {
	return decision === 'approved' || decision === 'approved-with-waivers';
}

/** An approval of the whole report; one that names cases says nothing about the others. */
export function approvesAll(predicate: ReviewPredicate): boolean {
	return isApproval(predicate) && predicate.scope.length === 0;
}

export function predicateOf({ review }: JudgedReview): ReviewPredicate {
	return review.statement.predicate;
}

function sameReviewer(one: JudgedReview, other: JudgedReview): boolean {
	const who = (review: JudgedReview) =>
		[predicateOf(review).role, ...review.signers.map(({ keyid }) => keyid)].join(' ');
	return who(one) === who(other);
}

function replaces(next: JudgedReview, known: JudgedReview): boolean {
	const [later, earlier] = [predicateOf(next), predicateOf(known)];
	if (later.scope.length > 0 && later.scope.join('\n') !== earlier.scope.join('\n')) return false;
	const after = Date.parse(later.timeCreated) - Date.parse(earlier.timeCreated);
	return after > 0 || (after === 0 && !isApproval(later) && isApproval(earlier));
}
