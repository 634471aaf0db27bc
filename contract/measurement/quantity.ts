/**
 * A measured value with its unit as people write it, the same in the app, on the command line and in documents: four
 * significant digits, large rates with a decimal prefix. (1234567890, "By/s") is "1.235 GB/s", (66182371, "{pair}/s") is
 * "66.18 M pair/s". The exact number stays in the statement. Unit: a UCUM text (The Unified Code for Units of Measure).
 */
export function quantity(value: number, ucum: string): string {
	const unit = printedUnit(ucum);
	if (PREFIXED.test(ucum)) {
		const [scaled, prefix] = decimalPrefix(value);
		return join(significant(scaled, DIGITS), `${prefix}${unit}`);
	}
	if (COUNTED.test(ucum) && value >= 1e6) {
		const [scaled, prefix] = decimalPrefix(value);
		return `${significant(scaled, DIGITS)} ${prefix} ${unit}`;
	}
	return join(significant(value, DIGITS), unit);
}

/** An interval of such values, its unit written once where both ends share it: [809.9, 815.6] M/s. */
export function range(low: number, high: number, ucum: string): string {
	const [one, other] = [quantity(low, ucum), quantity(high, ucum)];
	const unitOf = (text: string) => text.replace(/^-?[\d.]+/u, '');
	const unit = unitOf(other);
	if (unit === '' || unitOf(one) !== unit) return `[${one}, ${other}]`;
	const number = (text: string) => text.slice(0, text.length - unit.length);
	return `[${number(one)}, ${number(other)}]${unit}`;
}

/** At most `digits` significant digits, never in powers of ten, no useless zeros. */
export function significant(value: number, digits: number): string {
	if (value === 0 || !Number.isFinite(value)) return String(value);
	const whole = Math.floor(Math.log10(Math.abs(value))) + 1;
	return whole >= digits ? value.toFixed(0) : String(Number(value.toFixed(Math.min(digits - whole, 12))));
}

const DIGITS = 4;

/** Units that take a prefix of their own. */
const PREFIXED = /^(?:(?:By|bit|\{flop\})(?:\/s)?|Hz|1\/s)$/u;
/** What is only counted has its prefix before the word. */
const COUNTED = /^\{\w+\}\/s$/u;

/** UCUM as people write it: By/s is B/s, us is µs, {frames}/s is frames/s, 1 and points are nothing. */
function printedUnit(ucum: string): string {
	return ucum
		.replace(/^\{points\}$/u, '')
		.replace(/\{([^}]*)\}/gu, '$1')
		.replace(/\bBy\b/gu, 'B')
		.replace(/\bus\b/gu, 'µs')
		.replace(/\bCel\b/gu, '℃')
		.replace(/^1(?=\/|$)/u, '');
}

const PREFIXES = [
	[1e12, 1e12, 'T'],
	[1e9, 1e9, 'G'],
	[1e6, 1e6, 'M'],
	// Four digits are still read at a glance.
	[1e4, 1e3, 'k'],
] as const;

function decimalPrefix(value: number): [number, string] {
	const found = PREFIXES.find(([from]) => value >= from);
	return found === undefined ? [value, ''] : [value / found[1], found[2]];
}

function join(number: string, unit: string): string {
	if (unit === '') return number;
	return unit.startsWith('/') ? `${number}${unit}` : `${number} ${unit}`;
}
