import type { HostRow } from './host-rows.ts';

export type LabelVerdict = 'same' | 'near' | 'other' | 'unknown' | 'strange';

/** One line of a label or bill of materials against what was detected. */
export interface LabelLine {
	readonly item: string;
	readonly said: string;
	/** null: no field of this name. */
	readonly row: HostRow | null;
	readonly verdict: LabelVerdict;
}

/**
 * A list of "item, value" against the detected fields. The item is a field's path ("cpu.model") or its name where only
 * one field has it; the value is the line's last cell. Lines without a value say nothing.
 */
export function compareLabel(
	table: readonly (readonly string[])[],
	rows: readonly HostRow[],
	names: Names,
): LabelLine[] {
	return table.flatMap((cells): LabelLine[] => {
		const item = (cells[0] ?? '').trim();
		const said = cells.length < 2 ? '' : (cells.at(-1) ?? '').trim();
		if (item === '' || said === '' || names.heading(item)) return [];
		const row = rowOf(item, rows, names);
		return [{ item, said, row, verdict: row === null ? 'strange' : verdictOf(said, row, names.written(row)) }];
	});
}

export interface Names {
	/** All names under which people may know a field. */
	of(row: HostRow): readonly string[];
	/** Its value as people write it. */
	written(row: HostRow): string;
	/** Whether a first cell is only the heading of the column. */
	heading(item: string): boolean;
}

function rowOf(item: string, rows: readonly HostRow[], names: Names): HostRow | null {
	const byPath = rows.find(({ path }) => path === item);
	if (byPath !== undefined) return byPath;
	const named = rows.filter((row) => names.of(row).some((name) => plain(name) === plain(item)));
	return named.length === 1 ? (named[0] ?? null) : null;
}

function verdictOf(said: string, { field, path }: HostRow, written: string): LabelVerdict {
	if (field.value === null) return 'unknown';
	const found = [String(field.value), written].map(plain);
	const wanted = plain(said);
	if (found.includes(wanted)) return 'same';
	if (typeof field.value === 'number') return nearSize(said, field.value, path) ? 'near' : 'other';
	return found.some((text) => text !== '' && (text.includes(wanted) || wanted.includes(text))) ? 'near' : 'other';
}

/** Without regard to case, spaces and punctuation: "KP920 (2.6GHz)" is "kp920 2.6 ghz". */
function plain(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '');
}

const STEPS = ['', 'k', 'm', 'g', 't'];
/** Firmware and graphics keep some of the memory for themselves; a disk is a little more or less than its label. */
const MEMORY = { base: 1024, less: 0.06, more: 0.01 };
const DISK = { base: 1000, less: 0.02, more: 0.02 };

/** "16 GB" is 16 × 2³⁰ bytes on memory and 16 × 10⁹ on a disk; "16 GiB" is 16 × 2³⁰ everywhere. */
function nearSize(said: string, bytes: number, path: string): boolean {
	const parts = /^(\d+(?:\.\d+)?)\s*([kmgt])(i?)b?$/iu.exec(said.trim());
	if (parts === null) return false;
	const [, count = '', unit = '', binary = ''] = parts;
	const { base, less, more } = path.startsWith('storage.') ? DISK : MEMORY;
	const size = Number(count) * (binary === '' ? base : 1024) ** STEPS.indexOf(unit.toLowerCase());
	return bytes >= size * (1 - less) && bytes <= size * (1 + more);
}
