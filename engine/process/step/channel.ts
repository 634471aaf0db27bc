import type { SupervisorEvent } from './supervisor-events.ts';

/** The way to one supervisor. */
export interface Channel {
	/** Sends bytes or a command; nothing happens when the supervisor has gone. */
	write(data: Buffer | string): void;
	/** Lets go of it: nothing is heard any more. */
	end(): void;
}

/** What comes from it. */
export interface Listener {
	onEvent(event: SupervisorEvent): void;
	/** It has gone; in words of the system. */
	onClosed(how: string): void;
}

export type OpenChannel = (request: Buffer, token: string, listener: Listener) => Channel;
