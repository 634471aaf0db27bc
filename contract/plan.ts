import { z } from 'zod';
import { productSchema } from './product.ts';
import { levelSchema, suiteOriginSchema } from './suite.ts';
import { textSchema } from './text.ts';

/**
 * A plan is plain data with every expression resolved: the runner needs no manifest. Paths are absolute. Times are
 * milliseconds. What only the running machine can tell (scratch directory, kernels, results of earlier steps) stays as
 * `${run.scratch}`, `${run.data}` … in argv, env and script and is filled in by the runner.
 */
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** How to read numbers or text out of an output: data, not code. */
export const parserSchema = z.union([
	z.strictObject({
		regex: z.string(),
		group: z.union([z.int(), z.string()]).optional(),
		flags: z.string().optional(),
		all: z.boolean().optional(),
	}),
	z.strictObject({ json: z.string() }),
	z.strictObject({
		csv: z.strictObject({
			column: z.union([z.int(), z.string()]),
			row: z.union([z.int(), z.string()]).optional(),
			separator: z.string().optional(),
			header: z.boolean().optional(),
		}),
	}),
	z.strictObject({
		table: z.strictObject({ column: z.union([z.int(), z.string()]), row: z.union([z.int(), z.string()]).optional() }),
	}),
	z.strictObject({ xml: z.string() }),
]);
export type Parser = z.infer<typeof parserSchema>;

/** Where a parser reads: an output stream of the step or a file below the scratch directory. */
export const outputSourceSchema = z.union([
	z.literal('stdout'),
	z.literal('stderr'),
	z.strictObject({ file: z.string() }),
]);

export const textExpectationSchema = z.strictObject({
	matches: z.string().optional(),
	notMatches: z.string().optional(),
	contains: z.string().optional(),
	notContains: z.string().optional(),
	equals: z.string().optional(),
	empty: z.boolean().optional(),
});

export const valueExpectationSchema = z.strictObject({
	path: z.string(),
	equals: z.unknown().optional(),
	matches: z.string().optional(),
	oneOf: z.array(z.unknown()).optional(),
	min: z.number().optional(),
	max: z.number().optional(),
	exists: z.boolean().optional(),
});

/** What must hold after a step (or, on the case, after its last step). Every part given must hold. */
export const expectationSchema = z.strictObject({
	exit: z.union([z.int(), z.array(z.int())]).optional(),
	signal: z.string().optional(),
	stdout: textExpectationSchema.optional(),
	stderr: textExpectationSchema.optional(),
	json: z.union([valueExpectationSchema, z.array(valueExpectationSchema)]).optional(),
	files: z
		.array(
			z.strictObject({
				path: z.string(),
				exists: z.boolean().optional(),
				type: z.enum(['file', 'directory', 'link', 'socket']).optional(),
				minBytes: z.int().optional(),
				maxBytes: z.int().optional(),
				sha256: z.string().optional(),
				content: textExpectationSchema.optional(),
				mode: z.string().optional(),
			}),
		)
		.optional(),
});
export type Expectation = z.infer<typeof expectationSchema>;

/** A step exit code that means something else than pass or fail, e.g. {77: {skipped: notApplicable}}. */
export const exitMeaningSchema = z.strictObject({
	code: z.int(),
	status: z.enum(['passed', 'failed', 'errored', 'skipped']),
	reason: z.enum(['requirement', 'notApplicable', 'unsupported']).optional(),
	text: textSchema.optional(),
});

const stepBase = {
	id: z.string(),
	title: textSchema.optional(),
	timeoutMs: z.int().positive(),
	expect: expectationSchema.optional(),
	exitMeanings: z.array(exitMeaningSchema).optional(),
	idempotent: z.boolean(),
	user: z.enum(['self', 'root']),
};

const limitsSchema = z.strictObject({
	memoryBytes: z.int().positive().optional(),
	processes: z.int().positive().optional(),
	fileBytes: z.int().positive().optional(),
	openFiles: z.int().positive().optional(),
	outputBytes: z.int().positive().optional(),
});

