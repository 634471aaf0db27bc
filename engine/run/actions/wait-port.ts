import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Action, failed, PASSED } from './action.ts';

const TRY_EVERY_MS = 100;
const TRY_FOR_MS = 2000;

/** Passes as soon as the port accepts a connection. */
export const waitForPort: Action<'wait.port'> = async ({ host, port, seconds }, { signal }) => {
	const until = performance.now() + seconds * 1000;
	let last = '';
	while (!signal.aborted) {
		const refused = await tryPort(host, port);
		if (refused === null) return PASSED;
		last = refused;
		if (performance.now() >= until) break;
		await pause(TRY_EVERY_MS, undefined, { signal }).catch(() => undefined);
	}
	const text = {
		zh: `${seconds} 秒内 ${host}:${port} 未能连接。`,
		en: `${host}:${port} accepted no connection within ${seconds} s.`,
	};
	return failed('port.closed', text, `${host}:${port} open`, last);
};

/** Null when it accepts; else the error. */
function tryPort(host: string, port: number): Promise<string | null> {
	return new Promise((resolve) => {
		const socket = connect({ host, port, timeout: TRY_FOR_MS });
		const end = (answer: string | null) => {
			socket.destroy();
			resolve(answer);
		};
		socket.on('connect', () => end(null));
		socket.on('timeout', () => end('no answer'));
		socket.on('error', (error) => end('code' in error ? String(error.code) : error.message));
	});
}
