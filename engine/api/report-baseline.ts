import { z } from 'zod';
import type { MetricComparison } from '../../contract/comparison.ts';
import { referenceSchema } from '../../contract/comparison.ts';
import { digestSchema } from '../../contract/digest.ts';
import { ShipeiError } from '../../contract/errors.ts';
import { type Measurement, measurementSchema } from '../../contract/measurement.ts';
import type { Checked, Output } from '../../contract/methods.ts';
import type { Plan } from '../../contract/plan.ts';
import type { Relation, ReportScore } from '../../contract/report.ts';
import type { ReportFacts } from '../../contract/report-facts.ts';
import type { CaseResult } from '../../contract/run.ts';
import { compareRuns, scoresOf } from '../statistics/index.ts';
import type { Store } from '../store/index.ts';
import { openSide, type SideParts } from './compare/compared-side.ts';
import { definitionFor, referenceOf } from './compare/reference-of.ts';

/** The signed report that a run's report is compared with, as it is kept: its figures are a piece of evidence here. */
const keptSchema = z.strictObject({
	digest: digestSchema,
	reference: referenceSchema.omit({ chosenBy: true }),
	/** SHA-256 of the evidence that holds its measurements. */
	measurements: z.string(),
});
type Kept = z.infer<typeof keptSchema>;

const settingOf = (run: string) => `report.baseline.${run}`;

/** Notes the baseline of a run's report, or takes it back. Errors: compare.report-invalid, compare.reference-refused. */
export async function noteBaseline(parts: SideParts, { run, file }: Checked<'report.baseline'>): Promise<void> {
	const { store } = parts;
	const name = settingOf(store.runId(run));
	const value = file === undefined ? null : await keep(parts, file);
	store.append({ type: 'settings.changed', name, value, by: '' });
}

/** What the report of this run is compared with; null when with nothing. */
export function baselineOf(store: Store, run: string): Output<'report.draft'>['baseline'] {
	const kept = keptOf(store, run);
	return kept === null ? null : { reportId: kept.reference.reportId, name: kept.reference.name };
}

/** The comparison of every measurement with its baseline, and the scores that the suites define, from what is kept. */
export function comparedFacts(
	store: Store,
	run: string,
	plan: Plan,
	cases: readonly CaseResult[],
): {
	readonly comparisons: ReportFacts['comparisons'] & {};
	readonly scores: ReportScore[];
	readonly related: Relation[];
} {
	const kept = keptOf(store, run);
	if (kept === null) return { comparisons: new Map(), scores: [], related: [] };
	const { digest, reference } = kept;
	const own = z.array(measurementSchema).parse(cases.flatMap(({ measurements }) => measurements));
	const candidate = { name: run, host: '', measurements: [...new Map(own.map((one) => [one.id, one])).values()] };
	const { metrics } = compareRuns(candidate, { name: '', host: '', measurements: measurementsOf(store, kept) });
	const byMetric = new Map(metrics.filter((one) => one.candidate !== null).map((one) => [keyOf(one), one]));
	return {
		comparisons: new Map(
			candidate.measurements.flatMap((measurement) => {
				const found = byMetric.get(keyOf(measurement));
				return found === undefined ? [] : [[measurement.id, [claimOf(found, digest)]]];
			}),
		),
		scores: plan.suites.flatMap(({ id, version, score }) => {
			if (score === undefined) return [];
			const found = definitionFor({ suiteId: id, suiteVersion: version, score }, reference);
			return 'definition' in found ? scoresOf(found.definition, metrics, 'candidate').map(scorePart) : [];
		}),
		related: [{ rel: 'baseline', digest, name: reference.name }],
	};
}

async function keep(parts: SideParts, file: string): Promise<Kept> {
	const side = await openSide(parts, file);
	const reference = referenceOf(side);
	const sm3 = side.signed?.verification.reportSm3?.replace('sm3:', '');
	if (reference === null || sm3 === undefined) throw new ShipeiError('compare.reference-refused', { reference: file });
	const { digest } = parts.store.keepEvidence(
		{ name: 'baseline.json', mediaType: 'application/json', role: 'config' },
		{ bytes: Buffer.from(JSON.stringify(side.run.measurements)) },
	);
	return { digest: { sha256: reference.reportId.replace('sha256:', ''), sm3 }, reference, measurements: digest.sha256 };
}

function keptOf(store: Store, run: string): Kept | null {
	const kept = store.settings()[settingOf(run)] ?? null;
	return kept === null ? null : keptSchema.parse(kept);
}

function measurementsOf({ evidence }: Store, { measurements }: Kept): Measurement[] {
	const bytes = evidence.read(measurements, 0, evidence.sizeOf(measurements));
	return z.array(measurementSchema).parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

function keyOf({
	suiteId,
	caseId,
	metric,
	params,
}: Pick<MetricComparison, 'suiteId' | 'caseId' | 'metric' | 'params'>) {
	return JSON.stringify([suiteId, caseId, metric.name, Object.entries(params).sort()]);
}

function claimOf({ metric, ratio, ci95, p, q, verdict, baseline }: MetricComparison, digest: Kept['digest']) {
	const noClaim = verdict === 'inconclusive' && q === null;
	const samples = verdict === 'not-comparable' ? undefined : baseline?.samples;
	return {
		...{ baselineDigest: digest, ratio, ci95, p, q, verdict },
		...(noClaim ? { noClaim: true as const } : {}),
		...(metric.resolution === undefined ? {} : { resolution: metric.resolution }),
		...(samples === undefined ? {} : { baselineSamples: samples }),
	};
}

function scorePart({
	id,
	group,
	method,
	reference,
	value,
	ci95,
	k,
	n,
	inputs,
}: ReturnType<typeof scoresOf>[number]): ReportScore {
	return {
		id: group === null ? id : `${id}/${group}`,
		method,
		referenceId: reference.reportId,
		value,
		ci95,
		k,
		n,
		inputs,
	};
}
