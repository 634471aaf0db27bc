/** What a plan's placeholders can name at run time; see contract/plan.ts. */
export interface PlaceholderValues {
	readonly run: { readonly id: string; readonly scratch: string; readonly data: string };
	readonly env: Readonly<Record<string, string>>;
	/** By "suite/name". */
	readonly secrets: Readonly<Record<string, string>>;
	/** Standard output of an earlier step of the case without its last line break; undefined when there is none. */
	stdoutOf(step: string): string | undefined;
}

/** A placeholder that nothing fills: the test is broken, not the product. */
export class UnknownPlaceholder extends Error {
	readonly placeholder: string;

	constructor(placeholder: string) {
		super(`nothing fills \${${placeholder}}`);
		this.placeholder = placeholder;
	}
}

/** The look-up that `fillIn` asks. Secrets are filled in only where they may be: environment and standard input. */
export function placeholderLookUp(values: PlaceholderValues, secretsAllowed: boolean): (name: string) => string {
	return (name) => {
		const [root = '', ...rest] = name.split('.');
		const path = rest.join('.');
		const found = lookUp(values, secretsAllowed, root, path);
		if (found === undefined) throw new UnknownPlaceholder(name);
		return found;
	};
}

function lookUp(values: PlaceholderValues, secretsAllowed: boolean, root: string, path: string): string | undefined {
	if (root === 'run') return Object.hasOwn(values.run, path) ? values.run[path as keyof typeof values.run] : undefined;
	if (root === 'env') return (Object.hasOwn(values.env, path) ? values.env[path] : undefined) ?? '';
	if (root === 'secret')
		return secretsAllowed && Object.hasOwn(values.secrets, path) ? values.secrets[path] : undefined;
	if (root !== 'steps' || !path.endsWith('.stdout')) return undefined;
	return values.stdoutOf(path.slice(0, -'.stdout'.length));
}
