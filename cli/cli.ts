import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../contract/client.ts';
import { ShipeiError } from '../contract/errors.ts';
import type { Engine } from '../engine/index.ts';
import { dataDirectory } from './data-directory.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What every verb works with: the terminal, and the engine once it is asked for. */
export interface Cli {
	readonly terminal: Terminal;
	/** The engine of the data folder; opened at the first call, in this process or through the one that owns the folder. */
	engine(data: string | undefined): Promise<Engine>;
	client(data: string | undefined): Promise<Client>;
	/**
	 * Asks what came of something. The process that had the folder may have ended by it: then the folder is free to be
	 * read. `data` names the folder where none was opened yet.
	 */
	outcome<Answer>(ask: (client: Client) => Promise<Answer>, data?: string): Promise<Answer>;
	/** For what needs no database: detection, suites, verification. Opens nothing of the data folder but its suites. */
	stateless(data?: string): Promise<Client>;
	/** For what needs a file alone but heeds the data folder's trust list: `client` where there is a database, else `stateless`. */
	clientOfFiles(data: string | undefined): Promise<Client>;
	/** Sets the code that the process ends with. */
	end(code: 0 | 1 | 2 | 3 | 130): void;
	exitCode(): number;
	close(): Promise<void>;
}

/** A process that ends has let go of its folder within this. */
const TRY_AGAIN_MS = 50;
const MOST_TRIES = 60;
const INTERRUPTED_EXIT = 130;

export function createCli(terminal: Terminal): Cli {
	let opened: Promise<Engine> | undefined;
	let folder: string | undefined;
	let code = 0;

	async function open(data: string | undefined): Promise<Engine> {
		folder = data;
		const { openEngine } = await import('../engine/index.ts');
		const engine = await openEngine({ dataDirectory: dataDirectory(data, process.env) });
		closeOnSignals(engine);
		return engine;
	}

	async function openOnceFree(data: string | undefined, tries = MOST_TRIES): Promise<Engine> {
		try {
			return await open(data);
		} catch (error) {
			if (!(error instanceof ShipeiError) || error.code !== 'store.locked' || tries <= 1) throw error;
			await pause(TRY_AGAIN_MS);
			return openOnceFree(data, tries - 1);
		}
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
		async outcome(ask, data) {
			try {
				return await ask(await this.client(data));
			} catch (error) {
				if (!(error instanceof ShipeiError) || error.code !== 'call.engine-gone') throw error;
				await (await opened)?.close('exit');
				opened = openOnceFree(folder);
				return ask((await opened).client);
			}
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

/** A signal ends what runs cleanly from the moment that an engine is open; a verb that listens itself sees to it alone. */
function closeOnSignals(engine: Engine): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			if (process.listenerCount(signal) === 1) void engine.close(signal).then(() => process.exit(INTERRUPTED_EXIT));
		});
	}
}
