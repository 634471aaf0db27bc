import type { ReportSignature, SignatureRole } from '../document.ts';
import { SIGNATURE_ROLES } from '../document.ts';
import { signatureOf } from '../facts/signatures.ts';
import { clip } from '../text/clip.ts';
import { day } from '../text/dates.ts';
import { COMMA, type Say } from '../text/words.ts';
import type { Tone } from './block.ts';
import type { Context } from './context.ts';
import type { SignatureCell } from './report-content.ts';

export const ROLE_WORDS = {
	compiler: { zh: '编制', en: 'Compiled by' },
	reviewer: { zh: '审核', en: 'Reviewed by' },
	approver: { zh: '批准', en: 'Approved by' },
} as const satisfies Record<SignatureRole, { zh: string; en: string }>;

const DECISION_WORDS = {
	approved: { zh: '同意', en: 'approved' },
	rejected: { zh: '退回', en: 'rejected' },
	'approved-with-waivers': { zh: '带豁免同意', en: 'approved with waivers' },
	withdrawn: { zh: '撤回', en: 'withdrawn' },
} as const;

/** The three cells 编制, 审核, 批准, in this order; an empty one says that nobody signed. */
export function signatureCells(context: Context): SignatureCell[] {
	return SIGNATURE_ROLES.map((role) => signatureCell(context, role, signatureOf(context.document, role)));
}

function signatureCell(
	{ language, say }: Context,
	role: SignatureRole,
	signature: ReportSignature | null,
): SignatureCell {
	if (signature === null) {
		const state = { text: say({ zh: '未签署', en: 'Not signed' }), tone: 'skipped' as const };
		return { role: say(ROLE_WORDS[role]), name: '—', lines: [], state };
	}
	const { name, title, organisation, signedOn, algorithm, keyid, decision } = signature;
	const lines = [
		clip([title, organisation].filter(Boolean).join(say(COMMA)), 60, language),
		signedOn === null ? '' : day(signedOn, language),
		decision === undefined ? '' : say(DECISION_WORDS[decision]),
		`${algorithm} ${shortKey(keyid)}`,
	];
	return {
		role: say(ROLE_WORDS[role]),
		name: clip(name, 40, language),
		lines: lines.filter((line) => line !== ''),
		state: signatureState(say, signature),
	};
}

const TRUST_WORDS = {
	trusted: { zh: '签名有效', en: 'Signature valid', tone: 'passed' },
	unknown: {
		zh: '签名有效，签名者未经信任列表确认',
		en: 'Signature valid, signer not on a trust list',
		tone: 'warned',
	},
	expired: { zh: '签名有效，密钥已过有效期', en: 'Signature valid, key expired', tone: 'warned' },
	outOfScope: { zh: '签名有效，密钥无此权限', en: 'Signature valid, key not entitled to it', tone: 'warned' },
	revoked: { zh: '密钥已吊销', en: 'Key revoked', tone: 'failed' },
} as const satisfies Record<ReportSignature['trust'], { zh: string; en: string; tone: Tone }>;

/** What checking a signature gave; never "valid" for what nobody checked, never trust that nobody gave. */
export function signatureState(
	say: Say,
	{ valid, trust }: Pick<ReportSignature, 'valid' | 'trust'>,
): { text: string; tone: Tone } {
	if (valid === null) {
		return { text: say({ zh: '签名未核验', en: 'Signature not verified' }), tone: 'warned' };
	}
	if (!valid) {
		return { text: say({ zh: '签名无效', en: 'Signature not valid' }), tone: 'failed' };
	}
	return { text: say(TRUST_WORDS[trust]), tone: TRUST_WORDS[trust].tone };
}

function shortKey(keyid: string): string {
	return keyid.replace(/^([^:]*:?[0-9a-f]{8})[0-9a-f]+([0-9a-f]{4})$/u, '$1…$2');
}
