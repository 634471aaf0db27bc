import type { ReportDocument, ReportSignature, SignatureRole } from '../document.ts';

/** 编制, 审核 or 批准 as far as they are there: the first that holds, else the first of that role, else null. */
export function signatureOf({ signatures }: ReportDocument, role: SignatureRole): ReportSignature | null {
	const mine = signatures.filter((signature) => signature.role === role);
	return mine.find(({ valid }) => valid === true) ?? mine[0] ?? null;
}

/** The date of issue: when the approver signed, provided that the signature holds, approves and nobody revoked its key. */
export function issuedOn(document: ReportDocument): string | null {
	const approval = signatureOf(document, 'approver');
	const approves = approval?.decision === 'approved' || approval?.decision === 'approved-with-waivers';
	return approval?.valid === true && approval.trust !== 'revoked' && approves ? approval.signedOn : null;
}

/**
 * What is printed across every page of a report that must not be taken for a valid one; null when its compiler signed
 * it, the signature was checked and nobody rejected or withdrew it.
 */
export function draftMark(document: ReportDocument): { readonly zh: string; readonly en: string } | null {
	const verdict = document.verification?.verdict;
	if (verdict === 'invalid' || verdict === 'refused') {
		return verdict === 'invalid'
			? { zh: '核验不通过 INVALID', en: 'FAILED VERIFICATION' }
			: { zh: '未获认可 REFUSED', en: 'NOT ACCEPTED' };
	}
	if (document.signatures.some(({ trust }) => trust === 'revoked')) {
		return { zh: '密钥已吊销 REVOKED', en: 'KEY REVOKED' };
	}
	const decisions = document.signatures.filter(({ valid }) => valid !== false).map(({ decision }) => decision);
	if (document.signatures.some(({ valid }) => valid === false)) {
		return { zh: '签名无效 INVALID', en: 'INVALID SIGNATURE' };
	}
	if (decisions.includes('withdrawn')) {
		return { zh: '已撤回 WITHDRAWN', en: 'WITHDRAWN' };
	}
	if (decisions.includes('rejected')) {
		return { zh: '已退回 REJECTED', en: 'REJECTED' };
	}
	const compiler = signatureOf(document, 'compiler');
	if (compiler === null) {
		return { zh: '草稿 DRAFT', en: 'DRAFT 草稿' };
	}
	return compiler.valid === true ? null : { zh: '签名未核验 UNVERIFIED', en: 'SIGNATURE NOT VERIFIED' };
}
