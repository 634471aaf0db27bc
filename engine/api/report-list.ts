import { existsSync, statSync } from 'node:fs';
import type { KeyInfo } from '../../contract/key.ts';
import type { Output } from '../../contract/methods.ts';
import { mayTakeStep, type ReviewState, readReviewState } from '../bundle/index.ts';
import type { Store } from '../store/index.ts';
import { statementOfReport, supersededId } from './correction.ts';

type Listed = Output<'report.list'>[number];

/** Lists every signed report, newest first: which were corrected by a later one, and which wait for whom. */
export function reportList(store: Store, keys: () => Promise<readonly KeyInfo[]>): () => Promise<Listed[]> {
	const stateOf = rememberedStates();
	return async () => {
		const reports = store.reports().map((report) => summaryOf(store, report));
		const usable = (await keys()).filter(({ retiredOn }) => retiredOn === null);
		// Newest first, so the first that names a report is the newest that corrects it.
		const successorOf = (id: string) => reports.find(({ supersedes }) => supersedes === id)?.reportId ?? null;
		return Promise.all(
			reports.map(async (report) => {
				const supersededBy = successorOf(report.reportId);
				const state = report.present ? await stateOf(report.file) : null;
				const awaits = supersededBy === null ? awaitsOf(state, usable) : null;
				return { ...report, supersededBy, stage: state?.stage ?? null, awaits };
			}),
		);
	};
}

function summaryOf(store: Store, report: ReturnType<Store['reports']>[number]) {
	const { product, operator } = store.run(report.run);
	const statement = statementOfReport(store, report.envelope);
	return {
		reportId: report.reportId,
		run: report.run,
		file: report.file,
		createdOn: report.on,
		verdict: statement.predicate.result,
		keyids: report.keyids,
		product,
		operator,
		present: existsSync(report.file),
		supersedes: supersededId(statement),
	};
}

/** A file is read again only when it is another one than before: reviews are added by writing it anew. */
function rememberedStates(): (file: string) => Promise<ReviewState | null> {
	const known = new Map<string, { readonly stamp: string; readonly state: Promise<ReviewState | null> }>();
	return (file) => {
		const stamp = stampOf(file);
		const kept = known.get(file);
		if (kept !== undefined && kept.stamp === stamp) return kept.state;
		// What cannot be read stands nowhere; opening the report says why.
		const state = readReviewState(file).catch(() => null);
		known.set(file, { stamp, state });
		return state;
	};
}

function stampOf(file: string): string {
	const found = statSync(file, { bigint: true, throwIfNoEntry: false });
	return found === undefined ? '' : `${found.ino} ${found.size} ${found.mtimeNs}`;
}

function awaitsOf(state: ReviewState | null, keys: readonly KeyInfo[]): Listed['awaits'] {
	if (state === null || state.awaits === null) return null;
	return { role: state.awaits, keyids: keys.filter((key) => mayTakeStep(state, key)).map(({ keyid }) => keyid) };
}
