import { ShipeiError } from '../../../contract/errors.ts';
import type { ReportEvidence } from '../../../contract/report.ts';
import { createDigest } from '../../crypto/index.ts';
import { blobEntry } from '../container/layout.ts';
import type { Part } from '../container/write-container.ts';
import { expectedBlobs } from '../verify/check-evidence.ts';
import type { EvidenceSource } from './evidence-source.ts';

/** The blobs that a report needs, each checked against its digests again on the way out. */
export function blobParts(evidence: readonly ReportEvidence[], sources: Iterable<EvidenceSource>): readonly Part[] {
	const bySha256 = new Map([...sources].map((source) => [source.digest.sha256, source]));
	return expectedBlobs(evidence).map((item) => {
		const { sha256 } = item.digest;
		const source = bySha256.get(sha256);
		if (source === undefined) throw new ShipeiError('bundle.evidence-missing', { name: item.name, sha256 });
		if (source.size !== item.size) throw changed(item);
		return { name: blobEntry(sha256), size: item.size, open: () => unchanged(item, source) };
	});
}

async function* unchanged(item: ReportEvidence, source: EvidenceSource): AsyncGenerator<Uint8Array> {
	const digest = createDigest();
	let size = 0;
	for await (const chunk of source.open()) {
		digest.update(chunk);
		size += chunk.length;
		if (size > item.size) throw changed(item);
		yield chunk;
	}
	const { sha256, sm3 } = digest.digest();
	if (size !== item.size || sha256 !== item.digest.sha256 || sm3 !== item.digest.sm3) throw changed(item);
}

function changed(item: ReportEvidence): ShipeiError {
	return new ShipeiError('bundle.evidence-changed', { name: item.name });
}
