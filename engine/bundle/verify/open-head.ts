import type { Primitives } from '../../crypto/portable.ts';
import { ByteReader, type ByteSource } from '../container/byte-reader.ts';
import { EntryReader } from '../container/entry-reader.ts';
import { readMetadata } from '../container/metadata.ts';
import { Refusal } from '../refusal.ts';
import { carriedKeys } from './carried-keys.ts';
import { CheckBook } from './check-book.ts';
import { openAttachments } from './open-attachments.ts';
import { openReport } from './open-report.ts';
import type { OpenedBundle } from './opened.ts';

/**
 * What a bundle's signed statements say, read up to its evidence and no further: enough for a list, never enough to rely
 * on the file. A review whose signature is wrong is left out; null where the report itself does not open.
 */
export async function openHead(source: ByteSource, primitives: Primitives): Promise<OpenedBundle | null> {
	const reader = new ByteReader(source);
	const book = new CheckBook();
	try {
		const metadata = await readMetadata(new EntryReader(reader));
		const carried = carriedKeys(metadata, primitives, book);
		const context = { primitives, keys: (keyid: string) => carried.get(keyid)?.publicKey };
		const report = openReport(metadata, context, book);
		return { report, ...openAttachments(report, metadata, context, book) };
	} catch (error) {
		if (error instanceof Refusal) return null;
		throw error;
	} finally {
		await reader.close();
	}
}
