import { fromUtf8 } from '../../crypto/portable.ts';
import { Refusal } from '../refusal.ts';
import type { Entry, EntryReader } from './entry-reader.ts';
import { FORMAT, type Section } from './layout.ts';
import { LIMITS } from './limits.ts';

/** Everything before the blobs, in the order of the file. Only the report itself is sure to be there. */
export interface Metadata {
	readonly entries: ReadonlyMap<string, Uint8Array>;
	/** The header of the first blob, already read; undefined when the file ends without one. */
	readonly firstBlob: Entry | undefined;
}

const MOST: Partial<Record<Section, number>> = {
	attestation: LIMITS.attestations,
	certificate: LIMITS.certificates,
	receipt: LIMITS.receipts,
	timestamp: LIMITS.timestamps,
	trust: LIMITS.trust,
};

/** Reads all metadata before anything is judged, so that the order of entries cannot steer a decision. */
export async function readMetadata(reader: EntryReader): Promise<Metadata> {
	const entries = new Map<string, Uint8Array>();
	const counts = new Map<Section, number>();
	let left: number = LIMITS.metadata;
	for (;;) {
		const entry = await formatFirst(reader, entries);
		if (entry === undefined || entry.section === 'blob') return { entries, firstBlob: entry };
		const count = (counts.get(entry.section) ?? 0) + 1;
		counts.set(entry.section, count);
		left -= entry.size;
		if (left < 0 || count > (MOST[entry.section] ?? 1)) throw tooLarge(entry.name);
		const body = await reader.body(entry);
		if (entry.section === 'format' && fromUtf8(body) !== FORMAT) throw notABundle();
		entries.set(entry.name, body);
	}
}

// A file of another kind should be called that, not a bundle with a damaged header.
async function formatFirst(reader: EntryReader, entries: ReadonlyMap<string, unknown>): Promise<Entry | undefined> {
	if (entries.size > 0) return reader.next();
	try {
		const entry = await reader.next();
		if (entry?.section === 'format' && entry.size === FORMAT.length) return entry;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
	}
	throw notABundle();
}

function notABundle(): Refusal {
	return new Refusal(
		'container.format',
		{ zh: '不是 xc-bundle/1 格式的报告文件', en: 'not a report file in the format xc-bundle/1' },
		{
			zh: '请选择扩展名为 .xcr 的文件；若由更新版本写出，请更新适配台。',
			en: 'Choose a file with the extension .xcr; if a newer version wrote it, update Shipei.',
		},
	);
}

function tooLarge(name: string): Refusal {
	return new Refusal('container.layout', {
		zh: `条目“${name}”超出元数据的上限（共 ${LIMITS.metadata / 2 ** 20} MiB）`,
		en: `the entry “${name}” exceeds the limit of the metadata (${LIMITS.metadata / 2 ** 20} MiB in all)`,
	});
}
