import type { Storage } from '../../contract/storage.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { byteSize } from './byte-size.ts';

/** What the data folder takes, by kind, and what could go. */
export function storagePage(usage: Storage, terminal: Terminal): string {
	const { directory, kinds, bytes, disk, evidence, proposals } = usage;
	const rows = kinds.map((kind) => [
		`  ${terminal.text(`storage.${kind.kind}`)}`,
		byteSize(kind.bytes),
		terminal.text('storage.files', { files: kind.files }),
	]);
	const could = proposals.map((proposal) => [
		`  ${terminal.text(`storage.could.${proposal.what}`)}`,
		byteSize(proposal.bytes),
		terminal.text('storage.files', { files: proposal.files }),
		proposal.directory,
	]);
	return [
		directory,
		...(rows.length === 0 ? [] : [table(rows)]),
		terminal.text('storage.sum', { size: byteSize(bytes), free: byteSize(disk.free), evidence }),
		...(could.length === 0 ? [terminal.text('storage.nothing')] : [terminal.text('storage.could'), table(could)]),
	].join('\n');
}
