import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ShipeiError } from '../../contract/errors.ts';
import type { Checked, Output } from '../../contract/methods.ts';
import type { ImportedFile, ImportState } from '../../contract/report-result.ts';
import type { Verification, VerifiedSigner } from '../../contract/verification.ts';
import { mergeCopies } from '../bundle/index.ts';
import type { Store } from '../store/index.ts';
import { importedReports } from './imported-reports.ts';

const MEDIA_TYPE = 'application/vnd.shipei.report+tar';

interface ImportParts {
	readonly store: Store;
	readonly dataDirectory: string;
	readonly verify: (file: string) => Promise<Verification>;
}

/**
 * Takes in reports of others: their files are kept as they are, as evidence, and nothing of them is ever signed here.
 * What is kept is what was verified: the copy, not the file that it came from. `apply: false` only looks.
 */
export async function importReports(
	parts: ImportParts,
	{ files, apply, by }: Checked<'report.import'>,
): Promise<Output<'report.import'>> {
	const found: ImportedFile[] = [];
	const seen = new Set<string>();
	for (const file of files) {
		const looked = apply ? await takeIn(parts, file, by) : await look(parts, file);
		// The same report twice in one go is new once.
		const again = looked.state === 'new' && looked.reportId !== null && seen.has(looked.reportId);
		if (looked.reportId !== null) seen.add(looked.reportId);
		found.push(again ? { ...looked, state: 'known' } : looked);
	}
	return { files: found, imported: apply ? found.filter(({ state }) => isTaken(state)).length : 0 };
}

async function takeIn(parts: ImportParts, file: string, by: string): Promise<ImportedFile> {
	const { store, dataDirectory } = parts;
	const aside = join(dataDirectory, 'scratch', `import-${randomUUID()}`);
	try {
		mkdirSync(join(dataDirectory, 'scratch'), { recursive: true, mode: 0o700 });
		await copied(file, aside);
		const looked = { ...(await look(parts, aside)), file };
		if (looked.reportId === null || !isTaken(looked.state)) return looked;
		// What the one here carries, and this one does not, must not get lost.
		const kept = importedReports(store).find(({ reportId }) => reportId === looked.reportId);
		if (kept !== undefined) await mergeCopies({ file: aside, other: kept.file, out: aside });
		const evidence = store.keepEvidence(
			{ name: basename(file), mediaType: MEDIA_TYPE, role: 'other', source: 'import' },
			{ file: aside },
		);
		store.append({ type: 'report.imported', reportId: looked.reportId, by, evidence });
		return looked;
	} catch (error) {
		if (!(error instanceof ShipeiError) || error.code !== 'bundle.not-readable') throw error;
		return unreadable(file, error);
	} finally {
		rmSync(aside, { force: true });
	}
}

async function look({ store, verify }: ImportParts, file: string): Promise<ImportedFile> {
	try {
		const verification = await verify(file);
		const { reportId, verdict, summary } = verification;
		if (verdict === 'invalid' || reportId === null) {
			return { file, state: 'bad', reportId: null, verdict, summary: null, problem: problemOf(verification) };
		}
		const state = await stateOf({ store, verify }, verification, reportId);
		return { file, state, reportId, verdict, summary, problem: null };
	} catch (error) {
		if (!(error instanceof ShipeiError) || error.code !== 'bundle.not-readable') throw error;
		return unreadable(file, error);
	}
}

async function stateOf(
	{ store, verify }: Pick<ImportParts, 'store' | 'verify'>,
	verification: Verification,
	reportId: string,
): Promise<ImportState> {
	if (store.reports().some((own) => own.reportId === reportId)) return 'own';
	const kept = importedReports(store).find((report) => report.reportId === reportId);
	if (kept === undefined) return 'new';
	return carriesMore(verification, await verify(kept.file)) ? 'more' : 'known';
}

/** Something is attached to it that the one we have lacks; what that one has besides is kept all the same. */
function carriesMore(found: Verification, kept: Verification): boolean {
	const here = new Set(attachments(kept));
	return attachments(found).some((one) => !here.has(one));
}

function attachments({ reviews, receipts }: Verification): string[] {
	const by = (signers: readonly VerifiedSigner[]) => signers.map(({ keyid }) => keyid).sort();
	return [
		...reviews.map(({ digest, signers }) => [digest.sha256, ...by(signers)].join(' ')),
		...receipts.map(({ registry, sequence, status, signers }) =>
			[registry, sequence, status, ...by(signers)].join(' '),
		),
	];
}

function isTaken(state: ImportState): boolean {
	return state === 'new' || state === 'more';
}

function problemOf({ checks }: Verification): ImportedFile['problem'] {
	const failed = checks.find(({ outcome }) => outcome === 'failed');
	return failed === undefined ? null : { code: failed.id, detail: failed.detail };
}

function unreadable(file: string, error: ShipeiError): ImportedFile {
	const { reason } = error.details as { readonly reason?: unknown };
	const detail = { zh: String(reason), en: String(reason) };
	return { file, state: 'bad', reportId: null, verdict: null, summary: null, problem: { code: error.code, detail } };
}

async function copied(file: string, aside: string): Promise<void> {
	try {
		await copyFile(file, aside);
	} catch (cause) {
		const { code, message } = cause as NodeJS.ErrnoException;
		throw new ShipeiError('bundle.not-readable', { path: file, reason: code ?? message }, { cause });
	}
}
