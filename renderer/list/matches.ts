/** Whether every word of the filter occurs in one of the texts, without regard to case. */
export function matches(filter: string, ...texts: readonly (string | null | undefined)[]): boolean {
	const words = filter
		.toLowerCase()
		.split(/\s+/u)
		.filter((word) => word !== '');
	if (words.length === 0) return true;
	const all = texts.join('\n').toLowerCase();
	return words.every((word) => all.includes(word));
}
