import type { JudgedBundle, JudgedSigner } from './judge-signers.ts';
import { type JudgedReview, predicateOf } from './latest-reviews.ts';

/** Who stands behind one signing: keys, and people as the trust list and the signed statement itself name them. */
export interface People {
	readonly keyids: ReadonlySet<string>;
	readonly named: readonly { readonly owner: string; readonly person: string | null }[];
}

export function authorsOf(
	{ report }: JudgedBundle,
	operator: { readonly orgName: string; readonly person?: string | undefined },
): People {
	return peopleOf(report, { owner: operator.orgName, person: operator.person ?? null });
}

export function reviewersOf(review: JudgedReview, signers: readonly JudgedSigner[]): People {
	const { id, person = null } = predicateOf(review).verifier;
	return peopleOf(signers, { owner: id, person });
}

/**
 * Whether these are known to be different people. Two keys of one organisation are, only when two different names stand
 * beside them: one person may well hold several keys.
 */
export function areApart(one: People, other: People): boolean {
	if (one.keyids.size === 0 || other.keyids.size === 0) return false;
	if ([...one.keyids].some((keyid) => other.keyids.has(keyid))) return false;
	return one.named.every((here) =>
		other.named.every(
			(there) =>
				plain(here.owner) !== plain(there.owner) ||
				(here.person !== null && there.person !== null && plain(here.person) !== plain(there.person)),
		),
	);
}

function peopleOf(signers: readonly JudgedSigner[], claimed: People['named'][number]): People {
	return {
		keyids: new Set(signers.map(({ keyid }) => keyid)),
		named: [
			...signers.flatMap(({ shown: { owner, person } }) => (owner === null ? [] : [{ owner, person }])),
			// Who names nobody in the statement claims nothing about people.
			...(claimed.person === null ? [] : [claimed]),
		],
	};
}

/** A name without what only its spelling adds: width, case, spaces. */
export function plain(name: string): string {
	return name.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}
