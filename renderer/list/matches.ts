/** Whether every word of the filter occurs in one of the texts, without regard to case. */
export function matches(filter: string, ...texts: readonly (string | null | undefined)[]): boolean {
	return matcher(filter)(searchText(...texts));
}

/** The same for many rows: the filter is read once, and each row's text is made once with {@link searchText}. */
export function matcher(filter: string): (text: string) => boolean {
	const words = filter
		.toLowerCase()
		.split(/\s+/u)
		.filter((word) => word !== '');
	return (text) => words.every((word) => text.includes(word));
}

export function searchText(...texts: readonly (string | null | undefined)[]): string {
	return texts.join('\n').toLowerCase();
}
