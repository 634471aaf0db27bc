import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ShipeiError } from '../../../contract/errors.ts';
import { SUITE_SIGNATURE_NAME } from '../../../contract/suite-signature.ts';

/** Room for all the signatures and keys that an envelope may have; anything longer is none. */
const MAX_BYTES = 256 * 1024;

/** The signature beside a suite; null when there is none. One that is too long, or cannot be read, is read as empty: it fits nothing. */
export function readSignature(directory: string): Uint8Array | null {
	const file = join(directory, SUITE_SIGNATURE_NAME);
	const stat = lstatSync(file, { throwIfNoEntry: false });
	if (stat === undefined) return null;
	try {
		return stat.isFile() && stat.size <= MAX_BYTES ? readFileSync(file) : new Uint8Array();
	} catch {
		return new Uint8Array();
	}
}

/** Puts a signature beside a suite, in place of one that is there. Answers its path. Errors: suite.not-written. */
export function keepSignature(directory: string, envelope: Uint8Array): string {
	const file = join(directory, SUITE_SIGNATURE_NAME);
	const temporary = `${file}.${process.pid}.partial`;
	try {
		writeFileSync(temporary, envelope, { flag: 'wx' });
		renameSync(temporary, file);
		return file;
	} catch (error) {
		rmSync(temporary, { force: true });
		throw new ShipeiError('suite.not-written', { directory, reason: (error as Error).message }, { cause: error });
	}
}
