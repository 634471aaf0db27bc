import type { VerifiedSigner } from '../../../contract/verification.ts';
import type { PublicKey } from '../../crypto/portable.ts';
import { type Matter, type Standing, standingOf } from '../trust/standing.ts';
import type { TrustList } from '../trust/trust-list.ts';
import type { CarriedKey } from './carried-keys.ts';
import type { OpenedBundle } from './opened.ts';

/** One right signature, and how the trust list sees it. */
export interface JudgedSigner {
	readonly keyid: string;
	readonly standing: Standing;
	readonly shown: VerifiedSigner;
}

export interface JudgedBundle {
	readonly report: readonly JudgedSigner[];
	readonly reviews: readonly {
		readonly review: OpenedBundle['reviews'][number];
		readonly signers: readonly JudgedSigner[];
	}[];
	readonly receipts: readonly {
		readonly receipt: OpenedBundle['receipts'][number];
		readonly signers: readonly JudgedSigner[];
	}[];
}

/** Looks every signer up. Receipts come first: the dates that trusted registries vouch for decide about stolen keys. */
export function judgeSigners(
	{ report, reviews, receipts }: OpenedBundle,
	list: TrustList | null,
	carried: ReadonlyMap<string, CarriedKey>,
): JudgedBundle {
	const about = matterOf(report.statement);
	const { signedOn, finishedOn } = report.statement.predicate;
	const judge = (key: PublicKey, signedOn: string, vouchedOn: string | undefined): JudgedSigner => {
		const certificate = carried.get(key.keyid)?.certificate ?? null;
		const serials = carried.get(key.keyid)?.serials ?? [];
		const standing: Standing =
			list === null
				? { state: 'unknown' }
				: standingOf(list, { keyid: key.keyid, serials, signedOn, vouchedOn, about });
		return { keyid: key.keyid, standing, shown: shownSigner(key, standing, certificate) };
	};
	const judgedReceipts = receipts.map((receipt) => ({
		receipt,
		signers: receipt.signers.map((key) => judge(key, receipt.statement.predicate.receivedOn, undefined)),
	}));
	const vouchedOn = earliestVouched(judgedReceipts);
	return {
		report: report.signers.map((key) => judge(key, signedOn ?? finishedOn, vouchedOn)),
		// A receipt is about the report; it says nothing about when a review was signed.
		reviews: reviews.map((review) => ({
			review,
			signers: review.signers.map((key) => judge(key, review.statement.predicate.timeCreated, undefined)),
		})),
		receipts: judgedReceipts,
	};
}

function matterOf({ predicate }: OpenedBundle['report']['statement']): Matter {
	return { purl: predicate.product?.purl, suites: [...new Set(predicate.tests.map(({ suiteId }) => suiteId))] };
}

function earliestVouched(receipts: JudgedBundle['receipts']): string | undefined {
	const dates = receipts
		.filter(({ signers }) => signers.some(({ standing }) => isRegistry(standing)))
		.map(({ receipt }) => receipt.statement.predicate.receivedOn);
	return dates.sort((one, other) => Date.parse(one) - Date.parse(other))[0];
}

function isRegistry(standing: Standing): boolean {
	return standing.state === 'trusted' && standing.key.roles.includes('registry');
}

function shownSigner(
	{ keyid, suite }: PublicKey,
	standing: Standing,
	certificate: VerifiedSigner['certificate'],
): VerifiedSigner {
	const key = standing.state === 'unknown' ? undefined : standing.key;
	return {
		keyid,
		suite,
		state: standing.state,
		owner: key?.owner ?? null,
		person: key?.person ?? null,
		roles: [...(key?.roles ?? [])],
		certificate,
	};
}
