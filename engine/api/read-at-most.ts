import { readFileSync, statSync } from 'node:fs';
import { ShipeiError } from '../../contract/errors.ts';

/** The bytes of a file, or its size alone where it is larger than `largest`: a disk image must not fill the memory first. */
export function readAtMost(
	file: string,
	largest: number,
): { readonly bytes: Uint8Array } | { readonly bytes: null; readonly size: number } {
	try {
		const found = statSync(file);
		// A pipe or a device would be waited for without an end.
		if (!found.isFile()) throw new Error('not a file');
		if (found.size > largest) return { bytes: null, size: found.size };
		return { bytes: new Uint8Array(readFileSync(file)) };
	} catch (error) {
		throw new ShipeiError(
			'call.unreadable-file',
			{ file, reason: error instanceof Error ? error.message : String(error) },
			{ cause: error },
		);
	}
}
