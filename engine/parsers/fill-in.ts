/** The placeholders that a plan leaves to the runner; see contract/plan.ts. */
export const RUNTIME_ROOTS = ['run', 'env', 'secret', 'steps'] as const;

const PLACEHOLDER = /\$\$\{|\$\{((?:run|env|secret|steps)\.[^}]*)\}/gu;

/**
 * Fills in the placeholders of one text in one pass: what `lookUp` answers is never read again. It gets the name
 * without braces ("run.scratch") and throws for one that it does not know. `$${` becomes a literal `${`.
 */
export function fillIn(text: string, lookUp: (name: string) => string): string {
	return text.replace(PLACEHOLDER, (_whole, name: string | undefined) => (name === undefined ? '${' : lookUp(name)));
}

/** The same for every string inside plain data. */
export function fillInAll<Value>(value: Value, lookUp: (name: string) => string): Value {
	if (typeof value === 'string') return fillIn(value, lookUp) as Value;
	if (Array.isArray(value)) return value.map((entry: unknown) => fillInAll(entry, lookUp)) as Value;
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fillInAll(entry, lookUp)])) as Value;
}

/** Writes a text so that {@link fillIn} gives it back as it is. */
export function literal(text: string): string {
	// A function, because "$$" in a replacement text stands for one dollar.
	return text.replaceAll('${', () => '$${');
}
