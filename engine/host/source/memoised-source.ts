import type { RunOptions, Source } from './source.ts';

/** Reads each thing once, however many probes ask for it, and gives all of them the same answer. */
export function memoisedSource(source: Source): Source {
	const answers = new Map<string, Promise<unknown>>();
	const once = <Value>(key: string, read: () => Promise<Value>): Promise<Value> => {
		const known = answers.get(key);
		if (known !== undefined) return known as Promise<Value>;
		const reading = read();
		// The first caller handles a failure; this only keeps a second, late one from being "unhandled".
		reading.catch(() => undefined);
		answers.set(key, reading);
		return reading;
	};
	return {
		origin: source.origin,
		readText: (path) => once(`text ${path}`, () => source.readText(path)),
		list: (path) => once(`list ${path}`, () => source.list(path)),
		readLink: (path) => once(`link ${path}`, () => source.readLink(path)),
		environment: (name) => once(`environment ${name}`, () => source.environment(name)),
		run: (argv: readonly string[], options?: RunOptions) =>
			once(`run ${argv.join('\0')}`, () => source.run(argv, options)),
	};
}
