import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import { type Client, createClient } from '../../contract/client.ts';
import type { ErrorAnswer } from '../../contract/errors.ts';
import { renewableTransport } from '../../contract/renewable-transport.ts';
import { eventPort } from '../engine-process/event-port.ts';
import type { FromEngine, ToEngine } from '../engine-process/messages.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** Who lived this long crashed for a new reason: the next start is quick again. */
const STEADY_MS = 60_000;
/** Steps get seconds to end by themselves; an engine that hangs must not keep the window from closing. */
const LONGEST_CLOSE_MS = 30_000;
/** V8 gives memory back eight seconds after work has ended, which takes 0.2 s: in the middle of a measured repetition. */
const V8_FLAGS = '--js-flags=--no-memory-reducer';

export interface EngineHost {
	/** A port for a window; the engine serves it directly, main does not relay. Null while the engine is gone. */
	newPort(): MessagePortMain | null;
	/** Main's own client, for the tray, power and saving files. It outlives the engine's process. */
	readonly client: Client;
	/** Starts the engine's process anew, after it was refused. */
	tryAgain(): void;
	/** Ends what runs cleanly as interrupted, then the process. */
	close(cause: string): Promise<void>;
}

export interface EngineHostOptions {
	readonly program: string;
	readonly dataDirectory: string;
	/** The engine could not open the data folder: said to the person, who decides whether to try again. */
	readonly onRefused: (error: ErrorAnswer) => void;
	/** It crashed: windows show what they have, and wait. */
	readonly onGone: () => void;
	/** It is there again: windows need new ports. */
	readonly onBack: () => void;
	readonly longestCloseMs?: number;
}

/** Starts the engine as a utility process and keeps it there: after a crash it comes back, later and later. */
export function startEngine(options: EngineHostOptions): EngineHost {
	const transport = renewableTransport();
	let child: UtilityProcess | null = null;
	let wait = FIRST_WAIT_MS;
	let restarting: NodeJS.Timeout | undefined;
	let ended: (() => void) | null = null;
	start();

	return {
		newPort: () => (child === null ? null : newPort(child)),
		client: createClient(transport),
		tryAgain: () => void child?.kill(),
		close(cause) {
			clearTimeout(restarting);
			const closing = child;
			if (closing === null) return Promise.resolve();
			return new Promise((resolve) => {
				const tooLong = setTimeout(() => ended?.(), options.longestCloseMs ?? LONGEST_CLOSE_MS);
				ended = () => {
					clearTimeout(tooLong);
					closing.kill();
					resolve();
				};
				tell(closing, { kind: 'close', cause });
			});
		},
	};

	function start(): void {
		const started = utilityProcess.fork(options.program, [], {
			serviceName: 'Shipei engine',
			stdio: 'inherit',
			execArgv: [V8_FLAGS],
		});
		const startedAt = performance.now();
		started.on('message', hear);
		started.once('exit', () => {
			child = null;
			transport.lose();
			if (ended !== null) return ended();
			options.onGone();
			restarting = setTimeout(comeBack, wait);
			wait = performance.now() - startedAt > STEADY_MS ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS);
		});
		child = started;
		tell(started, { kind: 'open', dataDirectory: options.dataDirectory });
		transport.use(eventPort(newPort(started)));
	}

	function comeBack(): void {
		start();
		options.onBack();
	}

	function hear(message: FromEngine): void {
		if (message.kind === 'refused') options.onRefused(message.error);
		if (message.kind === 'closed') ended?.();
	}
}

function newPort(child: UtilityProcess): MessagePortMain {
	const { port1, port2 } = new MessageChannelMain();
	tell(child, { kind: 'port' }, [port1]);
	return port2;
}

function tell(child: UtilityProcess, message: ToEngine, ports: MessagePortMain[] = []): void {
	child.postMessage(message, ports);
}
