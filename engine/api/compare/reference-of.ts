import type { Reference } from '../../../contract/comparison.ts';
import type { ReportStatement } from '../../../contract/report.ts';
import type { Text } from '../../../contract/text.ts';
import type { ScoreDefinition } from '../../statistics/index.ts';
import type { ComparedSide, SuiteScore } from './compared-side.ts';

/** What a signed report tells about itself as a reference machine; who chose it depends on the suite. */
export type ReferenceReport = Omit<Reference, 'chosenBy'>;

/** null: not signed, or the trust list does not accept who signed. */
export function referenceOf({ signed }: ComparedSide): ReferenceReport | null {
	if (signed === null) return null;
	const { verdict, reportId, signers } = signed.verification;
	if (reportId === null || (verdict !== 'trusted' && verdict !== 'intact')) return null;
	return {
		reportId,
		name: machineInWords(signed.statement),
		signers: signers.map(({ owner, keyid }) => owner ?? keyid),
		standing: verdict,
	};
}

/**
 * The suite's score relative to this reference. A suite that names its reference takes no other (then the answer is why
 * not): totals relative to different machines look alike and say different things.
 */
export function definitionFor(
	{ suiteId, suiteVersion, score }: SuiteScore,
	report: ReferenceReport,
): { definition: ScoreDefinition } | { refused: Text } {
	const { id, title, members, reference: named } = score;
	if (named !== null && `sha256:${named.replace(/^sha256:/u, '')}` !== report.reportId)
		return {
			refused: {
				zh: `套件 ${suiteId} ${suiteVersion} 指定的参考机报告是 ${named}，给出的是 ${report.reportId}：不给出总分。`,
				en: `The suite ${suiteId} ${suiteVersion} names ${named} as its reference, this is ${report.reportId}: no score.`,
			},
		};
	const reference: Reference = { ...report, chosenBy: named === null ? 'operator' : 'suite' };
	return { definition: { suiteId, suiteVersion, id, title, members, reference } };
}

function machineInWords({ predicate }: ReportStatement): string {
	const { board, cpuModel, arch, osName, osVersion } = predicate.host.summary;
	const system = [osName, osVersion].filter((part) => part !== null).join(' ');
	const parts = [board ?? null, cpuModel, arch, system].filter((part) => part !== null && part !== '');
	return parts.join(' · ') || predicate.runId;
}
