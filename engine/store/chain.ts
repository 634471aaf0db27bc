import { createHash } from 'node:crypto';

/** What the first fact points back to. */
export const GENESIS = '0'.repeat(64);

/**
 * The link of one fact: SHA-256 over the previous link, the place, the time and the fact's stored text, as a JSON array
 * so that no two different facts give the same bytes.
 */
export function linkOf(previous: string, seq: number, at: string, body: string): string {
	return createHash('sha256')
		.update(JSON.stringify([previous, seq, at, body]))
		.digest('hex');
}
