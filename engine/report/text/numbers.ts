/** A byte count for people: 1.5 MiB. */
export function bytes(count: number): string {
	const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
	let value = count;
	let unit = 0;
	while (value >= 1024 && unit < units.length - 1) {
		value /= 1024;
		unit += 1;
	}
	return `${unit === 0 ? value : significant(value, 3)} ${units[unit]}`;
}

/**
 * A measured value with its UCUM unit, four significant digits, large rates with a decimal prefix: (1234567890, By/s)
 * gives 1.235 GB/s. The exact number stays in the statement.
 */
export function quantity(value: number, ucum: string): string {
	const unit = printedUnit(ucum);
	if (!/^(?:By|bit|1|Hz)?(?:\/s)?$/u.test(ucum) || ucum === '') {
		return join(significant(value, 4), unit);
	}
	const [scaled, prefix] = decimalPrefix(value);
	return join(significant(scaled, 4), `${prefix}${unit}`);
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

/** UCUM as people write it: By/s is B/s, us is µs, {frames}/s is frames/s, 1 is nothing. */
export function printedUnit(ucum: string): string {
	return ucum
		.replace(/\{([^}]*)\}/gu, '$1')
		.replace(/\bBy\b/gu, 'B')
		.replace(/\bus\b/gu, 'µs')
		.replace(/\bCel\b/gu, '℃')
		.replace(/^1(?=\/|$)/u, '');
}

/** Percent of a share, sign in front when asked: 0.0172 is 1.72 %. */
export function percent(share: number): string {
	return `${significant(share * 100, 3)} %`;
}

/** A ratio as in ×1.084. */
export function ratio(value: number): string {
	return `×${value.toFixed(3)}`;
}

/** At most `digits` significant digits, never in powers of ten, no useless zeros. */
export function significant(value: number, digits: number): string {
	if (value === 0 || !Number.isFinite(value)) {
		return String(value);
	}
	const whole = Math.floor(Math.log10(Math.abs(value))) + 1;
	return whole >= digits ? value.toFixed(0) : String(Number(value.toFixed(Math.min(digits - whole, 12))));
}

function decimalPrefix(value: number): [number, string] {
	for (const [power, prefix] of [
		[1e12, 'T'],
		[1e9, 'G'],
		[1e6, 'M'],
		[1e4, 'k'],
	] as const) {
		if (value >= power) {
			return [value / (prefix === 'k' ? 1e3 : power), prefix];
		}
	}
	return [value, ''];
}

function join(number: string, unit: string): string {
	return unit === '' ? number : unit.startsWith('/') ? `${number}${unit}` : `${number} ${unit}`;
}
