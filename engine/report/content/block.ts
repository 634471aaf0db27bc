/**
 * What every document of a report is made of, free of any format: HTML, PDF and DOCX print the same blocks in the same
 * order. Everything in here is plain text; escaping is each format's own work.
 */

/** How a result looks: always a word as well, never the colour alone. */
export type Tone = 'passed' | 'warned' | 'failed' | 'errored' | 'timedOut' | 'skipped' | 'interrupted';

export interface Line {
	readonly text: string;
	readonly tone?: Tone;
	readonly strong?: boolean;
	/** Smaller and grey: what belongs to the line above it. */
	readonly minor?: boolean;
	/** Digests, commands, ids: may be broken anywhere. */
	readonly code?: boolean;
}

export interface Cell {
	readonly lines: readonly Line[];
	/** Drawn instead of the text; `lines` then say the same for those who cannot see it. */
	readonly figure?: Interval | SampleStrip;
}

/** A ratio with its confidence interval on a forest plot's axis; a null bound runs out of the picture. */
export interface Interval {
	readonly kind: 'interval';
	readonly ratio: number;
	readonly low: number | null;
	readonly high: number | null;
	/** The axis reaches from 1 / reach to reach. */
	readonly reach: number;
	/** Hollow when it must not be relied on: grade D, indicative. */
	readonly solid: boolean;
}

/** The repetitions of one metric in the order they were taken, over their median, and the median's interval. */
export interface SampleStrip {
	readonly kind: 'samples';
	readonly values: readonly number[];
	readonly low: number;
	readonly high: number;
	/** The strip reaches from 1 − reach to 1 + reach. */
	readonly reach: number;
}

export interface Column {
	readonly title: string;
	/** Share of the table's width, relative to the other columns. */
	readonly weight: number;
	readonly align?: 'center' | 'end';
	/** Left end, middle and right end of the axis that the figures in this column share. */
	readonly axis?: readonly [string, string, string];
}

export interface Row {
	readonly cells: readonly Cell[];
	/** What the reader of an HTML report can filter by. */
	readonly tone?: Tone;
	readonly level?: string;
}

export type Block =
	| { readonly kind: 'heading'; readonly level: 2; readonly id: string; readonly text: string }
	| { readonly kind: 'paragraph'; readonly text: string; readonly note?: boolean; readonly strong?: boolean }
	| { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
	| { readonly kind: 'facts'; readonly rows: readonly FactRow[] }
	| {
			readonly kind: 'table';
			readonly id: string;
			readonly columns: readonly Column[];
			readonly rows: readonly Row[];
			/** Offers search and filters in HTML. */
			readonly searchable?: boolean;
	  }
	| { readonly kind: 'pictures'; readonly pictures: readonly Picture[] };

/** One line of a two-column table: what it is, what it is here, and whether the customer said so. */
export interface FactRow {
	readonly name: string;
	readonly value: Cell;
	readonly supplied?: boolean;
}

export interface Picture {
	readonly bytes: Uint8Array;
	readonly type: 'png' | 'jpeg';
	/** Pixels. */
	readonly width: number;
	readonly height: number;
	readonly caption: string;
}

export interface Section {
	readonly id: string;
	readonly title: string;
	readonly blocks: readonly Block[];
}

/** A cell that holds one text. */
export function cell(text: string, look: Omit<Line, 'text'> = {}): Cell {
	return { lines: [{ ...look, text }] };
}
