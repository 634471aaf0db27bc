/** Slow, obvious implementations by enumeration: what the fast ones must agree with. */

/** All orders of a list. */
export function permutations<T>(items: readonly T[]): T[][] {
	if (items.length === 0) return [[]];
	return items.flatMap((item, index) =>
		permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
	);
}

/** All ways to choose `size` positions out of `n`. */
export function choices(n: number, size: number): number[][] {
	const all: number[][] = [];
	for (let mask = 0; mask < 2 ** n; mask += 1) {
		const chosen = Array.from({ length: n }, (_, i) => i).filter((i) => (mask >> i) & 1);
		if (chosen.length === size) all.push(chosen);
	}
	return all;
}

/** U counted pair by pair; a tie is half. */
export function pairwiseU(a: readonly number[], b: readonly number[]): number {
	let u = 0;
	for (const x of a) for (const y of b) u += x > y ? 1 : x === y ? 0.5 : 0;
	return u;
}

/** Two-sided permutation p of U: every split of the pooled values is equally likely. */
export function permutationP(a: readonly number[], b: readonly number[]): number {
	const pool = [...a, ...b];
	const observed = pairwiseU(a, b);
	const all = choices(pool.length, a.length).map((chosen) =>
		pairwiseU(
			chosen.map((i) => pool[i] as number),
			pool.filter((_, i) => !chosen.includes(i)),
		),
	);
	const below = all.filter((u) => u <= observed).length;
	const above = all.filter((u) => u >= observed).length;
	return Math.min(1, (2 * Math.min(below, above)) / all.length);
}

/** Kendall's S by counting pairs. */
export function kendallS(values: readonly number[]): number {
	let s = 0;
	values.forEach((late, j) => {
		for (const early of values.slice(0, j)) s += Math.sign(late - early);
	});
	return s;
}

export function byNumber(a: number, b: number): number {
	return a - b;
}

/** Seeded uniform numbers (mulberry32). */
export function uniform(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
