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

function verdictOf(said: string, { field }: HostRow, written: string): LabelVerdict {
	if (field.value === null) return 'unknown';
	const found = [String(field.value), written].map(plain);
	const wanted = plain(said);
	if (found.includes(wanted)) return 'same';
	if (typeof field.value === 'number') return nearSize(said, field.value) ? 'near' : 'other';
	return found.some((text) => text !== '' && (text.includes(wanted) || wanted.includes(text))) ? 'near' : 'other';
}

/** Without regard to case, spaces and punctuation: "KP920 (2.6GHz)" is "kp920 2.6 ghz". */
function plain(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '');
}

const STEPS = ['', 'k', 'm', 'g', 't'];
/** The firmware and the graphics keep some of the memory for themselves. */
const LESS = 0.06;
const MORE = 0.01;

/** "16 GB" on a label is 16 × 10⁹ for disks and 16 × 2³⁰ for memory: either will do. */
function nearSize(said: string, bytes: number): boolean {
	const parts = /^(\d+(?:\.\d+)?)\s*([kmgt])(?:i?b)?$/iu.exec(said.trim());
	if (parts === null) return false;
	const power = STEPS.indexOf((parts[2] ?? '').toLowerCase());
	return [1000, 1024].some((base) => {
		const share = bytes / (Number(parts[1]) * base ** power);
		return share >= 1 - LESS && share <= 1 + MORE;
	});
}
