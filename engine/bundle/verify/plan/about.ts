import type { Text } from '../../../../contract/text.ts';

/** A difference of one case, in words. */
export function about(key: string, zh: string, en: string): Text {
	return { zh: `用例“${key}”${zh}`, en: `the case “${key}” ${en}` };
}

/** What is in the first list and not, or less often, in the other: the same limit may be set twice. */
export function without(all: readonly string[], others: readonly string[]): string[] {
	const left = new Map<string, number>();
	for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
	return all.filter((one) => {
		const count = left.get(one) ?? 0;
		left.set(one, count - 1);
		return count <= 0;
	});
}
