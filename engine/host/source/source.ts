/** What a command wrote and how it ended. */
export interface CommandAnswer {
	readonly stdout: string;
	readonly exitCode: number | null;
}

export interface RunOptions {
	/** Milliseconds; the source's own deadline when absent. */
	readonly deadlineMs?: number;
	/** A program that belongs to a product: run it with its owner's rights, never with root's. */
	readonly foreign?: boolean;
	/** Every line of the answer stands by itself: those that were written before a deadline count. */
	readonly byLine?: boolean;
}

/**
 * Where all detection reads from: the running machine, or a snapshot of one. Nothing else in this part touches a file,
 * a process or an environment variable. `undefined` means: not there, or not readable for us.
 */
export interface Source {
	readonly origin: 'live' | 'snapshot';
	/** Files that were not read as such: the command that printed what they would hold. Evidence names the command. */
	readonly from?: ReadonlyMap<string, string> | undefined;
	readText(path: string): Promise<string | undefined>;
	/** Names in a directory, sorted. */
	list(path: string): Promise<readonly string[] | undefined>;
	readLink(path: string): Promise<string | undefined>;
	run(argv: readonly string[], options?: RunOptions): Promise<CommandAnswer | undefined>;
	environment(name: string): Promise<string | undefined>;
}

/** A read that cost its deadline. Sources throw it; a probe's own view of the source reports it and answers undefined. */
export class ReadTimedOut extends Error {
	override readonly name = 'ReadTimedOut';
	readonly what: string;
	/** What had been written by then, where a part of an answer is worth having. */
	readonly written: CommandAnswer | undefined;

	constructor(what: string, deadlineMs: number, written?: CommandAnswer) {
		super(`${what}: no answer within ${deadlineMs} ms`);
		this.what = what;
		this.written = written;
	}
}

/** True when the entry is listed in its directory: asks for no rights on the entry itself. */
export async function exists(source: Source, path: string): Promise<boolean> {
	const slash = path.lastIndexOf('/');
	const names = await source.list(slash === 0 ? '/' : path.slice(0, slash));
	return names?.includes(path.slice(slash + 1)) ?? false;
}
