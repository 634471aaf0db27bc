import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Client } from '../../contract/client.ts';

const PART = 1024 * 1024;

/** Writes stored bytes to a file, part by part, whole or not at all. */
export async function saveEvidence(client: Client, sha256: string, file: string): Promise<void> {
	const aside = `${file}.partial`;
	const descriptor = openSync(aside, 'w');
	try {
		for (let from = 0; ; ) {
			const { base64, size } = await client.call('evidence.read', { sha256, from, length: PART });
			const bytes = Buffer.from(base64, 'base64');
			for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
			from += bytes.length;
			if (from >= size || bytes.length === 0) break;
		}
		fsyncSync(descriptor);
		renameSync(aside, file);
	} catch (error) {
		rmSync(aside, { force: true });
		throw error;
	} finally {
		closeSync(descriptor);
	}
}
