import { z } from 'zod';
import { expectationSchema } from './plan/expectation.ts';
import { barSchema, factSchema, measureSchema, repetitionSchema, scoreSchema } from './plan/measure.ts';
import { plannedStepSchema } from './plan/step.ts';
import { networkSchema, touchesSchema } from './plan/touches.ts';
import { productSchema } from './product.ts';
import { levelSchema, suiteOriginSchema } from './suite.ts';
import { textSchema } from './text.ts';

export {
	type ExitMeaning,
	type Expectation,
	exitMeaningSchema,
	expectationSchema,
	type FileExpectation,
	type TextExpectation,
	type ValueExpectation,
} from './plan/expectation.ts';
export {
	type Bar,
	barSchema,
	type Fact,
	factSchema,
	type Measure,
	measureSchema,
	type Repetition,
	repetitionSchema,
	type Score,
	scoreSchema,
} from './plan/measure.ts';
export {
	type OutputSource,
	outputSourceSchema,
	type Parser,
	parserSchema,
	type Row,
	rowSchema,
} from './plan/parser.ts';
export { commandsAt, type PlannedCommand, type PlannedStep, plannedStepSchema, withCommands } from './plan/step.ts';
export { type Touches, touchesSchema } from './plan/touches.ts';
export { type WrittenStep, writtenStepSchema } from './plan/written-step.ts';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What may have changed between before and after, measured by the runner. */
export const deltaSchema = z.strictObject({
	settleMs: z.int().nonnegative(),
	windowMs: z.int().positive(),
	/** Largest allowed change between the idle windows before and after, percentage points. */
	cpu: z.number().optional(),
	memory: z.number().optional(),
	disk: z.number().optional(),
	network: z.number().optional(),
	/** none: nothing may have changed; a list: these may have. */
	ports: z.union([z.literal('none'), z.array(z.string())]).optional(),
	services: z.union([z.literal('none'), z.array(z.string())]).optional(),
	packages: z.union([z.literal('none'), z.array(z.string())]).optional(),
	processes: z.union([z.literal('none'), z.array(z.string())]).optional(),
	files: z.array(z.string()).optional(),
	taint: z.literal('none').optional(),
});
export type Delta = z.infer<typeof deltaSchema>;

const plannedCaseParts = z.strictObject({
	/** Unique in the plan: suite/case, with the instance in brackets: "bench-cpu/int[threads=4]". */
	key: z.string(),
	suite: z.string(),
	case: z.string(),
	/** forEach entry and matrix values of this instance. */
	instance: z.record(z.string(), scalar),
	title: textSchema,
	summary: textSchema.optional(),
	level: levelSchema,
	/** GB/T 25000.51 characteristic, for grouping in the lab report. */
	quality: z.string().optional(),
	/** Keys: when one of them did not pass, this case is blocked. */
	needs: z.array(z.string()),
	/** Keys that must have ended before, whatever their status. */
	after: z.array(z.string()),
	timeoutMs: z.int().positive(),
	privilege: z.strictObject({ user: z.enum(['self', 'root']), reason: textSchema }).nullable(),
	touches: touchesSchema,
	network: networkSchema,
	steps: z.array(plannedStepSchema).min(1),
	/** Run before every repetition of a repeated case, warm-up included; never timed, never measured. */
	prepare: z.array(plannedStepSchema).optional(),
	cleanup: z.array(plannedStepSchema),
	onFail: z.array(plannedStepSchema),
	expect: expectationSchema.optional(),
	measure: z.array(measureSchema),
	facts: z.array(factSchema).optional(),
	bars: z.array(barSchema),
	repetition: repetitionSchema.nullable(),
	/** Names of the suite's parameters that decide whether two measurements compare; absent: all of them. */
	decisiveParams: z.array(z.string()).optional(),
	delta: deltaSchema.nullable(),
	retry: z.strictObject({ max: z.int().min(0).max(5) }),
	/** false: no waiver is taken for it. Default true. */
	waivable: z.boolean().optional(),
	/** Commands that it needs and where they were found, with the version where the suite says how to read it. */
	tools: z.array(z.strictObject({ name: z.string(), path: z.string(), version: z.string().nullable() })).optional(),
	estimatedSeconds: z.number().nullable(),
	/** What is missing for it here: then the case ends skipped{requirement} with this text. */
	missing: z.array(textSchema),
});
type PlannedCaseParts = typeof plannedCaseParts;
/** The schema by name: who uses it is compared by that name and not part by part, which halves the type check. */
export interface PlannedCaseSchema extends PlannedCaseParts {}
export const plannedCaseSchema: PlannedCaseSchema = plannedCaseParts;
export type PlannedCase = z.infer<typeof plannedCaseSchema>;

