/**
 * Benjamini–Hochberg: the p of each of m tests adjusted so that calling everything with q ≤ 0.05 different is wrong in
 * 5 % of those calls on average. Same order as given.
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
	const order = ps.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
	const adjusted = ps.map(() => 1);
	let smallest = 1;
	order.forEach(({ p, index }, place) => {
		smallest = Math.min(smallest, (p * ps.length) / (ps.length - place));
		adjusted[index] = smallest;
	});
	return adjusted;
}
