import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Channel, Listener, OpenChannel } from './channel.ts';
import { isAlive } from './process-table.ts';
import { startProcess } from './start-process.ts';
import { createEventReader } from './supervisor-events.ts';

/** Room for the title of a supervisor: the token of its step replaces it. */
const TITLE_ROOM = '-'.repeat(160);

interface Nursery {
	readonly child: ChildProcess;
	readonly slots: Map<number, Listener>;
}

/**
 * Supervisors that one small process forks on demand. Forking the engine for every step costs milliseconds, and many
 * when the machine is busy. The process lives as long as the engine, which it does not keep alive.
 */
export function nurseryChannels(supervisor: string): OpenChannel {
	let nursery: Nursery | null = null;
	let last = 0;

	return (request, token, listener) => {
		// A killed one is a zombie until Node has noticed, and a zombie starts nothing.
		if (nursery !== null && !isAlive(nursery.child.pid)) nursery = null;
		nursery ??= open();
		const { child, slots } = nursery;
		last += 1;
		const slot = last;
		slots.set(slot, listener);
		hold(child, true);
		const send = (data: Buffer) => child.stdin?.write(frame(slot, data));
		send(Buffer.concat([request.subarray(4), Buffer.from(`token=${token}\0`)]));
		const channel: Channel = {
			write: (data) => void send(typeof data === 'string' ? Buffer.from(data) : data),
			end() {
				slots.delete(slot);
				if (slots.size === 0) hold(child, false);
			},
		};
		return channel;
	};

	function open(): Nursery {
		const child = startProcess(supervisor, ['--nursery', TITLE_ROOM], {
			stdio: ['pipe', 'pipe', 'ignore'],
			cwd: '/',
			env: {},
		});
		const slots = new Map<number, Listener>();
		const mine = { child, slots };
		const closed = (how: string) => {
			if (nursery === mine) nursery = null;
			for (const listener of [...slots.values()]) listener.onClosed(how);
		};
		child.stdin?.on('error', () => {
			// It has gone; 'close' says how.
		});
		child.stdout?.on(
			'data',
			createEventReader((event) => {
				const listener = slots.get(event.slot ?? 0);
				if (event.event === 'closed') listener?.onClosed(`status ${event.status}`);
				else listener?.onEvent(event);
			}),
		);
		child.on('error', (error) => closed('code' in error ? String(error.code) : error.message));
		// Its supervisors may outlive it and still report; the next step needs another nursery at once.
		child.on('exit', () => {
			if (nursery === mine) nursery = null;
		});
		child.on('close', () => closed(child.signalCode ?? `exit ${child.exitCode}`));
		return mine;
	}
}

function frame(slot: number, data: Buffer): Buffer {
	const header = Buffer.alloc(8);
	header.writeUInt32LE(slot, 0);
	header.writeUInt32LE(data.length, 4);
	return Buffer.concat([header, data]);
}

/** Only steps that run keep the engine's process alive, not the nursery that waits for the next one. */
function hold(child: ChildProcess, running: boolean): void {
	const streams = [child.stdin, child.stdout] as unknown as Socket[];
	for (const handle of [child, ...streams]) {
		if (running) handle.ref();
		else handle.unref();
	}
}
