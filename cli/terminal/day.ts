/** A date alone means its first second, UTC; whatever else was typed stays, for the engine to judge. */
export function dayStart(text: string): string {
	return isDay(text) ? `${text}T00:00:00Z` : text;
}

/** A date alone means its last second, UTC. */
export function dayEnd(text: string): string {
	return isDay(text) ? `${text}T23:59:59Z` : text;
}

function isDay(text: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/u.test(text);
}
