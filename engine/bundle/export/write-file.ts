import { createHash, randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ShipeiError } from '../../../contract/errors.ts';
import { containerBytes, type Part } from '../container/write-container.ts';

export interface WrittenFile {
	readonly file: string;
	readonly bytes: number;
	/** SHA-256 of the whole file, for copying it: a report is identified by its payload, never by this. */
	readonly sha256: string;
}

/**
 * Writes a container so that nobody ever sees half of it: to a temporary name in the same folder, synced, renamed.
 * Errors: bundle.not-writable.
 */
export async function writeContainer(file: string, parts: Iterable<Part>): Promise<WrittenFile> {
	const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.partial`);
	try {
		const written = await writeSynced(temporary, parts);
		await rename(temporary, file);
		await syncFolder(dirname(file));
		return { file, ...written };
	} catch (error) {
		await rm(temporary, { force: true });
		throw error instanceof ShipeiError ? error : notWritable(file, error);
	}
}

async function writeSynced(file: string, parts: Iterable<Part>): Promise<{ bytes: number; sha256: string }> {
	const handle = await open(file, 'wx', 0o644);
	try {
		const hash = createHash('sha256');
		let bytes = 0;
		for await (const chunk of containerBytes(parts)) {
			hash.update(chunk);
			bytes += chunk.length;
			await handle.write(chunk);
		}
		await handle.sync();
		return { bytes, sha256: hash.digest('hex') };
	} finally {
		await handle.close();
	}
}

// Without this the new name may be lost with the power, although the bytes are on the disk.
async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} catch (error) {
		// Some file systems (network shares, FAT through FUSE) cannot sync a folder; the file itself is safe.
		if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
	} finally {
		await handle.close();
	}
}

function notWritable(path: string, cause: unknown): ShipeiError {
	const { code, message } = cause as NodeJS.ErrnoException;
	return new ShipeiError('bundle.not-writable', { path, reason: code ?? message }, { cause });
}
