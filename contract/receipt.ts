import { z } from 'zod';
import { digestSchema } from './digest.ts';
import { NS, subjectSchema } from './report/descriptor.ts';
import { STATEMENT_TYPE } from './report.ts';

export const RECEIPT_TYPE = `${NS}receipt:v1` as const;

const hex64 = z.string().regex(/^[0-9a-f]{64}$/u);

/** The registry's signed answer. */
export const receiptPredicateSchema = z.strictObject({
	registry: z.strictObject({ id: z.string().min(1) }),
	receivedOn: z.iso.datetime(),
	sequence: z.int().nonnegative(),
	status: z.enum(['received', 'accepted', 'quarantined', 'rejected']),
	checks: z.array(z.strictObject({ id: z.string(), outcome: z.string(), detail: z.string() })),
	policy: z.strictObject({ digest: digestSchema.partial() }).optional(),
	/** Inclusion in the registry's log, in the shape of RFC 9162. */
	log: z
		.strictObject({
			treeSize: z.int().positive(),
			leafIndex: z.int().nonnegative(),
			rootHash: hex64,
			proof: z.array(hex64),
		})
		.optional(),
});
export type ReceiptPredicate = z.infer<typeof receiptPredicateSchema>;

export const receiptStatementSchema = z.strictObject({
	_type: z.literal(STATEMENT_TYPE),
	predicateType: z.literal(RECEIPT_TYPE),
	/** The report's payload. */
	subject: z.array(subjectSchema).length(1),
	predicate: receiptPredicateSchema,
});
export type ReceiptStatement = z.infer<typeof receiptStatementSchema>;
