const converted = new WeakMap<object, unknown>();

/**
 * Plain data as CEL sees it: whole numbers become int (bigint), others double. Large parts (the host) are converted
 * once and kept as long as the original lives.
 */
export function toCel(value: unknown): unknown {
	if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
	if (value === null || typeof value !== 'object') return value ?? null;
	const known = converted.get(value);
	if (known !== undefined) return known;
	const made = Array.isArray(value) ? value.map(toCel) : Object.fromEntries(entriesOf(value));
	converted.set(value, made);
	return made;
}

function entriesOf(value: object): [string, unknown][] {
	return Object.entries(value)
		.filter(([, entry]) => entry !== undefined)
		.map(([key, entry]) => [key, toCel(entry)]);
}

/** A result of CEL as plain data. */
export function fromCel(value: unknown): unknown {
	if (typeof value === 'bigint') return Number(value);
	if (Array.isArray(value)) return value.map(fromCel);
	if (value instanceof Map) return fromCel(Object.fromEntries(value as Map<string, unknown>));
	if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
		return isPlain(value) ? value : String(value);
	}
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fromCel(entry)]));
}

function isPlain(value: unknown): boolean {
	return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
