import { z } from 'zod';

const party = z.strictObject({
	name: z.string(),
	address: z.string().optional(),
	contact: z.string().optional(),
});

export const CONFIDENTIALITY_LEVELS = ['public', 'internal', 'confidential', 'secret', 'topSecret'] as const;
export const ORDER_TYPES = ['commissioned', 'selfTest', 'acceptance', 'comparison'] as const;

/**
 * The order (委托) behind a report: what ISO/IEC 17025 7.8.2 asks for and no machine can find out. Everything is
 * optional for a self-test; which fields a lab must fill is the lab's policy, not the format's.
 */
export const orderSchema = z.strictObject({
	reportNumber: z.string().optional(),
	/** 密级: 公开 内部 秘密 机密 绝密, with the date until which it holds. */
	confidentiality: z.strictObject({ level: z.enum(CONFIDENTIALITY_LEVELS), until: z.string().optional() }).optional(),
	/** 委托 自测 验收 比对 */
	type: z.enum(ORDER_TYPES).optional(),
	customer: party.optional(),
	manufacturer: z.string().optional(),
	lab: z
		.strictObject({
			name: z.string(),
			address: z.string().optional(),
			phone: z.string().optional(),
			/** Registration numbers as text; no accreditation mark is ever printed from them. */
			accreditations: z.array(z.string()).optional(),
		})
		.optional(),
	/** Where the tests were done. */
	location: z.string().optional(),
	sample: z
		.strictObject({
			id: z.string().optional(),
			condition: z.string().optional(),
			receivedOn: z.string().optional(),
			receivedBy: z.string().optional(),
			/** Names of the facts that came from the customer and were not checked. */
			customerSupplied: z.array(z.string()).optional(),
		})
		.optional(),
	basis: z.array(z.strictObject({ id: z.string(), title: z.string(), clauses: z.string().optional() })).optional(),
	decisionRule: z.string().optional(),
	deviations: z
		.array(
			z.strictObject({
				/** Case id; left out when the deviation concerns the whole. */
				case: z.string().optional(),
				text: z.string(),
				reason: z.string(),
				approvedBy: z.string().optional(),
			}),
		)
		.optional(),
	subcontracted: z.array(z.strictObject({ case: z.string(), provider: z.string() })).optional(),
	environmentConditions: z
		.strictObject({ tempC: z.string().optional(), humidityPct: z.string().optional(), source: z.string() })
		.optional(),
	remarks: z.string().optional(),
});
export type Order = z.infer<typeof orderSchema>;
