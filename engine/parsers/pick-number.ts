import type { Measure } from '../../contract/plan.ts';
import type { ReadValue } from './read-values.ts';

export type PickedNumber =
	| { readonly value: number; readonly byteFrom: number; readonly byteTo: number }
	| { readonly problem: 'none' | 'ambiguous' | 'not-a-number' | 'not-positive'; readonly found: string };

/**
 * The one number of a measure, scaled. Without `pick` there must be exactly one; a number that is not finite or not
 * above zero is a problem, never zero.
 */
export function pickNumber(
	values: readonly ReadValue[],
	{ pick, scale }: Pick<Measure, 'pick' | 'scale'>,
): PickedNumber {
	const first = values[0];
	if (first === undefined) return { problem: 'none', found: '' };
	if (pick === undefined && values.length > 1) return { problem: 'ambiguous', found: listed(values) };
	const numbers = values.map((value) => numberOf(value.text));
	const wrong = values[numbers.findIndex((number) => !Number.isFinite(number))];
	if (wrong !== undefined) return { problem: 'not-a-number', found: wrong.text.slice(0, 100) };
	const value = combine(numbers, pick ?? 'first') * (scale ?? 1);
	if (!Number.isFinite(value) || value <= 0) return { problem: 'not-positive', found: String(value) };
	const at = values[pick === 'last' ? values.length - 1 : Math.max(0, numbers.indexOf(value / (scale ?? 1)))] ?? first;
	return { value, byteFrom: at.byteFrom, byteTo: at.byteTo };
}

/** "" and " " are no numbers, although Number() says 0. */
function numberOf(text: string): number {
	return /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/u.test(text) ? Number(text) : Number.NaN;
}

function combine(numbers: readonly number[], pick: NonNullable<Measure['pick']>): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const at = (index: number): number => sorted[index] ?? Number.NaN;
	const middle = Math.floor(sorted.length / 2);
	switch (pick) {
		case 'first':
			return numbers[0] ?? Number.NaN;
		case 'last':
			return numbers.at(-1) ?? Number.NaN;
		case 'sum':
			return numbers.reduce((total, number) => total + number, 0);
		case 'min':
			return at(0);
		case 'max':
			return at(sorted.length - 1);
		case 'median':
			return sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
	}
}

function listed(values: readonly ReadValue[]): string {
	return `${values.length}: ${values
		.slice(0, 5)
		.map((value) => value.text.slice(0, 40))
		.join(', ')}`;
}
