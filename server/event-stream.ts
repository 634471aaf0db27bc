import type { ServerResponse } from 'node:http';
import type { EventFeed } from '../contract/client.ts';
import type { EngineEvent } from '../contract/events.ts';

/** Beyond this many unsent bytes what is only shown is left out; beyond the second the client must come again. */
const DROP_LIVE_ABOVE = 1024 * 1024;
const CUT_OFF_ABOVE = 16 * 1024 * 1024;
const HEARTBEAT_MS = 15_000;

/** Sends events as they happen, facts with their seq as id, until either side ends. Returns how to end it. */
export function streamEvents(response: ServerResponse, feed: EventFeed, after: number): () => void {
	response.write(': shipei events\n\n');
	const heartbeat = setInterval(() => response.write(': beat\n\n'), HEARTBEAT_MS);
	const unsubscribe = feed.subscribe(after, (event) => {
		if (response.writableLength > CUT_OFF_ABOVE) response.destroy();
		else if (event.kind === 'fact' || response.writableLength < DROP_LIVE_ABOVE) response.write(frame(event));
	});
	const end = () => {
		clearInterval(heartbeat);
		unsubscribe();
		response.end();
	};
	response.on('close', end);
	return end;
}

function frame(event: EngineEvent): string {
	const id = event.kind === 'fact' ? `id: ${event.stored.seq}\n` : '';
	return `${id}data: ${JSON.stringify(event)}\n\n`;
}
