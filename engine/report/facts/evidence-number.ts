/** The number under which a piece of evidence is cited all over a report: index 0 is E001. */
export function evidenceNumber(index: number): string {
	return `E${String(index + 1).padStart(3, '0')}`;
}

/** The numbers of several, the first few by name: a soak test may have hundreds. */
export function evidenceNumbers(indexes: readonly number[]): string {
	const MOST = 6;
	const named = indexes.slice(0, MOST).map(evidenceNumber).join(' ');
	return indexes.length > MOST ? `${named} … (${indexes.length})` : named;
}
