import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { ShipeiError } from '../../contract/errors.ts';

/** Writes a document whole or not at all. */
export function writeDocument(file: string, bytes: Uint8Array): { file: string; size: number } {
	const aside = `${file}.partial`;
	try {
		const descriptor = openSync(aside, 'w');
		try {
			for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
			fsyncSync(descriptor);
		} finally {
			closeSync(descriptor);
		}
		renameSync(aside, file);
		return { file, size: bytes.length };
	} catch (error) {
		rmSync(aside, { force: true });
		throw new ShipeiError(
			'call.unwritable-file',
			{ file, reason: error instanceof Error ? error.message : String(error) },
			{ cause: error },
		);
	}
}
