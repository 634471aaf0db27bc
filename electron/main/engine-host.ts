import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import { type Client, createClient } from '../../contract/client.ts';
import { portTransport } from '../../contract/port-transport.ts';
import { eventPort } from '../engine-process/event-port.ts';
import type { FromEngine, ToEngine } from '../engine-process/messages.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

export interface EngineHost {
	/** A port for a window; the engine serves it directly, main does not relay. */
	newPort(): MessagePortMain;
	/** Main's own client: for the tray, power and saving files. */
	client(): Client;
	/** Ends what runs cleanly as interrupted, then the process. */
	close(cause: string): Promise<void>;
}

export interface EngineHostOptions {
	readonly program: string;
	readonly dataDirectory: string;
	/** The engine could not open the data folder: said to the person, not retried. */
	readonly onRefused: (reason: string) => void;
	/** It crashed and is there again: windows need new ports. */
	readonly onRestarted: () => void;
}

/** Starts the engine as a utility process and keeps it there: after a crash it comes back, later and later. */
export function startEngine(options: EngineHostOptions): EngineHost {
	let child = start();
	let client = connect(child);
	let wait = FIRST_WAIT_MS;
	let closing: (() => void) | null = null;

	return {
		newPort: () => newPort(child),
		client: () => client,
		close: (cause) =>
			new Promise((resolve) => {
				closing = () => {
					child.kill();
					resolve();
				};
				tell(child, { kind: 'close', cause });
			}),
	};

	function start(): UtilityProcess {
		const started = utilityProcess.fork(options.program, [], { serviceName: 'Shipei engine', stdio: 'inherit' });
		started.on('message', hear);
		started.once('exit', () => {
			if (closing !== null) return closing();
			setTimeout(restart, wait);
			wait = Math.min(wait * 2, LONGEST_WAIT_MS);
		});
		tell(started, { kind: 'open', dataDirectory: options.dataDirectory });
		return started;
	}

	function restart(): void {
		child = start();
		client = connect(child);
		options.onRestarted();
	}

	function hear(message: FromEngine): void {
		if (message.kind === 'opened') wait = FIRST_WAIT_MS;
		if (message.kind === 'refused') options.onRefused(message.reason);
		if (message.kind === 'closed') closing?.();
	}
}

function connect(child: UtilityProcess): Client {
	return createClient(portTransport(eventPort(newPort(child))));
}

function newPort(child: UtilityProcess): MessagePortMain {
	const { port1, port2 } = new MessageChannelMain();
	tell(child, { kind: 'port' }, [port1]);
	return port2;
}

function tell(child: UtilityProcess, message: ToEngine, ports: MessagePortMain[] = []): void {
	child.postMessage(message, ports);
}
