import { ShipeiError } from '../../../contract/errors.ts';
import type { Checked, Output } from '../../../contract/methods.ts';
import type { ReportResult } from '../../../contract/report-result.ts';
import { type ByteSource, mergedBytes, type Verified } from '../../bundle/index.ts';
import { foundServers } from '../found-servers.ts';
import { type KnownReport, presentFiles } from './known-reports.ts';
import type { RememberedResults, Said } from './remembered-results.ts';

interface ResultParts {
	readonly known: () => readonly KnownReport[];
	/** Verifies a file's bytes and opens it. */
	readonly read: (bytes: ByteSource) => Promise<Verified>;
	readonly remembered: RememberedResults;
}

const SAYS_NOTHING: Said = { verdict: null, summary: null, signers: [], servers: null };

/** Own and imported reports, oldest first, a page at a time: each as its file was found when it was verified. */
export async function reportResults(
	parts: ResultParts,
	{ after, limit, origin, servers }: Checked<'report.results'>,
): Promise<Output<'report.results'>> {
	const all = parts.known().filter((known) => origin === undefined || known.origin === origin);
	const results: ReportResult[] = [];
	for (const known of all.slice(after, after + limit)) {
		const { counts, copies } = presentFiles(known);
		const said = counts.present ? await saidIn(parts, counts.file, copies, servers) : SAYS_NOTHING;
		results.push({ reportId: known.reportId, origin: known.origin, run: known.run, ...counts, ...said });
	}
	parts.remembered.keep();
	return { results, total: all.length };
}

async function saidIn(
	{ read, remembered }: ResultParts,
	file: string,
	copies: readonly string[],
	servers: boolean,
): Promise<Said> {
	const make = async (bytes: ByteSource) => saidBy(await read(bytes), servers ? file : null);
	try {
		if (copies.length === 0) return await remembered.said(file, servers, make);
		// Rare, and of several files: made anew.
		const all = await mergedBytes([file, ...copies]);
		return await (all === null ? remembered.said(file, servers, make) : make(all));
	} catch (error) {
		// It went away meanwhile, or its medium fails: one file must not hide all others.
		if (error instanceof ShipeiError && error.code.startsWith('bundle.')) return SAYS_NOTHING;
		throw error;
	}
}

/** `file`: where to look for databases and middleware. */
async function saidBy({ verification, bundle }: Verified, file: string | null): Promise<Said> {
	const { verdict, summary, signers } = verification;
	const opened = verdict === 'invalid' ? null : bundle;
	return {
		verdict,
		summary,
		signers: signers.map(({ keyid, owner, state }) => ({ keyid, owner: state === 'trusted' ? owner : null })),
		servers: opened === null || file === null ? null : await foundServers(file, opened.report.statement),
	};
}
