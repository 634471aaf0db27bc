import { readFileSync } from 'node:fs';
import { ShipeiError } from '../../contract/errors.ts';
import type { TrustState } from '../../contract/trust.ts';

/** A trust list that somebody gives for one verification. */
export async function readTrustFile(file: string): Promise<TrustState> {
	const { trustFromFile } = await import('../bundle/index.ts');
	return trustFromFile(readBytes(file));
}

export function readBytes(file: string): Uint8Array {
	try {
		return readFileSync(file);
	} catch (error) {
		throw new ShipeiError(
			'call.unreadable-file',
			{ file, reason: error instanceof Error ? error.message : String(error) },
			{ cause: error },
		);
	}
}
