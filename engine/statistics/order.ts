/** Ascending copy. */
export function sorted(values: readonly number[]): number[] {
	return Array.from(Float64Array.from(values).sort());
}

/** The middle of an ascending list; the mean of the two middles when there is no single one. NaN for an empty list. */
export function middle(ascending: readonly number[]): number {
	const n = ascending.length;
	const upper = ascending[n >> 1] ?? Number.NaN;
	return n % 2 === 1 ? upper : ((ascending[(n >> 1) - 1] ?? Number.NaN) + upper) / 2;
}

export function median(values: readonly number[]): number {
	return middle(sorted(values));
}

export function sum(values: readonly number[]): number {
	let total = 0;
	for (const value of values) total += value;
	return total;
}
