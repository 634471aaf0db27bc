/** One thing that our kernel and a reference both measure. Each call is one sample from a fresh process. */
export interface Row {
	readonly name: string;
	/** Which way is better does not matter here: the ratio is ours / reference. */
	readonly unit: string;
	readonly ours: () => number;
	readonly reference: () => number;
	/** Accepted median of the ratios, both ends included. */
	readonly band: readonly [number, number];
	/** Turns of either side in one round, whose mean is the round's sample: one unless it is said. */
	readonly turns?: number;
}

export interface Outcome {
	readonly row: Row;
	readonly ours: number;
	readonly reference: number;
	readonly ratio: number;
	/** Order-statistic interval of the median ratio; of ten rounds the second and the ninth, 97.9 %. */
	readonly interval: readonly [number, number];
	/** Standard deviation over mean of either side: why a row could not be judged. */
	readonly cv: { readonly ours: number; readonly reference: number };
	readonly verdict: 'inside' | 'OUTSIDE' | 'too noisy to judge';
}

/** Both sides in every turn, and the other one first in every other turn: drift of the machine hits both alike. */
export function measureRow(row: Row, rounds: number): Outcome {
	const perRound = row.turns ?? 1;
	const turns = Array.from({ length: rounds * perRound }, (_, number) => takeTurn(row, number));
	const ours = roundsOf(perRound, turns, (turn) => turn.ours);
	const reference = roundsOf(perRound, turns, (turn) => turn.reference);
	const ratios = ours.map((value, index) => value / (reference[index] ?? Number.NaN)).sort((a, b) => a - b);
	const interval: [number, number] = [ratios[1] ?? Number.NaN, ratios[ratios.length - 2] ?? Number.NaN];
	const ratio = median(ratios);
	return {
		row,
		ours: median(ours),
		reference: median(reference),
		ratio,
		interval,
		cv: { ours: variation(ours), reference: variation(reference) },
		verdict: judge(row, ratio, interval),
	};
}

type Turn = Record<'ours' | 'reference', number>;

function takeTurn(row: Row, number: number): Turn {
	if (number % 2 === 0) {
		const ours = row.ours();
		return { ours, reference: row.reference() };
	}
	const reference = row.reference();
	return { ours: row.ours(), reference };
}

/** The sample of each round: the mean of its turns. */
function roundsOf(size: number, turns: readonly Turn[], side: (turn: Turn) => number): number[] {
	const starts = turns.flatMap((_, index) => (index % size === 0 ? index : []));
	return starts.map((start) => mean(turns.slice(start, start + size).map(side)));
}

/** An interval wider than the band judges nothing, wherever its middle lies: then the machine was too noisy. */
function judge(row: Row, ratio: number, interval: readonly [number, number]): Outcome['verdict'] {
	const [low, high] = row.band;
	if (interval[1] / interval[0] > high / low) return 'too noisy to judge';
	return ratio >= low && ratio <= high ? 'inside' : 'OUTSIDE';
}

function variation(values: readonly number[]): number {
	const middle = mean(values);
	const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
	return Math.sqrt(squares / (values.length - 1)) / middle;
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
	const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
	return (lower + upper) / 2;
}
