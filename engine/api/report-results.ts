import { existsSync } from 'node:fs';
import { ShipeiError } from '../../contract/errors.ts';
import type { Checked, Output } from '../../contract/methods.ts';
import type { ReportResult } from '../../contract/report-result.ts';
import type { Verified } from '../bundle/index.ts';
import type { Store } from '../store/index.ts';
import { foundServers } from './found-servers.ts';
import { importedReports } from './imported-reports.ts';

interface ResultParts {
	readonly store: Store;
	/** Verifies a file and opens it. */
	readonly read: (file: string) => Promise<Verified>;
}

type Known = Pick<ReportResult, 'reportId' | 'origin' | 'file' | 'present' | 'run' | 'imported'>;
type Said = Omit<ReportResult, keyof Known>;

const SAYS_NOTHING: Said = { verdict: null, summary: null, signers: [], servers: null };

/** Own and imported reports, oldest first, a page at a time: each is verified anew, which takes as long as its file is large. */
export async function reportResults(
	{ store, read }: ResultParts,
	{ after, limit, origin, servers }: Checked<'report.results'>,
): Promise<Output<'report.results'>> {
	const all = knownReports(store).filter((known) => origin === undefined || known.origin === origin);
	const results: ReportResult[] = [];
	for (const known of all.slice(after, after + limit)) {
		results.push({ ...known, ...(await saidIn(known, read, servers)) });
	}
	return { results, total: all.length };
}

function knownReports(store: Store): Known[] {
	// The store has the newest first.
	const own = store.reports().map(({ reportId, file, run }): Known => {
		return { reportId, origin: 'own', file, present: existsSync(file), run, imported: null };
	});
	const imported = importedReports(store).map(({ reportId, file, name, on, by }): Known => {
		return { reportId, origin: 'imported', file, present: existsSync(file), run: null, imported: { name, on, by } };
	});
	return onePerReport([...own.reverse(), ...imported]);
}

/** Written to two files it is one report: the newest file that is there counts, and an own one before an imported one. */
function onePerReport(reports: readonly Known[]): Known[] {
	const kept = new Map<string, Known>();
	for (const report of reports) {
		const before = kept.get(report.reportId);
		if (before === undefined || (report.present && report.origin === before.origin)) kept.set(report.reportId, report);
	}
	return [...kept.values()];
}

async function saidIn({ file, present }: Known, read: ResultParts['read'], servers: boolean): Promise<Said> {
	if (!present) return SAYS_NOTHING;
	try {
		const { verification, bundle } = await read(file);
		const { verdict, summary, signers } = verification;
		const opened = servers && verdict !== 'invalid' ? bundle : null;
		return {
			verdict,
			summary,
			signers: signers.map(({ keyid, owner, state }) => ({ keyid, owner: state === 'trusted' ? owner : null })),
			servers: opened === null ? null : await foundServers(file, opened.report.statement),
		};
	} catch (error) {
		// It went away meanwhile, or its medium fails: one file must not hide all others.
		if (error instanceof ShipeiError && error.code.startsWith('bundle.')) return SAYS_NOTHING;
		throw error;
	}
}
