import { z } from 'zod';
import { ShipeiError } from '../../../contract/errors.ts';
import { type ReportStatement, reportStatementSchema } from '../../../contract/report.ts';
import { canonicalJson, digestBytes, type Signer } from '../../crypto/index.ts';
import { BLOCK, paddingOf } from '../container/header.ts';
import { certificateEntry, FORMAT, numbered, REPORT_ENTRY } from '../container/layout.ts';
import { LIMITS } from '../container/limits.ts';
import { type Part, partOf } from '../container/write-container.ts';
import { STATEMENT_PAYLOAD_TYPE } from '../envelope/envelope.ts';
import { signEnvelope } from '../envelope/sign-envelope.ts';
import { blobParts } from './blob-parts.ts';
import type { EvidenceSource } from './evidence-source.ts';
import { type WrittenFile, writeContainer } from './write-file.ts';

export interface BundleRequest {
	readonly statement: ReportStatement;
	/** Who signs; two keys of one person (SM2 and Ed25519) sign one envelope. */
	readonly signers: readonly Signer[];
	/** The bytes of every piece of evidence that is not withheld. */
	readonly blobs: Iterable<EvidenceSource>;
	/** X.509 chains, leaf first, DER: by key id. A key without one goes in bare. */
	readonly certificates?: ReadonlyMap<string, readonly Uint8Array[]>;
	/** Trust lists to carry along, oldest first, as their envelopes. */
	readonly trust?: readonly Uint8Array[];
	readonly out: string;
	/** Files of 4 GiB and more do not fit on a FAT32 stick: they are refused unless allowed. */
	readonly allowLarge?: boolean;
}

/**
 * Signs a report and writes its bundle. The same statement, keys and evidence always give the same bytes.
 * Errors: bundle.bad-statement, bundle.statement-too-large, bundle.no-signer, bundle.evidence-missing, bundle.evidence-changed, bundle.too-large,
 * bundle.not-writable.
 */
export async function buildBundle(request: BundleRequest): Promise<WrittenFile & { readonly reportId: string }> {
	const payload = payloadOf(request.statement);
	if (payload.length > LIMITS.payload) {
		throw new ShipeiError('bundle.statement-too-large', { size: payload.length, limit: LIMITS.payload });
	}
	if (request.signers.length === 0) throw new ShipeiError('bundle.no-signer');
	const blobs = blobParts(request.statement.predicate.evidence, request.blobs);
	const envelope = await signEnvelope(STATEMENT_PAYLOAD_TYPE, payload, request.signers);
	const parts = [
		partOf('format', new TextEncoder().encode(FORMAT)),
		partOf(REPORT_ENTRY, envelope),
		...certificateParts(request),
		...(request.trust ?? []).map((bytes, number) => partOf(numbered('trust', number), bytes)),
		...blobs,
	];
	refuseTooLarge(parts, request.allowLarge ?? false);
	const written = await writeContainer(request.out, parts);
	return { reportId: `sha256:${digestBytes(payload).sha256}`, ...written };
}

/** The bytes that are signed: canonical JSON of a statement that fits its schema. */
export function payloadOf(statement: ReportStatement): Uint8Array {
	const read = reportStatementSchema.safeParse(statement);
	if (!read.success) throw new ShipeiError('bundle.bad-statement', { problems: z.prettifyError(read.error) });
	try {
		return canonicalJson(read.data);
	} catch (cause) {
		// A lone surrogate, a number or a string that nobody would read back.
		const problems = cause instanceof Error ? cause.message : String(cause);
		throw new ShipeiError('bundle.bad-statement', { problems }, { cause });
	}
}

export function certificateParts({ signers, certificates }: Pick<BundleRequest, 'signers' | 'certificates'>): Part[] {
	return signers
		.map(({ keyid, spki }) => {
			const chain = certificates?.get(keyid);
			return partOf(certificateEntry(keyid), chain === undefined ? spki : Buffer.concat(chain));
		})
		.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function refuseTooLarge(parts: readonly Part[], allowed: boolean): void {
	const size = parts.reduce((sum, part) => sum + BLOCK + part.size + paddingOf(part.size), 2 * BLOCK);
	const limit = LIMITS.file;
	if (size > limit && !allowed) throw new ShipeiError('bundle.too-large', { size, limit });
}
