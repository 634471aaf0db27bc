import type { Comparison, Score } from '../../../contract/comparison.ts';
import { ShipeiError } from '../../../contract/errors.ts';
import type { Handlers } from '../../../contract/methods.ts';
import type { Text } from '../../../contract/text.ts';
import { compareRuns, scoresOf } from '../../statistics/index.ts';
import { type ComparedSide, openSide, type SideParts } from './compared-side.ts';
import { definitionFor, type ReferenceReport, referenceOf } from './reference-of.ts';

/** The reference machine's side, and what is said about it in each score. */
interface OpenReference {
	readonly side: ComparedSide;
	readonly report: ReferenceReport;
}

export function compareCalls(parts: SideParts): Pick<Handlers, 'run.compare'> {
	return {
		async 'run.compare'(request) {
			const baseline = await openSide(parts, request.baseline);
			const reference = await openReference(parts, request.reference, baseline);
			const comparisons: Comparison[] = [];
			for (const name of request.candidates)
				comparisons.push(await compare(await openSide(parts, name), baseline, reference));
			return comparisons;
		},
	};
}

// A baseline that is a signed report is a reference too, unless another one was given.
async function openReference(
	parts: SideParts,
	given: string | undefined,
	baseline: ComparedSide,
): Promise<OpenReference | null> {
	const side = given === undefined ? baseline : await openSide(parts, given);
	const report = referenceOf(side);
	if (report !== null) return { side, report };
	if (given === undefined) return null;
	if (side.signed === null) throw new ShipeiError('compare.reference-unsigned', { reference: given });
	throw new ShipeiError('compare.reference-refused', { reference: given });
}

async function compare(
	candidate: ComparedSide,
	baseline: ComparedSide,
	reference: OpenReference | null,
): Promise<Comparison> {
	const comparison = compareRuns(candidate.run, baseline.run);
	if (reference === null) return comparison;
	const scored = [await score(candidate, 'candidate', reference)];
	if (reference.side !== baseline) scored.push(await score(baseline, 'baseline', reference));
	return {
		...comparison,
		scores: scored.flatMap(({ scores }) => scores),
		remarks: [...comparison.remarks, ...scored.flatMap(({ remarks }) => remarks)],
	};
}

async function score(
	{ run, scores }: ComparedSide,
	side: Score['side'],
	reference: OpenReference,
): Promise<{ scores: Score[]; remarks: Text[] }> {
	const measured = (await scores()).filter(({ suiteId, suiteVersion }) =>
		run.measurements.some((one) => one.suiteId === suiteId && one.suiteVersion === suiteVersion),
	);
	const definitions = measured.map((suite) => definitionFor(suite, reference.report));
	const { metrics } = compareRuns(run, reference.side.run);
	return {
		scores: definitions.flatMap((found) => ('definition' in found ? scoresOf(found.definition, metrics, side) : [])),
		remarks: definitions.flatMap((found) => ('refused' in found ? [found.refused] : [])),
	};
}
