export type Cell = string | number | null;

export interface Sheet {
	readonly name: string;
	/** The first row stays in view. */
	readonly rows: readonly (readonly Cell[])[];
	/** How many columns stay in view. */
	readonly fixed?: number;
}

/** Hands tables to the person as a spreadsheet; numbers stay numbers. The writer is loaded when it is first needed. */
export async function saveXlsx(name: string, sheets: readonly Sheet[]): Promise<void> {
	const { default: write } = await import('write-excel-file/browser');
	await write(
		sheets.map(({ name: sheet, rows, fixed = 0 }) => ({
			sheet,
			data: rows.map((row, index) => row.map((value) => cell(value, index === 0))),
			stickyRowsCount: 1,
			stickyColumnsCount: fixed,
		})),
	).toFile(name);
}

function cell(value: Cell, head: boolean) {
	if (value === null) return null;
	return typeof value === 'number'
		? { value, type: Number }
		: { value, type: String, ...(head ? { fontWeight: 'bold' as const } : {}) };
}
