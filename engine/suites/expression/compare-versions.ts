/**
 * Compares two versions by their runs of digits and of letters: "2.9" < "2.28" < "2.28.1"; a letter run sorts before a
 * number at the same place, so "1.0-rc1" < "1.0.1" and "1.0-rc1" < "1.0" as release candidates are meant.
 */
export function compareVersions(a: string, b: string): number {
	const left = partsOf(a);
	const right = partsOf(b);
	for (let index = 0; index < Math.max(left.length, right.length); index++) {
		const order = comparePart(left[index], right[index]);
		if (order !== 0) return order;
	}
	return 0;
}

function partsOf(version: string): (number | string)[] {
	return Array.from(version.matchAll(/\d+|[A-Za-z]+/gu), ([part]) =>
		/^\d/u.test(part) ? Number(part) : part.toLowerCase(),
	);
}

function comparePart(a: number | string | undefined, b: number | string | undefined): number {
	if (a === b) return 0;
	if (a === undefined) return typeof b === 'string' ? 1 : -1;
	if (b === undefined) return typeof a === 'string' ? -1 : 1;
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : 1;
	return typeof a === 'string' ? -1 : 1;
}
