/** Units whose numbers people read with a decimal prefix, and how they write them. */
const PREFIXED: Readonly<Record<string, string>> = {
	By: 'B',
	'By/s': 'B/s',
	'1/s': '/s',
	'[flop]/s': 'flop/s',
	'bit/s': 'bit/s',
	Hz: 'Hz',
};

const OTHERS: Readonly<Record<string, string>> = { us: 'µs', '1': '', '{tx}/s': 'tx/s', '{points}': '' };

const PREFIXES = ['', 'k', 'M', 'G', 'T', 'P'];

/** A measured value with its UCUM unit, for people: 23 024 000 000 By/s is "23.0 GB/s", 249.3 ns is "249 ns". */
export function figure(value: number, unit: string): string {
	const base = PREFIXED[unit];
	if (base === undefined) return `${digits(value)} ${OTHERS[unit] ?? unit}`.trimEnd();
	const step = Math.min(PREFIXES.length - 1, Math.max(0, Math.floor(Math.log10(value) / 3)));
	return `${digits(value / 1000 ** step)} ${PREFIXES[step] ?? ''}${base}`;
}

/** Three digits where they say something, all digits of whole numbers up to a million. */
function digits(value: number): string {
	if (value >= 1000) return String(Math.round(value));
	return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : String(Number(value.toPrecision(3)));
}
