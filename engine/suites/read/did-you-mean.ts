/** The nearest of some known words, when it is near enough to have been meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
	const limit = Math.max(1, Math.floor(word.length / 3));
	const ranked = known
		.map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
		.sort((a, b) => a.distance - b.distance);
	const best = ranked[0];
	return best !== undefined && best.distance <= limit ? best.candidate : undefined;
}

/** Optimal string alignment: insert, delete, replace and swap of neighbours cost one each. */
function distance(a: string, b: string): number {
	const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			const costs = [cell(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, cell(rows, i - 1, j - 1) + same];
			if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) costs.push(cell(rows, i - 2, j - 2) + 1);
			row.push(Math.min(...costs));
		}
		rows.push(row);
	}
	return cell(rows, a.length, b.length);
}

function cell(rows: readonly number[][], i: number, j: number): number {
	return rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
}
