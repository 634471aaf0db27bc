const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of "500ms", "10s", "1h30m"; the schema has checked the form. At least 1. */
export function milliseconds(duration: string): number {
	let total = 0;
	for (const [, amount = '0', unit = 's'] of duration.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/gu)) {
		total += Number(amount) * (UNITS[unit] ?? 0);
	}
	return Math.max(1, Math.round(total));
}
