/** Units that take a decimal prefix, and how people write them. */
const PREFIXED: Readonly<Record<string, string>> = {
	By: 'B',
	'By/s': 'B/s',
	'bit/s': 'bit/s',
	'{flop}/s': 'flop/s',
	Hz: 'Hz',
};

const OTHERS: Readonly<Record<string, string>> = { us: 'µs', '1': '', '{points}': '' };

const PREFIXES = ['', 'k', 'M', 'G', 'T', 'P'];

/**
 * A measured value with its UCUM unit, for people: 23 024 000 000 By/s is "23.0 GB/s", 249.3 ns is "249 ns". What is
 * only counted (`{block}/s`) gets its prefix at the number: "66.2 M pair/s".
 */
export function figure(value: number, unit: string): string {
	const base = PREFIXED[unit];
	const counted = /^(?:1|\{\w+\})\/s$/u.test(unit);
	if (base === undefined && !counted) return `${digits(value)} ${OTHERS[unit] ?? plain(unit)}`.trimEnd();
	const step = Math.min(PREFIXES.length - 1, Math.max(0, Math.floor(Math.log10(value) / 3)));
	const [number, prefix] = [digits(value / 1000 ** step), PREFIXES[step] ?? ''];
	return base === undefined ? `${`${number} ${prefix}`.trimEnd()} ${plain(unit)}` : `${number} ${prefix}${base}`;
}

/** UCUM's braces mark what is counted; people do not need them. */
function plain(unit: string): string {
	return unit.replace(/^1\//u, '/').replaceAll(/[{}]/gu, '');
}

/** Three digits where they say something, all digits of whole numbers from a thousand on. */
function digits(value: number): string {
	if (value >= 1000) return String(Math.round(value));
	return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : String(Number(value.toPrecision(3)));
}
