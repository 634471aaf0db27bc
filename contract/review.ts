import { z } from 'zod';
import { digestSchema } from './digest.ts';
import { NS, subjectSchema } from './report/descriptor.ts';
import { STATEMENT_TYPE } from './report.ts';

export const REVIEW_TYPE = `${NS}review:v1` as const;

export const decisionSchema = z.enum(['approved', 'rejected', 'approved-with-waivers', 'withdrawn']);
export type Decision = z.infer<typeof decisionSchema>;

/** 审核 and 批准; 编制 is the signature of the report itself. */
export const reviewRoleSchema = z.enum(['reviewer', 'approver']);
export type ReviewRole = z.infer<typeof reviewRoleSchema>;

/** A counter-statement about a report: who looked at what, and what they decided. */
export const reviewPredicateSchema = z.strictObject({
	verifier: z.strictObject({
		/** Organisation, and the person where named. */
		id: z.string().min(1),
		person: z.string().optional(),
		title: z.string().optional(),
		policy: z.strictObject({ uri: z.string(), digest: digestSchema.partial().optional() }).optional(),
	}),
	role: reviewRoleSchema,
	timeCreated: z.iso.datetime(),
	/** Ids of the checks that held when the reviewer verified the file. */
	properties: z.array(z.string()),
	decision: decisionSchema,
	/** Case ids that the decision covers; empty: the whole report. */
	scope: z.array(z.string()),
	/** The reviewer's own full report, when the tests were run again. */
	rerun: z.strictObject({ reportDigest: digestSchema }).optional(),
	reasons: z.array(z.string()),
	/** SHA-256 of the evidence that the reviewer opened. */
	opened: z.array(z.string().regex(/^[0-9a-f]{64}$/u)),
});
export type ReviewPredicate = z.infer<typeof reviewPredicateSchema>;

export const reviewStatementSchema = z.strictObject({
	_type: z.literal(STATEMENT_TYPE),
	predicateType: z.literal(REVIEW_TYPE),
	/** The report's payload. */
	subject: z.array(subjectSchema).length(1),
	predicate: reviewPredicateSchema,
});
export type ReviewStatement = z.infer<typeof reviewStatementSchema>;
