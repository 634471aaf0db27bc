import { z } from 'zod';
import { digestSchema } from './digest.ts';
import { keySuiteSchema } from './key.ts';
import { reportIdSchema } from './report.ts';
import { decisionSchema, reviewRoleSchema } from './review.ts';
import { type Text, textSchema } from './text.ts';

/** Every check there is, in the order of the result, with its title. The ids are promises: registry and CLI use them. */
export const CHECKS = {
	'container.format': { zh: '文件格式', en: 'File format' },
	'container.layout': { zh: '条目、顺序与文件尾', en: 'Entries, order and end' },
	'report.envelope': { zh: '报告信封', en: 'Report envelope' },
	'report.signatures': { zh: '报告签名', en: 'Signatures of the report' },
	'report.statement': { zh: '报告声明', en: 'Report statement' },
	'report.subject': { zh: '被测对象', en: 'Subject' },
	'results.consistent': { zh: '结论与用例一致', en: 'Result follows from the tests' },
	'benchmarks.recomputed': { zh: '性能数据重新计算', en: 'Figures recomputed from samples' },
	'plan.followed': { zh: '与运行前锁定的计划一致', en: 'Follows the plan locked before the run' },
	'evidence.complete': { zh: '证据齐全', en: 'Evidence complete' },
	'evidence.digests': { zh: '证据摘要', en: 'Evidence digests' },
	'certificates.chain': { zh: '公钥与证书', en: 'Keys and certificates' },
	'reviews.valid': { zh: '审核与批准', en: 'Reviews' },
	'receipts.valid': { zh: '登记回执', en: 'Receipts' },
	'timestamps.present': { zh: '时间戳', en: 'Time stamps' },
	'trust.list': { zh: '信任列表', en: 'Trust list' },
	'trust.fresh': { zh: '信任列表有效期', en: 'Trust list is current' },
	'trust.carried': { zh: '随附的信任列表', en: 'Trust lists in the file' },
	'trust.signer': { zh: '签名者可信', en: 'Signer is trusted' },
	'trust.revoked': { zh: '未被吊销', en: 'Nothing is revoked' },
	'report.standing': { zh: '未撤回、未被否决', en: 'Not withdrawn, not rejected' },
	policy: { zh: '核验策略', en: 'Policy' },
} as const satisfies Record<string, Text>;

export type CheckId = keyof typeof CHECKS;
export const CHECK_IDS = Object.keys(CHECKS) as [CheckId, ...CheckId[]];
export const checkIdSchema = z.enum(CHECK_IDS);