export const plannedStepSchema = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('run'),
		...stepBase,
		argv: z.array(z.string()).min(1),
		env: z.record(z.string(), z.string()),
		stdin: z.string().optional(),
		limits: limitsSchema.optional(),
	}),
	/** A script file of the suite: started by its own #! line, or by sh when it has none. */
	z.strictObject({
		kind: z.literal('script'),
		...stepBase,
		file: z.string(),
		args: z.array(z.string()),
		env: z.record(z.string(), z.string()),
		stdin: z.string().optional(),
		limits: limitsSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('action'),
		...stepBase,
		action: z.string(),
		with: z.record(z.string(), z.unknown()),
	}),
	z.strictObject({
		kind: z.literal('manual'),
		...stepBase,
		instructions: textSchema,
		expected: z.array(textSchema).min(1),
		evidence: z.array(z.enum(['screenshot', 'photo', 'text', 'file', 'reading'])),
	}),
	z.strictObject({ kind: z.literal('reboot'), ...stepBase }),
]);
export type PlannedStep = z.infer<typeof plannedStepSchema>;

export const measureSchema = z.strictObject({
	metric: z.string(),
	title: textSchema.optional(),
	/** UCUM. */
	unit: z.string(),
	direction: z.enum(['higher', 'lower']),
	from: parserSchema,
	source: outputSourceSchema,
	/** Id of the step that is repeated and read; the case's last process step when absent. */
	step: z.string().optional(),
	scale: z.number().optional(),
});

/** `must` and `should` are comparisons such as ">= 1000"; see benchmarks.md 3.3.9 for which number they judge. */
export const barSchema = z.strictObject({
	metric: z.string(),
	must: z.string().optional(),
	should: z.string().optional(),
});

/** How often a measured step is repeated; defaults are policy shipei-bench/1. */
export const repetitionSchema = z.strictObject({
	policy: z.literal('shipei-bench/1'),
	/** none: one process, its numbers are recorded as they are; policy: repeated by the policy. */
	mode: z.enum(['policy', 'once']),
	warmup: z.int().min(0).max(5),
	minRuns: z.int().positive(),
	maxRuns: z.int().positive(),
	targetRelHalfWidth: z.number().positive(),
	budgetMs: z.int().positive(),
	prepare: z.array(z.string()).optional(),
});

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

export const touchesSchema = z.strictObject({
	packages: z.union([z.boolean(), z.array(z.string())]).optional(),
	services: z.array(z.string()).optional(),
	files: z.array(z.string()).optional(),
	ports: z.array(z.int()).optional(),
	settings: z.array(z.string()).optional(),
	users: z.array(z.string()).optional(),
	reboot: z.boolean().optional(),
});

export const plannedCaseSchema = z.strictObject({
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
	network: z.union([z.literal('none'), z.literal('loopback'), z.strictObject({ lan: z.array(z.string()) })]),
	steps: z.array(plannedStepSchema).min(1),
	cleanup: z.array(plannedStepSchema),
	onFail: z.array(plannedStepSchema),
	expect: expectationSchema.optional(),
	measure: z.array(measureSchema),
	bars: z.array(barSchema),
	repetition: repetitionSchema.nullable(),
	delta: deltaSchema.nullable(),
	retry: z.strictObject({ max: z.int().min(0).max(5) }),
	estimatedSeconds: z.number().nullable(),
	/** What is missing for it here: then the case ends skipped{requirement} with this text. */
	missing: z.array(textSchema),
});
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

export const missingSchema = z.strictObject({
	kind: z.enum(['asset', 'package', 'tool', 'parameter', 'product']),
	suite: z.string(),
	name: z.string(),
	detail: textSchema,
	sha256: z.string().optional(),
});

export const planSchema = z.strictObject({
	schema: z.literal('shipei.plan/1'),
	/** sha256 of the JCS form of everything else here: bars and commands are locked before the run starts. */
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
		}),
	),
	product: productSchema.nullable(),
	params: z.record(z.string(), z.record(z.string(), z.unknown())),
	cases: z.array(plannedCaseSchema),
	notApplicable: z.array(notApplicableSchema),
	missing: z.array(missingSchema),
	estimatedSeconds: z.number().nullable(),
});
export type Plan = z.infer<typeof planSchema>;
