import { type CommandAnswer, ReadTimedOut, type Source } from './source.ts';

/** Everything a detection read, as it was read. */
export interface Recording {
	readonly files: Map<string, string>;
	readonly listings: Map<string, readonly string[]>;
	readonly links: Map<string, string>;
	readonly commands: Map<string, { argv: readonly string[]; answer: CommandAnswer }>;
	readonly environment: Map<string, string>;
}

/** Passes every read on and keeps the answer; what was not there is not kept. */
export function recordingSource(source: Source): { source: Source; recording: Recording } {
	const recording: Recording = {
		files: new Map(),
		listings: new Map(),
		links: new Map(),
		commands: new Map(),
		environment: new Map(),
	};
	return {
		recording,
		source: {
			origin: source.origin,
			readText: (path) => keep(source.readText(path), recording.files, path),
			list: (path) => keep(source.list(path), recording.listings, path),
			readLink: (path) => keep(source.readLink(path), recording.links, path),
			environment: (name) => keep(source.environment(name), recording.environment, name),
			async run(argv, options) {
				const record = (answer: CommandAnswer | undefined) => {
					if (answer !== undefined) recording.commands.set(argv.join('\0'), { argv, answer });
				};
				try {
					const answer = await source.run(argv, options);
					record(answer);
					return answer;
				} catch (error) {
					if (error instanceof ReadTimedOut) record(error.written);
					throw error;
				}
			},
		},
	};
}

async function keep<Value>(
	reading: Promise<Value | undefined>,
	into: Map<string, Value>,
	key: string,
): Promise<Value | undefined> {
	const value = await reading;
	if (value !== undefined) into.set(key, value);
	return value;
}
