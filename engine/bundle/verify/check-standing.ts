import type { Text } from '../../../contract/text.ts';
import { reportRevocation } from '../trust/standing.ts';
import type { TrustList } from '../trust/trust-list.ts';
import type { CheckBook } from './check-book.ts';
import type { JudgedBundle, JudgedSigner } from './judge-signers.ts';
import { isApproval, type JudgedReview, latestReviews, predicateOf } from './latest-reviews.ts';
import type { OpenedBundle } from './opened.ts';

/** Whether the signers are on the trust list, and nothing that counts is revoked. */
export function checkSigners(
	{ report }: OpenedBundle,
	judged: JudgedBundle,
	list: TrustList | null,
	book: CheckBook,
): void {
	if (list === null) {
		book.warned('trust.signer', signerUnknown(judged.report), GIVE_TRUST);
		book.skipped('trust.revoked', { zh: '没有给出信任列表', en: 'no trust list was given' });
		return;
	}
	const withdrawn = reportRevocation(list, report.digest.sha256);
	const revoked = judged.report.find(({ standing }) => standing.state === 'revoked');
	if (withdrawn !== undefined)
		book.failed('trust.revoked', revokedText('report', withdrawn.since, withdrawn.reason), STOP);
	else if (revoked?.standing.state === 'revoked') {
		const { since, reason } = revoked.standing.revocation;
		book.failed('trust.revoked', revokedText(revoked.keyid, since, reason), STOP);
	} else noteAttachments(judged, book);
	const trusted = judged.report.filter(({ standing }) => mayIssue(standing));
	if (trusted.length > 0) {
		const owners = trusted.map(({ shown }) => shown.owner).join(', ');
		book.passed('trust.signer', { zh: `由 ${owners} 签名`, en: `signed by ${owners}` });
	} else book.failed('trust.signer', notTrusted(judged.report), ENROL);
}

/** Whether anybody who may say so withdrew or rejected the report. */
export function checkReportStanding(judged: JudgedBundle, list: TrustList | null, book: CheckBook): void {
	const own = new Set(judged.report.map(({ keyid }) => keyid));
	const against = latestReviews(judged.reviews).filter((review) => !isApproval(predicateOf(review)));
	const counts = (review: JudgedReview) =>
		review.signers.some(({ standing, keyid }) => isLab(standing) || (own.has(keyid) && standing.state !== 'revoked'));
	const weighty = against.find((review) => list === null || counts(review));
	const [first] = against;
	if (weighty !== undefined) book.failed('report.standing', decided(weighty), ASK);
	else if (first !== undefined) book.warned('report.standing', decided(first), ASK);
	else
		book.passed('report.standing', { zh: '文件中没有撤回或否决', en: 'the file holds no withdrawal and no rejection' });
}

export function isLab(standing: JudgedSigner['standing']): boolean {
	return standing.state === 'trusted' && standing.key.roles.includes('lab');
}

/** Vendors and labs issue reports; a registry's or a suite publisher's key does not. */
export function mayIssue(standing: JudgedSigner['standing']): boolean {
	return standing.state === 'trusted' && standing.key.roles.some((role) => role === 'vendor' || role === 'lab');
}

function noteAttachments({ reviews, receipts }: JudgedBundle, book: CheckBook): void {
	const revoked = [...reviews, ...receipts]
		.flatMap(({ signers }) => signers)
		.find(({ standing }) => standing.state === 'revoked');
	if (revoked?.standing.state !== 'revoked') {
		book.passed('trust.revoked', {
			zh: '报告与其签名者均未被吊销',
			en: 'neither the report nor its signers are revoked',
		});
		return;
	}
	const { since, reason } = revoked.standing.revocation;
	book.warned('trust.revoked', revokedText(revoked.keyid, since, reason), {
		zh: '该密钥签署的审核或回执不予计入。',
		en: 'The review or receipt that this key signed does not count.',
	});
}

function decided(review: JudgedReview): Text {
	const { decision, verifier, timeCreated, reasons } = predicateOf(review);
	const why = reasons.join('; ') || '—';
	return {
		zh: `${verifier.id} 于 ${timeCreated}：${decision}（${why}）`,
		en: `${verifier.id} on ${timeCreated}: ${decision} (${why})`,
	};
}

function signerUnknown(signers: readonly JudgedSigner[]): Text {
	const keys = signers.map(({ keyid }) => keyid).join(', ');
	return {
		zh: `由密钥 ${keys} 签名；其归属未经核实`,
		en: `signed by the key ${keys}; whose it is was not established`,
	};
}

function notTrusted(signers: readonly JudgedSigner[]): Text {
	const states = signers.map(({ keyid, standing }) => `${keyid} ${standing.state}`).join(', ');
	return {
		zh: `没有一个签名来自可信的厂商或机构（${states}）`,
		en: `no signature is by a trusted vendor or lab (${states})`,
	};
}

function revokedText(what: string, since: string, reason: string): Text {
	return { zh: `${what} 自 ${since} 起被吊销：${reason}`, en: `${what} is revoked since ${since}: ${reason}` };
}

const GIVE_TRUST: Text = {
	zh: '给出信任列表（命令行用 --trust），或核对密钥指纹与出具方公布的是否一致。',
	en: 'Give a trust list (on the command line: --trust), or compare the key’s fingerprint with the one that the issuer published.',
};
const ENROL: Text = {
	zh: '若确知该密钥属于出具方，请信任列表的发布方将其登记后再核验。',
	en: 'If you know that the key is the issuer’s, have the publisher of the trust list enrol it, then verify again.',
};
const STOP: Text = {
	zh: '不要采信本报告；请向出具方索取用有效密钥签署的报告。',
	en: 'Do not rely on this report; ask the issuer for one that is signed with a valid key.',
};
const ASK: Text = {
	zh: '请向作出该决定的机构查询原因。',
	en: 'Ask whoever decided so for the reason.',
};
