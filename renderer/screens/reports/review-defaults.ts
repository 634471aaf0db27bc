import type { KeyInfo } from '../../../contract/key.ts';
import type { ReviewRole } from '../../../contract/review.ts';
import type { Verification } from '../../../contract/verification.ts';
import { mayBe } from '../../people/awaits-person.ts';

/** The step that comes next: 批准 once the report was reviewed. */
export function nextRole({ reviews }: Verification): ReviewRole {
	const reviewed = reviews.some(({ role, decision }) => role === 'reviewer' && decision.startsWith('approved'));
	return reviewed ? 'approver' : 'reviewer';
}

/** The key to sign with unless another one is chosen: one with this person's name on it. */
export function ownKey(keys: readonly KeyInfo[], person: string): KeyInfo | undefined {
	const named = keys.filter(({ owner }) => owner.person !== undefined);
	return named.find(({ owner }) => person !== '' && mayBe(owner.person, person)) ?? keys[0];
}
