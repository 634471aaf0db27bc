import type { Tone } from '../content/block.ts';

/** One sheet as plain values; how it looks is decided where it is written. */
export interface PlainSheet {
	readonly name: string;
	readonly columns: readonly { readonly title: string; readonly width: number }[];
	readonly rows: readonly (readonly (string | number)[])[];
	/** The look of a row's verdict cell, where there is one. */
	readonly tones?: { readonly column: number; readonly of: readonly Tone[] };
}
