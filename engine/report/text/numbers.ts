import { significant } from '../../../contract/measurement/quantity.ts';

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

/** Percent of a share, sign in front when asked: 0.0172 is 1.72 %. */
export function percent(share: number): string {
	return `${significant(share * 100, 3)} %`;
}

/** A ratio as in ×1.084. */
export function ratio(value: number): string {
	return `×${value.toFixed(3)}`;
}
