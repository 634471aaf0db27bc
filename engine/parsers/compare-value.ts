import { isDeepStrictEqual } from 'node:util';
import type { ValueExpectation } from '../../contract/plan.ts';
import { searchAll } from './bounded-regex.ts';

/** Whether one value satisfies every part of what is expected of it. Types count: 4 is not "4". */
export function compareValue(expected: ValueExpectation, value: unknown): boolean {
	return (
		expected.exists !== false &&
		(!('equals' in expected) || isDeepStrictEqual(value, expected.equals)) &&
		(!('notEquals' in expected) || !isDeepStrictEqual(value, expected.notEquals)) &&
		(expected.oneOf === undefined || expected.oneOf.some((entry) => isDeepStrictEqual(value, entry))) &&
		(expected.notOneOf === undefined || !expected.notOneOf.some((entry) => isDeepStrictEqual(value, entry))) &&
		(expected.min === undefined || (typeof value === 'number' && value >= expected.min)) &&
		(expected.max === undefined || (typeof value === 'number' && value <= expected.max)) &&
		(expected.minSize === undefined || sizeOf(value) >= expected.minSize) &&
		(expected.maxSize === undefined || sizeOf(value) <= expected.maxSize) &&
		(expected.matches === undefined || matches(expected.matches, value))
	);
}

/** NaN for what has no size: no comparison with it holds. */
function sizeOf(value: unknown): number {
	if (typeof value === 'string') return Array.from(value).length;
	if (Array.isArray(value)) return value.length;
	return value !== null && typeof value === 'object' ? Object.keys(value).length : Number.NaN;
}

function matches(pattern: string, value: unknown): boolean {
	if (typeof value !== 'string' && typeof value !== 'number') return false;
	const answer = searchAll(pattern, '', String(value), 1);
	return 'hits' in answer && answer.hits.length > 0;
}

/** What was expected, in the words of the manifest: `min 1, max 5`. */
export function wantedText({ otherwise: _otherwise, path: _path, ...rest }: ValueExpectation): string {
	const parts = Object.entries(rest).filter(([, value]) => value !== undefined);
	if (parts.length === 0) return 'exists true';
	return parts.map(([key, value]) => `${key} ${JSON.stringify(value)}`).join(', ');
}
