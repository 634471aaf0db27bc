import type { Decision, ReviewRole } from '../../contract/review.ts';
import type { Verdict } from '../../contract/run.ts';
import type { Text } from '../../contract/text.ts';
import type { Outcome, Policy, VerificationVerdict, VerifiedSigner } from '../../contract/verification.ts';

/** Everything that the page says by itself. */
export const WORDS = {
	title: { zh: '报告核验', en: 'Report verification' },
	promise: {
		zh: '文件只在您的浏览器中读取，不会发送到任何地方。本页可离线使用。',
		en: 'The file is read in your browser only and is sent nowhere. This page works offline.',
	},
	drop: { zh: '将 .xcr 报告文件拖到这里，或点击选择', en: 'Drop an .xcr report here, or click to choose one' },
	trust: { zh: '信任列表（可选）', en: 'Trust list (optional)' },
	policy: { zh: '核验策略', en: 'Policy' },
	none: { zh: '不指定', en: 'none' },
	working: { zh: '正在核验……', en: 'Verifying …' },
	broken: { zh: '核验未能完成', en: 'The verification did not finish' },
	report: { zh: '报告', en: 'Report' },
	result: { zh: '结论', en: 'Result' },
	product: { zh: '产品', en: 'Product' },
	machine: { zh: '整机', en: 'the machine itself' },
	platform: { zh: '平台', en: 'Platform' },
	operator: { zh: '出具方', en: 'Issued by' },
	counts: { zh: '用例', en: 'Tests' },
	passed: { zh: '通过', en: 'passed' },
	warned: { zh: '带条件通过', en: 'with conditions' },
	failed: { zh: '不通过', en: 'failed' },
	blocked: { zh: '受阻', en: 'blocked' },
	notApplicable: { zh: '不涉及', en: 'not applicable' },
	others: { zh: '未判定', en: 'not judged' },
	doubt: {
		zh: '以下内容只是文件自称的，不可采信。',
		en: 'What follows is only what the file says of itself: do not rely on it.',
	},
	finished: { zh: '测试完成', en: 'Tested' },
	signers: { zh: '签名者', en: 'Signers' },
	reviews: { zh: '审核与批准', en: 'Reviews' },
	receipts: { zh: '登记回执', en: 'Receipts' },
	checks: { zh: '检查项', en: 'Checks' },
	check: { zh: '检查', en: 'Check' },
	outcome: { zh: '结果', en: 'Outcome' },
	detail: { zh: '说明', en: 'Detail' },
	other: { zh: 'English', en: '中文' },
} as const satisfies Record<string, Text>;

export const VERDICTS: Readonly<Record<VerificationVerdict, Text>> = {
	trusted: { zh: '可信：未被改动，签名者在信任列表中', en: 'Trusted: unaltered, and the signer is on the trust list' },
	intact: {
		zh: '完整：自签名后未被改动；签名者的身份未经核实',
		en: 'Intact: unaltered since it was signed; whose signature it is was not established',
	},
	refused: {
		zh: '不予接受：未被改动，但不符合信任列表或策略',
		en: 'Refused: unaltered, but trust list or policy do not accept it',
	},
	invalid: { zh: '无效：被改动、不完整或前后矛盾', en: 'Invalid: altered, incomplete or contradicting itself' },
};

export const OUTCOMES: Readonly<Record<Outcome, Text>> = {
	passed: { zh: '通过', en: 'passed' },
	failed: { zh: '未通过', en: 'failed' },
	skipped: { zh: '未进行', en: 'skipped' },
	warned: { zh: '注意', en: 'attention' },
};

export const POLICY_WORDS: Readonly<Record<Policy, Text>> = {
	'self-test': { zh: '自测：可信厂商或机构签名', en: 'self-test: signed by a trusted vendor or lab' },
	lab: { zh: '机构：编制、审核、批准三人签名', en: 'lab: compiled, reviewed and approved by three people' },
	national: { zh: '国密：含可信的 SM2 签名', en: 'national: with a trusted SM2 signature' },
	listed: { zh: '入库：自测并经机构批准', en: 'listed: self-test, approved by a lab' },
};

export const RESULTS: Readonly<Record<Verdict, Text>> = {
	PASSED: { zh: '通过', en: 'Passed' },
	WARNED: { zh: '带条件通过', en: 'Passed with conditions' },
	FAILED: { zh: '不通过', en: 'Failed' },
};

export const SIGNER_STATES: Readonly<Record<VerifiedSigner['state'], Text>> = {
	trusted: { zh: '可信', en: 'trusted' },
	unknown: { zh: '身份未知', en: 'identity unknown' },
	expired: { zh: '签署时密钥不在有效期内', en: 'signed outside the key’s validity' },
	outOfScope: { zh: '超出该密钥的签署范围', en: 'outside what this key may sign' },
	revoked: { zh: '已吊销', en: 'revoked' },
};

export const DECISIONS: Readonly<Record<Decision, Text>> = {
	approved: { zh: '同意', en: 'approved' },
	'approved-with-waivers': { zh: '带条件同意', en: 'approved with waivers' },
	rejected: { zh: '否决', en: 'rejected' },
	withdrawn: { zh: '撤回', en: 'withdrawn' },
};

export const ROLES: Readonly<Record<ReviewRole, Text>> = {
	reviewer: { zh: '审核', en: 'Review' },
	approver: { zh: '批准', en: 'Approval' },
};
