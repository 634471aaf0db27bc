/** This many are drawn where nobody asks for more. */
export const USUAL_SAMPLE = 5;

/**
 * Pieces of evidence drawn at random, so that nobody who makes a report knows which will be opened. `random` gives a whole
 * number from 0 up to, without, its argument.
 */
export function drawSample<Piece>(all: readonly Piece[], count: number, random: (below: number) => number): Piece[] {
	const left = [...all];
	const drawn: Piece[] = [];
	while (drawn.length < count && left.length > 0) drawn.push(...left.splice(random(left.length), 1));
	return drawn;
}

/** Not Math.random: that can be foretold. */
export function secureRandom(below: number): number {
	// The largest multiple of `below`: what lies above would favour small numbers.
	const limit = Math.floor(2 ** 32 / below) * below;
	const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
	return value < limit ? value % below : secureRandom(below);
}
