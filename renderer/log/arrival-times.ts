import type { ArrivalTimes } from '../../contract/evidence.ts';
import type { CaseResult } from '../../contract/run.ts';

/** Where a stored output belongs: the same bytes may be the output of many steps. */
export interface OutputPlace {
	readonly sha256: string;
	readonly name: string;
	/** null: the link does not say. */
	readonly attempt: number | null;
}

/** When the bytes of an output came, as noted with its step; null when nobody noted it, or two steps say different things. */
export function timesOf({ attempts }: CaseResult, { sha256, name, attempt }: OutputPlace): ArrivalTimes | null {
	const found = attempts
		.filter(({ number }) => attempt === null || number === attempt)
		.flatMap(({ steps }) => steps.flatMap(({ evidence }) => evidence))
		.filter((piece) => piece.digest.sha256 === sha256 && piece.name === name);
	return found.length === 1 ? (found[0]?.times ?? null) : null;
}

/** Milliseconds from the start of the step until a byte came; null where that is not known. */
export function timeAt({ at }: ArrivalTimes, byte: number): number | null {
	let low = 0;
	let high = at.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((at[middle]?.[0] ?? 0) <= byte) low = middle + 1;
		else high = middle;
	}
	return at[low - 1]?.[1] ?? null;
}
