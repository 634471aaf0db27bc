import type { ReviewPredicate } from '../../../contract/review.ts';
import type { JudgedBundle } from './judge-signers.ts';

export type JudgedReview = JudgedBundle['reviews'][number];

/**
 * What every reviewer decided last, by their own dates: an earlier decision of the same keys in the same role, about the
 * same cases, no longer counts. Entry order is nobody's statement, so of two decisions with one date the unfavourable one counts.
 */
export function latestReviews(reviews: JudgedBundle['reviews']): readonly JudgedReview[] {
	const latest = new Map<string, JudgedReview>();
	for (const judged of reviews) {
		const { role, scope } = predicateOf(judged);
		const who = JSON.stringify([role, scope, judged.signers.map(({ keyid }) => keyid)]);
		const known = latest.get(who);
		if (known === undefined || overrides(predicateOf(judged), predicateOf(known))) latest.set(who, judged);
	}
	return [...latest.values()];
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

function overrides(next: ReviewPredicate, known: ReviewPredicate): boolean {
	const later = Date.parse(next.timeCreated) - Date.parse(known.timeCreated);
	return later > 0 || (later === 0 && !isApproval(next));
}
