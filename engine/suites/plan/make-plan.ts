import { plainHost } from '../../../contract/host/plain-host.ts';
import type { HostProfile } from '../../../contract/host.ts';
import type { Missing, NotApplicable, Plan, PlannedCase } from '../../../contract/plan.ts';
import type { Product } from '../../../contract/product.ts';
import type { SuiteSummary } from '../../../contract/suite.ts';
import { milliseconds } from '../manifest/duration.ts';
import type { Manifest } from '../manifest/suite.ts';
import { type AskElevation, missingPrivileges } from './find-privileges.ts';
import { lockPlan } from './lock-plan.ts';
import { orderCases } from './order-cases.ts';
import { type GivenParams, refuseUnknownParams } from './parameters.ts';
import { planScore } from './plan-measures.ts';
import { planSuite } from './plan-suite.ts';
import { selectCases } from './select-cases.ts';
import type { ToolLookup } from './tool-lookup.ts';
import type { RunTool } from './tool-versions.ts';

/** A suite that may be planned: read, checked and free of errors. */
export interface PlannableSuite {
	readonly manifest: Manifest;
	readonly directory: string;
	readonly digest: string;
	readonly origin: SuiteSummary['origin'];
}

export interface PlanInput {
	readonly suites: readonly PlannableSuite[];
	readonly params: GivenParams;
	readonly product: Product | null;
	readonly host: HostProfile;
	readonly tools: ToolLookup;
	/** Without it no command is started for the plan, and versions of tools are unknown. */
	readonly runTool?: RunTool | undefined;
	/** Whether root would be granted here; unless given, nothing is said about it. */
	readonly askElevation?: AskElevation | undefined;
	/** Keys (or beginnings of keys: a case without its brackets, a suite) to which the plan is limited. */
	readonly only?: readonly string[] | undefined;
}

/** Two hours for a whole suite, where it does not say. */
const SUITE_TIMEOUT = '2h';

/** Makes the plan: what runs here in which order, what does not apply and why, what is missing, and the lock over it. */
export async function makePlan(input: PlanInput): Promise<Plan> {
	refuseUnknownParams(
		input.suites.map(({ manifest }) => manifest),
		input.params,
	);
	const host = plainHost(input.host);
	const parts = [];
	for (const suite of input.suites) parts.push(await planSuite(suite, { ...input, host }));
	const selected = selectCases(
		parts.flatMap(({ cases }) => cases),
		parts.flatMap(({ notApplicable }) => notApplicable),
		input.only,
	);
	const cases = orderCases(selected.cases);
	const privileges = await missingPrivileges(cases, input.askElevation ?? (async () => null));
	return lockPlan({
		schema: 'shipei.plan/1',
		suites: input.suites.map(suiteEntry),
		product: input.product,
		params: Object.fromEntries(parts.map(({ suite, params }) => [suite, { ...params }])),
		cases,
		notApplicable: selected.notApplicable satisfies NotApplicable[],
		missing: [...parts.flatMap(({ missing }) => missing), ...privileges] satisfies Missing[],
		estimatedSeconds: estimate(cases),
	});
}

function suiteEntry({ manifest, digest, origin }: PlannableSuite): Plan['suites'][number] {
	const { id, version, title, category, exclusive, score } = manifest;
	return {
		id,
		version,
		title,
		category,
		digest,
		origin,
		timeoutMs: milliseconds(manifest.timeout ?? SUITE_TIMEOUT),
		...(exclusive === undefined ? {} : { exclusive }),
		...(score === undefined ? {} : { score: planScore(score) }),
	};
}

/** The sum of what is known; null while nothing is. */
function estimate(cases: readonly PlannedCase[]): number | null {
	const known = cases.flatMap(({ estimatedSeconds }) => estimatedSeconds ?? []);
	return known.length === 0 ? null : known.reduce((total, seconds) => total + seconds, 0);
}
