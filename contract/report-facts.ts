import type { z } from 'zod';
import type { Digest } from './digest.ts';
import type { Evidence } from './evidence.ts';
import type { HostProfile } from './host.ts';
import type { NotApplicable, PlannedCase } from './plan.ts';
import type { Product } from './product.ts';
import type {
	AssuranceLevel,
	clockSchema,
	Descriptor,
	Order,
	PrivacyProfile,
	Relation,
	ReportBenchmark,
	ReportScore,
	Runner,
	WithheldReason,
} from './report.ts';
import type { CaseResult, Operator } from './run.ts';

/** Evidence that stays at home. */
export interface Withholding {
	readonly sha256: string;
	readonly reason: WithheldReason;
	readonly custodian: string;
	/** Digests of salt ‖ bytes (see saltedDigest); left out when the plain digests may be shown. */
	readonly saltedDigest?: Digest;
}

/** What a person said a detected value really is. */
export interface FactsCorrection {
	/** Path in the host profile, such as "memory.total". */
	readonly field: string;
	/** The detected value in words; null when it was not known. It stands as it is everywhere else. */
	readonly detected: string | null;
	readonly value: string;
	/** Serial numbers and the like: neither value leaves the machine. */
	readonly sensitive: boolean;
	readonly by: string;
	readonly reason: string;
	readonly on: string;
}

export interface FactsSuite {
	readonly id: string;
	readonly version: string;
	/** SHA-256 over the suite's files. */
	readonly sha256: string;
	/** How it was found: shipped, lab, external; signed or not. Shown beside its digest. */
	readonly origin?: string;
}

/**
 * Everything that a report is made of, as stored facts. The same facts give the same statement, byte for byte, so
 * nothing in here may be taken when the report is made: clock and journal are those of the run's end.
 */
export interface ReportFacts {
	readonly run: {
		readonly id: string;
		readonly startedOn: string;
		readonly finishedOn: string;
		readonly clock: z.infer<typeof clockSchema>;
	};
	/** When these facts were first signed, kept since then; left out in a draft. */
	readonly signedOn?: string;
	/** Head of the chain of events at the run's end, and how many events it covers. */
	readonly journal: { readonly head: string; readonly events: number };
	readonly suites: readonly FactsSuite[];
	/** Further pinned configuration: plan, parameters, thresholds. */
	readonly configuration: readonly Descriptor[];
	/** In the order of the plan. */
	readonly cases: readonly CaseResult[];
	/** The cases as they were planned, by key: what they ask for, and the limits that were locked before the run. */
	readonly planned?: ReadonlyMap<string, PlannedCase>;
	readonly notApplicable: readonly NotApplicable[];
	/** Comparisons with a baseline, by measurement id; they carry the baseline's samples. */
	readonly comparisons?: ReadonlyMap<string, ReportBenchmark['comparison']>;
	readonly scores: readonly ReportScore[];
	/** Evidence beside that of the cases (plan, host profile …), listed first. */
	readonly evidence: readonly Evidence[];
	/** The machine as CycloneDX, as a piece of evidence. Its bytes are in the data folder like all others. */
	readonly inventory: Evidence;
	readonly withheld: readonly Withholding[];
	readonly host: HostProfile;
	/** Of the host's fields, by field; left out when there is none. */
	readonly corrections?: readonly FactsCorrection[];
	/** 32 secret bytes kept at home: low-entropy values leave it only as SM3(salt ‖ value). */
	readonly salt: Uint8Array;
	readonly product: Product | null;
	readonly operator: Operator;
	readonly order: Order;
	readonly runner: Runner;
	readonly assuranceLevel: AssuranceLevel;
	readonly related: readonly Relation[];
	readonly privacy: PrivacyProfile;
}