export const outcomeSchema = z.enum(['passed', 'failed', 'skipped', 'warned']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** One check: what was found, and what to do about it when it did not pass. */
export const checkSchema = z.strictObject({
	id: checkIdSchema,
	outcome: outcomeSchema,
	detail: textSchema,
	todo: textSchema.optional(),
});
export type Check = z.infer<typeof checkSchema>;

/**
 * trusted: unaltered, and signed by whom the trust list (and the policy) asks for.
 * intact: unaltered since it was signed, but nobody said whose keys to trust.
 * refused: unaltered, but trust list or policy do not accept it.
 * invalid: altered, broken, or not following from its own facts.
 */
export const verificationVerdictSchema = z.enum(['trusted', 'intact', 'refused', 'invalid']);
export type VerificationVerdict = z.infer<typeof verificationVerdictSchema>;

export const POLICIES = ['self-test', 'lab', 'national', 'listed'] as const;
export const policySchema = z.enum(POLICIES);
export type Policy = z.infer<typeof policySchema>;

/** Whose signature it is. `owner` comes from the trust list, `certificate` from a chain in the file. */
export const signerSchema = z.strictObject({
	keyid: z.string(),
	suite: keySuiteSchema,
	/** unknown: not on the list, or no list; expired: signed outside its validity; outOfScope: may not sign for this. */
	state: z.enum(['trusted', 'unknown', 'expired', 'outOfScope', 'revoked']),
	owner: z.string().nullable(),
	person: z.string().nullable(),
	roles: z.array(z.string()),
	certificate: z
		.strictObject({
			subject: z.string(),
			issuer: z.string(),
			serial: z.string(),
			notBefore: z.iso.datetime(),
			notAfter: z.iso.datetime(),
			/** Whether every link was verified up to a self-signed certificate that came with it. */
			verified: z.boolean(),
		})
		.nullable(),
});
export type VerifiedSigner = z.infer<typeof signerSchema>;

/** given: with the call; installed: the one in force in the data folder. */
export const trustOriginSchema = z.enum(['given', 'installed']);
export type TrustOrigin = z.infer<typeof trustOriginSchema>;

export const verifiedReviewSchema = z.strictObject({
	decision: decisionSchema,
	role: reviewRoleSchema,
	timeCreated: z.iso.datetime(),
	verifier: z.string(),
	person: z.string().nullable(),
	reasons: z.array(z.string()),
	digest: digestSchema,
	signers: z.array(signerSchema),
});
export type VerifiedReview = z.infer<typeof verifiedReviewSchema>;

export const verifiedReceiptSchema = z.strictObject({
	registry: z.string(),
	status: z.string(),
	receivedOn: z.iso.datetime(),
	sequence: z.int(),
	signers: z.array(signerSchema),
});
export type VerifiedReceipt = z.infer<typeof verifiedReceiptSchema>;

const levelCountSchema = z.strictObject({ passed: z.int(), tests: z.int() });

/** The whole answer of `verify`. Plain data; the same in CLI, app, page and registry. */
export const verificationSchema = z.strictObject({
	schema: z.literal('shipei.verification/1'),
	verdict: verificationVerdictSchema,
	/** Every check of {@link CHECKS}, once, in that order. */
	checks: z.array(checkSchema),
	reportId: reportIdSchema.nullable(),
	/** `sm3:` and the SM3 of the same bytes. */
	reportSm3: z.string().nullable(),
	policy: policySchema.nullable(),
	/** The trust list that was judged by; null without one (none was given, none is installed) or when it cannot be used. */
	trust: z.strictObject({ version: z.int(), fingerprint: z.string(), origin: trustOriginSchema }).nullable(),
	signers: z.array(signerSchema),
	reviews: z.array(verifiedReviewSchema),
	receipts: z.array(verifiedReceiptSchema),
	/** What the report says, for a first screen; null when it could not be read. */
	summary: z
		.strictObject({
			result: z.enum(['PASSED', 'WARNED', 'FAILED']),
			/** `digests`: SHA-256 of what was tested. */
			product: z
				.strictObject({
					name: z.string(),
					version: z.string(),
					vendor: z.string(),
					category: z.string().nullable(),
					digests: z.array(z.string()),
				})
				.nullable(),
			platform: z.strictObject({
				arch: z.string().nullable(),
				cpuVendor: z.string().nullable(),
				cpuModel: z.string().nullable(),
				osName: z.string().nullable(),
				osVersion: z.string().nullable(),
				kernel: z.string().nullable(),
			}),
			suites: z.array(z.strictObject({ id: z.string(), version: z.string() })),
			operator: z.string(),
			reportNumber: z.string().nullable(),
			/** The report that this one corrects (更正), and why. */
			supersedes: z.strictObject({ reportId: z.string(), name: z.string(), reason: z.string().nullable() }).nullable(),
			finishedOn: z.iso.datetime(),
			assuranceLevel: z.string(),
			privacy: z.string(),
			counts: z.strictObject({
				tests: z.int(),
				passed: z.int(),
				warned: z.int(),
				failed: z.int(),
				skipped: z.int(),
				blocked: z.int(),
				notApplicable: z.int(),
				benchmarks: z.int(),
				evidence: z.int(),
				withheld: z.int(),
			}),
			/** Cases that apply, by level, and how many of them passed. */
			levels: z.strictObject({ must: levelCountSchema, should: levelCountSchema, may: levelCountSchema }),
		})
		.nullable(),
	/** Bytes read. */
	size: z.int().nonnegative(),
});
export type Verification = z.infer<typeof verificationSchema>;