export const notApplicableSchema = z.strictObject({
	key: z.string(),
	suite: z.string(),
	case: z.string(),
	title: textSchema,
	level: levelSchema,
	requirement: z.string(),
	found: z.string(),
	reason: textSchema,
});
export type NotApplicable = z.infer<typeof notApplicableSchema>;

export const missingSchema = z.strictObject({
	kind: z.enum(['asset', 'package', 'tool', 'parameter', 'product', 'privilege']),
	suite: z.string(),
	name: z.string(),
	detail: textSchema,
	sha256: z.string().optional(),
});
export type Missing = z.infer<typeof missingSchema>;

/**
 * A plan is plain data with every expression resolved: the runner needs no manifest. Paths are absolute. Times are
 * milliseconds.
 *
 * Placeholders. `${params.…}`, `${host.…}`, `${product.…}`, `${matrix.…}`, `${each.…}`, `${tools.…}`,
 * `${suite.directory}`, `${suite.id}` and `${case.id}` are gone. What only the running machine can tell is left in
 * argv, args, env, stdin, in strings anywhere inside `with`, in file paths of expectations and in
 * `outputSource.file`, and the runner fills it in (`fillIn` of engine/parsers):
 *
 * - `${run.scratch}`: scratch directory of the case, empty at its first step, shared by its steps;
 * - `${run.data}`: directory that lives as long as the run, shared by its cases (and kept over a reboot);
 * - `${run.id}`: id of the run;
 * - `${env.NAME}`: a variable of the step's environment, so SHIPEI_KERNELS, SHIPEI_NODE, HOME … (unset: empty);
 * - `${secret.suite/name}`: value of a parameter of type secret, only in env and stdin; it is never part of a plan;
 * - `${steps.ID.stdout}`: standard output of an earlier step of the case without the last line break.
 *
 * `$${` stands for a literal `${`: `fillIn` takes the extra dollar away, and nothing that it put in is read again.
 * A path in an expectation or an outputSource that is not absolute is below `${run.scratch}`.
 */
const planParts = z.strictObject({
	schema: z.literal('shipei.plan/1'),
	/** sha256 of the JCS form of everything else here but estimates: bars and commands are locked before the run starts. */
	digest: z.string(),
	suites: z.array(
		z.strictObject({
			id: z.string(),
			version: z.string(),
			title: textSchema,
			category: z.string(),
			digest: z.string(),
			origin: suiteOriginSchema,
			timeoutMs: z.int().positive(),
			/** Nothing else may run at the same time. */
			exclusive: z.boolean().optional(),
			score: scoreSchema.optional(),
		}),
	),
	product: productSchema.nullable(),
	params: z.record(z.string(), z.record(z.string(), z.unknown())),
	cases: z.array(plannedCaseSchema),
	notApplicable: z.array(notApplicableSchema),
	missing: z.array(missingSchema),
	estimatedSeconds: z.number().nullable(),
});
type PlanParts = typeof planParts;
/** The schema by name: who uses it is compared by that name and not part by part, which halves the type check. */
export interface PlanSchema extends PlanParts {}
export const planSchema: PlanSchema = planParts;
export type Plan = z.infer<typeof planSchema>;
