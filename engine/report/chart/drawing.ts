/** What a mark means; each format has its own colours for it (a screen may be dark). */
export type Ink = 'mark' | 'line' | 'faint' | 'band';

/** Lengths are in CSS pixels (1/96 inch), y downwards. */
export type Shape =
	| {
			readonly kind: 'line';
			readonly ink: Ink;
			readonly from: readonly [number, number];
			readonly to: readonly [number, number];
			readonly thickness: number;
	  }
	| {
			readonly kind: 'box';
			readonly ink: Ink;
			readonly at: readonly [number, number];
			readonly size: readonly [number, number];
			readonly hollow?: boolean;
	  };

/** A picture without text: the words stand in the table around it, where they can be read, found and copied. */
export interface Drawing {
	readonly width: number;
	readonly height: number;
	readonly shapes: readonly Shape[];
}
