import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../contract/client.ts';
import type { Engine } from '../engine/index.ts';
import { dataDirectory } from './data-directory.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What every verb works with: the terminal, and the engine once it is asked for. */
export interface Cli {
	readonly terminal: Terminal;
	/** The engine of the data folder; opened at the first call, in this process or through the one that owns the folder. */
	engine(data: string | undefined): Promise<Engine>;
	client(data: string | undefined): Promise<Client>;
	/** For what needs no database: detection, suites, verification. Opens nothing of the data folder but its suites. */
	stateless(data?: string): Promise<Client>;
	/** For what needs a file alone but heeds the data folder's trust list: `client` where there is a database, else `stateless`. */
	clientOfFiles(data: string | undefined): Promise<Client>;
	/** Sets the code that the process ends with. */
	end(code: 0 | 1 | 2 | 3 | 130): void;
	exitCode(): number;
	close(): Promise<void>;
}

export function createCli(terminal: Terminal): Cli {
	let opened: Promise<Engine> | undefined;
	let code = 0;

	async function open(data: string | undefined): Promise<Engine> {
		const { openEngine } = await import('../engine/index.ts');
		return openEngine({ dataDirectory: dataDirectory(data, process.env) });
	}

	return {
		terminal,
		engine(data) {
			opened ??= open(data);
			return opened;
		},
		async client(data) {
			opened ??= open(data);
			return (await opened).client;
		},
		async stateless(data) {
			const { openStateless } = await import('../engine/index.ts');
			return openStateless({ dataDirectory: dataDirectory(data, process.env) });
		},
		async clientOfFiles(data) {
			const kept = existsSync(join(dataDirectory(data, process.env), 'shipei.db'));
			return kept ? this.client(data) : this.stateless(data);
		},
		end: (next) => {
			code = next;
		},
		exitCode: () => code,
		async close() {
			// An engine that could not be opened has already been reported by the call that wanted it.
			const engine = await opened?.catch(() => undefined);
			await engine?.close('exit');
		},
	};
}
