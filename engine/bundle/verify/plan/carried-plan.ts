import { z } from 'zod';
import { lockedPart } from '../../../../contract/plan/locked-part.ts';
import { barSchema } from '../../../../contract/plan.ts';
import type { ReportEvidence, ReportPredicate } from '../../../../contract/report.ts';
import { levelSchema } from '../../../../contract/suite.ts';
import { textSchema } from '../../../../contract/text.ts';
import { canonicalJson, type Primitives, parseStrictJson, toHex } from '../../../crypto/portable.ts';

const leftOutSchema = z.looseObject({ key: z.string(), suite: z.string(), title: textSchema, level: levelSchema });

// They are held against every figure of the case: without a bound a hostile plan would cost hours.
const MOST = 1000;

const carriedCaseSchema = leftOutSchema.extend({
	quality: z.string().optional(),
	waivable: z.boolean().optional(),
	measure: z
		.array(z.object({ metric: z.string(), unit: z.string(), direction: z.enum(['higher', 'lower']) }))
		.max(MOST),
	bars: z.array(barSchema).max(MOST),
});

/** Of a plan, what the report says as well. A plan may hold more: later versions of it add to it. */
const carriedPlanSchema = z.object({
	schema: z.literal('shipei.plan/1'),
	digest: z.string(),
	suites: z.array(z.object({ id: z.string(), version: z.string(), digest: z.string() })),
	product: z
		.object({
			name: z.string(),
			version: z.string(),
			vendor: z.string(),
			packages: z.array(z.object({ name: z.string(), digest: z.object({ sha256: z.string(), sm3: z.string() }) })),
		})
		.nullable(),
	cases: z.array(carriedCaseSchema),
	notApplicable: z.array(leftOutSchema),
});
export type CarriedPlan = z.infer<typeof carriedPlanSchema>;
export type CarriedCase = z.infer<typeof carriedCaseSchema>;

/** The digest of the plan that the report says it followed; undefined when it names none. */
export function namedPlan({ configuration }: ReportPredicate): string | undefined {
	return configuration.find(({ name }) => name === 'plan')?.digest?.sha256;
}

/** The plan on the report's list of evidence; its bytes need not be in the file. */
export function listedPlan({ evidence }: ReportPredicate): ReportEvidence | undefined {
	return evidence.find(({ name, role }) => name === 'plan.json' && role === 'config');
}

/** Reads a plan and holds it against its own digest; a string says what is wrong with it. */
export function readPlan(bytes: Uint8Array, { hashes }: Primitives): CarriedPlan | string {
	const json = parseStrictJson(bytes);
	if ('problem' in json) return `${json.problem} (at ${json.at})`;
	const read = carriedPlanSchema.safeParse(json.value);
	if (!read.success) return z.prettifyError(read.error).split('\n').slice(0, 2).join('; ').slice(0, 300);
	const hasher = hashes.sha256();
	hasher.update(canonicalJson(lockedPart(json.value as CarriedPlan)));
	return toHex(hasher.digest()) === read.data.digest ? read.data : 'its content does not give its digest';
}
