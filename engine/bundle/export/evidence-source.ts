import type { Digest } from '../../../contract/digest.ts';

/** Where the bytes of one piece of evidence come from. */
export interface EvidenceSource {
	readonly digest: Digest;
	readonly size: number;
	open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}
