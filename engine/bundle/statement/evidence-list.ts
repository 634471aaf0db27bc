import type { Evidence } from '../../../contract/evidence.ts';
import type { ReportEvidence } from '../../../contract/report.ts';
import type { ReportFacts, Withholding } from '../../../contract/report-facts.ts';
import type { CaseResult } from '../../../contract/run.ts';
import { custodianOf, withheldByPrivacy } from './privacy.ts';

/** The numbered evidence of a report, and where in it a piece of evidence stands. */
export interface EvidenceList {
	readonly listed: readonly ReportEvidence[];
	/** The machine's inventory as listed. */
	readonly inventory: ReportEvidence;
	/** Numbers of these pieces, without doubles, ascending. */
	indexesOf(evidence: readonly Evidence[]): number[];
	/** First piece with these bytes; undefined when none was listed. */
	indexOfBytes(sha256: string): number | undefined;
}

/** Numbers the evidence: that of the whole first, then case by case as it was made. Equal pieces are listed once. */
export function listEvidence(facts: ReportFacts): EvidenceList {
	const all = [facts.inventory, ...facts.evidence, ...facts.cases.flatMap(evidenceOfCase)];
	const numbers = new Map<string, number>();
	const unique = all.filter((item) => {
		const key = keyOf(item);
		if (numbers.has(key)) return false;
		numbers.set(key, numbers.size);
		return true;
	});
	const own = custodianOf(facts.operator);
	const kept = new Map<string, Withholding>();
	for (const withholding of [...withheldByPrivacy(facts.privacy, unique, own), ...facts.withheld]) {
		kept.set(withholding.sha256, withholding);
	}
	const listed = unique.map((item, idx) => reportEvidence(item, idx, kept.get(item.digest.sha256)));
	return {
		listed,
		inventory: reportEvidence(facts.inventory, 0, kept.get(facts.inventory.digest.sha256)),
		indexesOf: (evidence) =>
			[...new Set(evidence.map((item) => numbers.get(keyOf(item)) ?? -1))].sort((one, other) => one - other),
		indexOfBytes: (sha256) => {
			const idx = unique.findIndex(({ digest }) => digest.sha256 === sha256);
			return idx === -1 ? undefined : idx;
		},
	};
}

export function evidenceOfCase({ attempts, answers }: CaseResult): readonly Evidence[] {
	const made = attempts.flatMap(({ steps }) => steps.flatMap(({ evidence }) => evidence));
	return [...made, ...answers.flatMap((answer) => answer.answers.flatMap(({ evidence }) => evidence))];
}

function keyOf({ digest, name }: Evidence): string {
	return `${digest.sha256} ${name}`;
}

function reportEvidence(item: Evidence, idx: number, kept: Withholding | undefined): ReportEvidence {
	const { name, mediaType, size, digest, role, cutBytes } = item;
	const salted = kept?.saltedDigest;
	return {
		idx,
		name,
		mediaType,
		size,
		digest: salted ?? digest,
		role,
		...(cutBytes > 0 ? { cutBytes } : {}),
		...(kept === undefined
			? {}
			: { withheld: { reason: kept.reason, salted: salted !== undefined, custodian: kept.custodian } }),
	};
}
