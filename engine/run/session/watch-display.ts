import { createConnection } from 'node:net';
import { isAbsolute, join } from 'node:path';

const ANSWER_MS = 1000;

export interface DisplayWatch {
	/** Whether the display that was there when this life of the run began does not answer any more. */
	isLost(): Promise<boolean>;
}

/**
 * Notices when the session's display is gone (logged out, compositor crashed): programs with a window then fail for no
 * fault of theirs. A display on another machine is not watched.
 */
export function watchDisplay(environment: Readonly<Record<string, string | undefined>>): DisplayWatch {
	const socket = displaySocket(environment);
	if (socket === null) return { isLost: () => Promise.resolve(false) };
	const before = answers(socket);
	return { isLost: async () => (await before) && !(await answers(socket)) };
}

/** The socket of the display that a program with a window would take; null where there is none on this machine. */
export function displaySocket(environment: Readonly<Record<string, string | undefined>>): string | null {
	const { WAYLAND_DISPLAY: wayland = '', XDG_RUNTIME_DIR: folder = '', DISPLAY: x = '' } = environment;
	if (wayland !== '' && (isAbsolute(wayland) || folder !== '')) {
		return isAbsolute(wayland) ? wayland : join(folder, wayland);
	}
	const number = /^(?:unix)?:(\d+)(?:\.\d+)?$/u.exec(x)?.[1];
	return number === undefined ? null : `/tmp/.X11-unix/X${number}`;
}

function answers(socket: string): Promise<boolean> {
	return new Promise((resolve) => {
		const connection = createConnection(socket);
		const end = (alive: boolean) => {
			connection.destroy();
			resolve(alive);
		};
		connection.once('connect', () => end(true));
		connection.once('error', () => end(false));
		// Where this process was too busy to listen, an answer that has come meanwhile is heard first.
		connection.setTimeout(ANSWER_MS, () => setImmediate(() => end(false)));
	});
}
