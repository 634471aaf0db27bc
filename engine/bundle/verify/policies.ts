import type { ReportStatement } from '../../../contract/report.ts';
import type { Text } from '../../../contract/text.ts';
import type { Policy } from '../../../contract/verification.ts';
import type { CheckBook } from './check-book.ts';
import { isLab, mayIssue } from './check-standing.ts';
import type { JudgedBundle, JudgedSigner } from './judge-signers.ts';
import { approvesAll, type JudgedReview, latestReviews, predicateOf } from './latest-reviews.ts';
import { areApart, authorsOf, type People, plain, reviewersOf } from './people.ts';

type Operator = ReportStatement['predicate']['operator'];

/** One rule of a policy; undefined when it holds, else what is missing. */
type Rule = (judged: JudgedBundle, operator: Operator) => Text | undefined;

/** Holds the signatures against a policy and names the first rule that they do not meet. */
export function checkPolicy(
	policy: Policy | undefined,
	judged: JudgedBundle,
	{ trusted, operator }: { readonly trusted: boolean; readonly operator: Operator },
	book: CheckBook,
): void {
	if (policy === undefined) {
		book.skipped('policy', { zh: '没有指定策略', en: 'no policy was asked for' });
		return;
	}
	if (!trusted) {
		book.failed(
			'policy',
			{ zh: `策略“${policy}”需要信任列表`, en: `the policy “${policy}” needs a trust list` },
			{ zh: '给出信任列表（命令行用 --trust）。', en: 'Give a trust list (on the command line: --trust).' },
		);
		return;
	}
	const missing = RULES[policy].map((rule) => rule(judged, operator)).find((problem) => problem !== undefined);
	if (missing === undefined) book.passed('policy', { zh: `符合“${policy}”`, en: `“${policy}” is met` });
	else book.failed('policy', named(policy, missing), WHAT_TO_DO[policy]);
}

const selfTest: Rule = ({ report }) =>
	report.some(({ standing }) => mayIssue(standing))
		? undefined
		: { zh: '缺少可信厂商或机构的签名', en: 'a signature by a trusted vendor or lab is missing' };

const byLab: Rule = ({ report }) =>
	report.some(({ standing }) => isLab(standing))
		? undefined
		: { zh: '报告不是由可信机构签署（编制）', en: 'the report is not signed by a trusted lab' };

const nationalAlgorithm: Rule = ({ report }) =>
	report.some(({ standing, shown }) => mayIssue(standing) && shown.suite === 'sm2-sm3')
		? undefined
		: { zh: '缺少可信的 SM2 签名', en: 'a trusted SM2 signature is missing' };

const approvedByLab: Rule = (judged, operator) =>
	approvals(judged).some(
		(review) => areApart(authorsOf(judged, operator), reviewers(review)) && !isOwnVendor(judged, review),
	)
		? undefined
		: {
				zh: '缺少可信机构（报告签署人及其单位以外）的批准',
				en: 'an approval by a trusted lab, other than who signed the report and the vendor itself, is missing',
			};

// 检测, 审核 and 批准: three steps, three people.
const threePeople: Rule = (judged, operator) => {
	const of = (role: string) => approvals(judged).filter((review) => predicateOf(review).role === role);
	const author = authorsOf(judged, operator);
	const found = of('reviewer').some((reviewer) =>
		of('approver').some((approver) => {
			const [one, two] = [reviewers(reviewer), reviewers(approver)];
			return areApart(author, one) && areApart(author, two) && areApart(one, two);
		}),
	);
	return found
		? undefined
		: {
				zh: '检测、审核、批准须由三个不同的人分别签名（同一单位的密钥，须由信任列表写明不同的姓名）',
				en: 'testing, review and approval must be signed by three different people (keys of one organisation: with different names on the trust list)',
			};
};

const RULES: Readonly<Record<Policy, readonly Rule[]>> = {
	'self-test': [selfTest],
	lab: [byLab, threePeople],
	national: [selfTest, nationalAlgorithm],
	listed: [selfTest, approvedByLab],
};

const WHAT_TO_DO: Readonly<Record<Policy, Text>> = {
	'self-test': {
		zh: '请用登记在信任列表中的厂商或机构密钥签名。',
		en: 'Have it signed with a vendor’s or lab’s key that is on the trust list.',
	},
	lab: {
		zh: '请由机构密钥签署，再由另外两人分别用 review 审核（reviewer）与批准（approver）。',
		en: 'Have it signed with a lab’s key, then let two other people review it as reviewer and as approver.',
	},
	national: { zh: '请加上 SM2 密钥的签名后重新导出。', en: 'Export it again with the signature of an SM2 key.' },
	listed: { zh: '请将报告交给可信机构审核批准。', en: 'Hand the report to a trusted lab for its approval.' },
};

function approvals({ reviews }: JudgedBundle): readonly JudgedReview[] {
	return latestReviews(reviews).filter((review) => approvesAll(predicateOf(review)) && labSigners(review).length > 0);
}

function labSigners({ signers }: JudgedReview): readonly JudgedSigner[] {
	return signers.filter(({ standing }) => isLab(standing));
}

function reviewers(review: JudgedReview): People {
	return reviewersOf(review, labSigners(review));
}

// Whoever makes the product may run a lab as well; that lab does not approve the vendor's own report.
function isOwnVendor({ report }: JudgedBundle, review: JudgedReview): boolean {
	const vendors = report.flatMap(({ shown: { owner, roles } }) =>
		owner !== null && roles.includes('vendor') ? [plain(owner)] : [],
	);
	return labSigners(review).some(({ shown: { owner } }) => owner !== null && vendors.includes(plain(owner)));
}

function named(policy: Policy, problem: Text): Text {
	return { zh: `不符合“${policy}”：${problem.zh}`, en: `“${policy}” is not met: ${problem.en}` };
}
