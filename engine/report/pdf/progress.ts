/** Hears how much of a document is done, 0 to 1, never less than before. */
export type OnShare = (share: number) => void;

/** Of the whole time, what laying out the tables takes; the rest is writing what was laid out. */
const LAYOUT = 0.3;

interface Watch {
	/** A line of a table was laid out. */
	readonly onLine: (line: number, table: object) => void;
	/** This share of what was laid out is written. */
	readonly onWritten: (share: number) => void;
}

/** Counts the lines of the tables, which is nearly all there is to a long report, then what is written of it. */
export function watchProgress(content: unknown, onShare: OnShare = () => undefined): Watch {
	const all = Math.max(1, linesIn(content));
	const reached = new WeakMap<object, number>();
	let done = 0;
	let told = 0;
	const tell = (share: number) => {
		if (share < told + 0.01) return;
		told = share;
		onShare(share);
	};
	return {
		onLine: (line, table) => {
			const before = reached.get(table) ?? -1;
			if (line <= before) return;
			reached.set(table, line);
			done += line - before;
			tell(LAYOUT * Math.min(1, done / all));
		},
		onWritten: (share) => tell(LAYOUT + (1 - LAYOUT) * share),
	};
}

// One line more than a table has rows.
function linesIn(node: unknown): number {
	if (Array.isArray(node)) return node.reduce((sum: number, one: unknown) => sum + linesIn(one), 0);
	if (node === null || typeof node !== 'object') return 0;
	const { table, stack, columns } = node as { table?: { body: unknown[] }; stack?: unknown; columns?: unknown };
	return (table === undefined ? 0 : table.body.length + 1) + linesIn(stack ?? []) + linesIn(columns ?? []);
}
