import type { ReportResult } from '../../../contract/report-result.ts';
import type { Verification } from '../../../contract/verification.ts';
import { modelName, type Platform, platformOf } from './platform.ts';
import { type Present, type StaleReason, staleReasons } from './stale-reasons.ts';

/** One signed report as the matrix shows it. */
export interface MatrixEntry {
	readonly result: ReportResult;
	readonly summary: NonNullable<Verification['summary']>;
	readonly platform: Platform;
	/** By the CPU's model: what rules of earlier versions may call it. */
	readonly modelPlatform: string;
	/** Why it should be tested again; empty while it holds. */
	readonly stale: readonly StaleReason[];
	/** The trust list does not accept it. */
	readonly troubled: boolean;
	/** A later report corrects it (更正). */
	readonly superseded: boolean;
}

/**
 * What may stand in the matrix. Only what verifies counts; what was altered never shows as a result. `byServers`: columns
 * are also split by databases and middleware.
 */
export function matrixEntries(
	results: readonly ReportResult[],
	present: Present,
	byServers: boolean,
): readonly MatrixEntry[] {
	const superseded = supersededIds(results);
	return results.flatMap((result): MatrixEntry[] => {
		const { summary, verdict, reportId, servers } = result;
		if (!counts(result) || summary === null || verdict === null) return [];
		return [
			{
				result,
				summary,
				platform: byServers ? platformOf(summary.platform, servers) : platformOf(summary.platform),
				modelPlatform: modelName(summary.platform),
				stale: staleReasons(summary, verdict, present),
				troubled: verdict === 'refused',
				superseded: superseded.has(reportId),
			},
		];
	});
}

/** Those that are left out: gone, unreadable, or altered. */
export function leftOut(results: readonly ReportResult[]): readonly ReportResult[] {
	return results.filter((result) => !counts(result));
}

function counts({ summary, verdict }: ReportResult): boolean {
	return summary !== null && verdict !== null && verdict !== 'invalid';
}

/** A report takes another's place only where the same key, or the same vouched-for owner, signed both. */
function supersededIds(results: readonly ReportResult[]): ReadonlySet<string> {
	const byId = new Map(results.map((result) => [result.reportId, result]));
	return new Set(
		results.filter(counts).flatMap((later) => {
			const earlier = byId.get(later.summary?.supersedes?.reportId ?? '');
			return earlier !== undefined && mayCorrect(later, earlier) ? [earlier.reportId] : [];
		}),
	);
}

function mayCorrect(later: ReportResult, earlier: ReportResult): boolean {
	if (later.origin === 'own' && earlier.origin === 'own') return true;
	return later.signers.some(({ keyid, owner }) =>
		earlier.signers.some((other) => other.keyid === keyid || (owner !== null && other.owner === owner)),
	);
}
