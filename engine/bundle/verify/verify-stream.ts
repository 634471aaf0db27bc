import type { TrustState } from '../../../contract/trust.ts';
import type { Policy, TrustOrigin, Verification } from '../../../contract/verification.ts';
import type { Primitives } from '../../crypto/portable.ts';
import { ByteReader, type ByteSource } from '../container/byte-reader.ts';
import { EntryReader } from '../container/entry-reader.ts';
import { certificateEntry } from '../container/layout.ts';
import { type Metadata, readMetadata } from '../container/metadata.ts';
import type { KeySource } from '../envelope/check-signatures.ts';
import { Refusal } from '../refusal.ts';
import type { TrustList } from '../trust/trust-list.ts';
import { answerOf, type Found } from './answer.ts';
import { type CarriedKey, carriedKeys } from './carried-keys.ts';
import { checkBenchmarks } from './check-benchmarks.ts';
import { CheckBook } from './check-book.ts';
import { checkCertificateDates } from './check-certificate-dates.ts';
import { checkEvidence } from './check-evidence.ts';
import { checkResults, checkSubject } from './check-results.ts';
import { checkReportStanding, checkSigners } from './check-standing.ts';
import { type JudgedBundle, judgeSigners } from './judge-signers.ts';
import { openAttachments } from './open-attachments.ts';
import { openReport } from './open-report.ts';
import type { OpenedBundle } from './opened.ts';
import { checkPlan, planToRead } from './plan/check-plan.ts';
import { checkPolicy } from './policies.ts';
import { trustInForce } from './trust-in-force.ts';

export interface StreamOptions {
	readonly primitives: Primitives;
	readonly now: Date;
	readonly trust?: TrustState | undefined;
	/** Where `trust` comes from; `given` when absent. Only told again in the answer. */
	readonly trustOrigin?: TrustOrigin | undefined;
	readonly policy?: Policy | undefined;
}

/** The answer, and what could be opened: null unless the report's own envelope, statement and signatures are right. */
export interface Verified {
	readonly verification: Verification;
	readonly bundle: OpenedBundle | null;
}

/**
 * Verifies a bundle in one pass over its bytes, in bounded memory, whatever the bytes are. Rejects only when the source
 * itself fails.
 */
export async function verifyStream(source: ByteSource, options: StreamOptions): Promise<Verified> {
	const book = new CheckBook();
	const reader = new ByteReader(source);
	const found: Found = {};
	try {
		await readThrough(reader, options, book, found);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		book.refused(error);
	} finally {
		await reader.close();
	}
	return { verification: answerOf(book, found, options, reader.position), bundle: found.bundle ?? null };
}

async function readThrough(reader: ByteReader, options: StreamOptions, book: CheckBook, found: Found): Promise<void> {
	const entries = new EntryReader(reader);
	const metadata = await readMetadata(entries);
	book.passed('container.format', { zh: 'xc-bundle/1', en: 'xc-bundle/1' });
	const carried = carriedKeys(metadata, options.primitives, book);
	const list = trustInForce(options.trust, metadata, options, book);
	found.list = list;
	const keys: KeySource = (keyid) => list?.keys.get(keyid) ?? carried.get(keyid)?.publicKey;
	const report = openReport(metadata, { primitives: options.primitives, keys }, book);
	found.bundle = { report, ...openAttachments(report, metadata, { primitives: options.primitives, keys }, book) };
	refuseUnusedKeys(found.bundle, carried);
	noteTimestamps(metadata, book);
	checkSubject(report.statement, book);
	checkResults(report.statement, book);
	checkBenchmarks(report.statement, book);
	found.judged = judge(found.bundle, list, carried, options.policy, book);
	const kept = planToRead(report.statement.predicate);
	const plan = await checkEvidence(report.statement, metadata.firstBlob, entries, { ...options, kept }, book);
	book.passed('container.layout', {
		zh: '条目与顺序规范，文件完整',
		en: 'entries and order are canonical, nothing is missing',
	});
	checkPlan(report.statement, plan, options.primitives, book);
}

// Nothing may lie in a signed file that no signature has anything to do with.
function refuseUnusedKeys({ report, reviews, receipts }: OpenedBundle, carried: ReadonlyMap<string, CarriedKey>): void {
	const used = new Set([report, ...reviews, ...receipts].flatMap(({ signers }) => signers).map(({ keyid }) => keyid));
	const unused = [...carried.keys()].find((keyid) => !used.has(keyid));
	if (unused === undefined) return;
	const name = certificateEntry(unused);
	throw new Refusal('container.layout', { zh: `没有签名用到“${name}”`, en: `no signature uses “${name}”` });
}

function noteTimestamps({ entries }: Metadata, book: CheckBook): void {
	const count = [...entries.keys()].filter((name) => name.startsWith('timestamps/')).length;
	const none = { zh: '没有时间戳', en: 'there are no time stamps' };
	const opaque = {
		zh: `${count} 个时间戳仅随文件保存，本版本不作核验，也不作为依据`,
		en: `${count} time stamps are kept with the file; this version does not check them and does not rely on them`,
	};
	book.skipped('timestamps.present', count === 0 ? none : opaque);
}

function judge(
	bundle: OpenedBundle,
	list: TrustList | null,
	carried: ReadonlyMap<string, CarriedKey>,
	policy: Policy | undefined,
	book: CheckBook,
): JudgedBundle {
	const judged = judgeSigners(bundle, list, carried);
	const { signedOn, finishedOn, operator } = bundle.report.statement.predicate;
	checkCertificateDates(judged, signedOn ?? finishedOn, book);
	checkSigners(bundle, judged, list, book);
	checkReportStanding(judged, list, book);
	checkPolicy(policy, judged, { trusted: list !== null, operator }, book);
	return judged;
}
