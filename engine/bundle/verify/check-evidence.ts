import type { ReportEvidence, ReportStatement } from '../../../contract/report.ts';
import { type Primitives, startDigest } from '../../crypto/portable.ts';
import type { Entry, EntryReader } from '../container/entry-reader.ts';
import { blobEntry } from '../container/layout.ts';
import { LIMITS } from '../container/limits.ts';
import { Refusal } from '../refusal.ts';
import type { CheckBook } from './check-book.ts';

const ALTERED = {
	zh: '证据被改动、缺失或多出。不要采信；请向出具方索取原文件。',
	en: 'Evidence was altered, removed or added. Do not rely on the file; ask the issuer for the original.',
};

/** Blobs in the order of the report, each once: what the file must hold from here to its end. */
export function expectedBlobs(evidence: readonly ReportEvidence[]): readonly ReportEvidence[] {
	const seen = new Set<string>();
	return evidence.filter(
		({ withheld, digest }) => withheld === undefined && seen.size !== seen.add(digest.sha256).size,
	);
}

/**
 * Streams every blob, and holds name, order, size and both digests against the report's list. Answers with the bytes of
 * the one blob that `kept` names by its SHA-256; of the others none is kept.
 */
export async function checkEvidence(
	{ predicate }: ReportStatement,
	first: Entry | undefined,
	reader: EntryReader,
	{ primitives, kept }: { readonly primitives: Primitives; readonly kept: string | undefined },
	book: CheckBook,
): Promise<Uint8Array | undefined> {
	const expected = expectedBlobs(predicate.evidence);
	if (expected.length > LIMITS.blobs)
		throw incomplete(`超过 ${LIMITS.blobs} 份证据`, `more than ${LIMITS.blobs} blobs`);
	refuseTwoStories(predicate.evidence);
	const wanted = expected.find(({ digest }) => digest.sha256 === kept);
	const bytes = wanted === undefined ? undefined : new Uint8Array(wanted.size);
	let entry = first;
	for (const item of expected) {
		if (entry === undefined) throw incomplete(`缺少“${item.name}”`, `“${item.name}” is missing`);
		await checkBlob(item, entry, reader, primitives, item === wanted ? bytes : undefined);
		entry = await reader.next();
	}
	if (entry !== undefined)
		throw incomplete(`“${entry.name}”不在报告的证据清单中`, `“${entry.name}” is not on the report’s list`);
	note(predicate.evidence, expected.length, book);
	return bytes;
}

// Bytes that are listed twice lie in the file once: every listing must tell the same of them.
function refuseTwoStories(evidence: readonly ReportEvidence[]): void {
	const known = new Map<string, ReportEvidence>();
	for (const item of evidence) {
		const { digest, size, name } = known.get(item.digest.sha256) ?? item;
		known.set(item.digest.sha256, known.get(item.digest.sha256) ?? item);
		if (digest.sm3 === item.digest.sm3 && size === item.size) continue;
		throw incomplete(
			`“${name}”与“${item.name}”的 SHA-256 相同，SM3 或大小却不同`,
			`“${name}” and “${item.name}” have one SHA-256, but not one SM3 and size`,
		);
	}
}

async function checkBlob(
	item: ReportEvidence,
	entry: Entry,
	reader: EntryReader,
	primitives: Primitives,
	kept: Uint8Array | undefined,
): Promise<void> {
	if (entry.name !== blobEntry(item.digest.sha256)) {
		throw incomplete(`应为“${item.name}”，却是 ${entry.name}`, `“${item.name}” is due, but ${entry.name} is there`);
	}
	if (entry.size !== item.size) throw incomplete(`“${item.name}”的大小不符`, `“${item.name}” has another size`);
	const digest = startDigest(primitives.hashes);
	let at = 0;
	await reader.stream(entry, (part) => {
		digest.update(part);
		kept?.set(part, at);
		at += part.length;
	});
	const { sha256, sm3 } = digest.digest();
	if (sha256 === item.digest.sha256 && sm3 === item.digest.sm3) return;
	throw new Refusal(
		'evidence.digests',
		{ zh: `“${item.name}”的内容与其摘要不符`, en: `the content of “${item.name}” does not match its digests` },
		ALTERED,
	);
}

function note(evidence: readonly ReportEvidence[], blobs: number, book: CheckBook): void {
	const withheld = evidence.filter((item) => item.withheld !== undefined);
	const kept = withheld.length === 0 ? { zh: '', en: '' } : keptBack(withheld);
	book.passed('evidence.complete', {
		zh: `${blobs} 份证据齐全${kept.zh}`,
		en: `${blobs} pieces of evidence are all there${kept.en}`,
	});
	book.passed('evidence.digests', {
		zh: `${blobs} 份证据的 SHA-256 与 SM3 均相符`,
		en: `SHA-256 and SM3 of ${blobs} pieces of evidence match`,
	});
}

function keptBack(withheld: readonly ReportEvidence[]): { zh: string; en: string } {
	const reasons = [...new Set(withheld.map((item) => item.withheld?.reason ?? ''))].sort().join(', ');
	return {
		zh: `；另有 ${withheld.length} 份由出具方保留（${reasons}），此处无法核验`,
		en: `; ${withheld.length} more are kept back by the issuer (${reasons}) and cannot be checked here`,
	};
}

function incomplete(zh: string, en: string): Refusal {
	return new Refusal('evidence.complete', { zh, en }, ALTERED);
}
