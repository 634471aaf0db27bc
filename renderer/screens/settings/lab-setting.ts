/** The laboratory, as the settings keep it. */
export interface Lab {
	readonly name: string;
	readonly address: string;
	readonly phone: string;
	readonly accreditations: readonly string[];
}

/** Settings are kept as plain values: what does not look right counts as not set. */
export function readLab(value: unknown): Lab {
	const known = value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
	const text = (name: string) => (typeof known[name] === 'string' ? known[name] : '');
	const list = Array.isArray(known['accreditations']) ? known['accreditations'].map(String) : [];
	return { name: text('name'), address: text('address'), phone: text('phone'), accreditations: list };
}
