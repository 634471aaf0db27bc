import type { Handlers, MethodName } from '../contract/methods.ts';

/** The rows of a part, of which nothing is loaded before one of them is called. */
export function loadedWhenAsked<Name extends MethodName>(
	names: readonly Name[],
	load: () => Promise<Pick<Handlers, Name>>,
): Pick<Handlers, Name> {
	const part = once(load);
	const row = (name: Name) => async (input: never) => ((await part())[name] as (input: never) => unknown)(input);
	return Object.fromEntries(names.map((name) => [name, row(name)])) as unknown as Pick<Handlers, Name>;
}

/** The same answer to all who ask; the first one has it made. What failed is made again for the next one. */
export function once<Value>(make: () => Promise<Value>): { (): Promise<Value>; made(): Promise<Value> | undefined } {
	let made: Promise<Value> | undefined;
	const ask = () => {
		made ??= make().catch((error: unknown) => {
			made = undefined;
			throw error;
		});
		return made;
	};
	return Object.assign(ask, { made: () => made });
}
