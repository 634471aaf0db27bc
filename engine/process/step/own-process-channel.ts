import { type ChildProcess, spawn } from 'node:child_process';
import type { OpenChannel } from './channel.ts';
import { createEventReader } from './supervisor-events.ts';

/** Most that is remembered of what sudo or pkexec say when they refuse. */
const COMPLAINT_BYTES = 2000;

/** A supervisor of its own below sudo or pkexec: another user's process cannot come from the nursery. */
export function elevatedChannels(supervisor: string, elevate: readonly string[]): OpenChannel {
	return (request, token, listener) => {
		const [file = supervisor, ...args] = [...elevate, supervisor, token];
		let complaint = '';
		let child: ChildProcess;
		try {
			child = spawn(file, args, { stdio: 'pipe', cwd: '/', env: elevationEnvironment() });
		} catch (error) {
			setImmediate(() => listener.onClosed(codeOf(error)));
			return { write: () => undefined, end: () => undefined };
		}
		child.stdin?.on('error', () => {
			// It has gone; 'close' says how.
		});
		child.stderr?.on('data', (chunk: Buffer) => {
			complaint = (complaint + chunk.toString('utf8')).slice(0, COMPLAINT_BYTES);
		});
		child.stdout?.on('data', createEventReader(listener.onEvent));
		child.on('error', (error) => listener.onClosed(codeOf(error)));
		child.on('close', () => listener.onClosed(complaint.trim() || (child.signalCode ?? `exit ${child.exitCode}`)));
		child.stdin?.write(request);
		return {
			write: (data) => void child.stdin?.write(data),
			end: () => void child.stdin?.destroy(),
		};
	};
}

/** pkexec asks through the desktop's agent, which it finds by these; the step's own environment is part of the request. */
function elevationEnvironment(): Record<string, string> {
	const names = ['PATH', 'HOME', 'USER', 'LOGNAME', 'DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_RUNTIME_DIR'];
	const known = [...names, 'DBUS_SESSION_BUS_ADDRESS'].flatMap((name): [string, string][] => {
		const value = process.env[name];
		return value === undefined ? [] : [[name, value]];
	});
	return { ...Object.fromEntries(known), LC_ALL: 'C.UTF-8' };
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
