import { constants } from 'node:os';
import type { StepCause, StreamBytes } from './step.ts';

type Stream = readonly [bytes: number, cut: number, lost: number];

interface Streams {
	readonly stdout: Stream;
	readonly stderr: Stream;
}

export interface ExitedEvent extends Streams {
	readonly event: 'exited';
	readonly cause: StepCause;
	readonly code?: number;
	readonly signal?: number;
	readonly ns: number;
	readonly userUs: number;
	readonly systemUs: number;
	readonly maxRssKib: number;
	readonly strays: number;
	readonly kept: number;
}

/** What the supervisor writes, one line of JSON each (build/supervisor/src/report.c). */
export type SupervisorEvent = { /** Of the nursery; absent for a supervisor of its own. */ readonly slot?: number } & (
	| { readonly event: 'started'; readonly pid: number }
	| { readonly event: 'failed'; readonly what: string; readonly errno: number }
	| ({ readonly event: 'progress' } & Streams)
	| ExitedEvent
	| ({ readonly event: 'ended'; readonly unkillable: number } & Streams)
	| { readonly event: 'closed'; readonly status: number }
);

/** Splits what arrives into events. A line that is not one of ours (a notice of sudo) is left out. */
export function createEventReader(onEvent: (event: SupervisorEvent) => void): (chunk: Buffer) => void {
	let rest = '';
	return (chunk) => {
		const lines = (rest + chunk.toString('utf8')).split('\n');
		rest = lines.pop() ?? '';
		for (const line of lines) {
			const event = parseEvent(line);
			if (event !== null) onEvent(event);
		}
	};
}

export function streamBytes([bytes, cutBytes, lostBytes]: Stream): StreamBytes {
	return { bytes, cutBytes, lostBytes };
}

const SIGNALS = new Map<number, NodeJS.Signals>();
// SIGIOT and SIGPOLL are second names of SIGABRT and SIGIO: the first name of a number is the usual one.
for (const [name, number] of Object.entries(constants.signals)) {
	if (!SIGNALS.has(number)) SIGNALS.set(number, name as NodeJS.Signals);
}

/** "SIGKILL" for 9 on this architecture; real-time signals have no name in Node. */
export function signalName(number: number): NodeJS.Signals {
	return SIGNALS.get(number) ?? (`SIG${number}` as NodeJS.Signals);
}

const ERRNOS = new Map(Object.entries(constants.errno).map(([name, number]) => [number, name]));

export function errnoName(number: number): string {
	return ERRNOS.get(number) ?? `errno ${number}`;
}

function parseEvent(line: string): SupervisorEvent | null {
	if (!line.startsWith('{"event":')) return null;
	try {
		return JSON.parse(line) as SupervisorEvent;
	} catch {
		return null;
	}
}
