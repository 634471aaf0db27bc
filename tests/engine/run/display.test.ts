import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { displaySocket } from '../../../engine/run/session/watch-display.ts';
import { Bench, plannedCase, planOf, shell, until } from './run-test.ts';

function displayAt(path: string): Promise<Server> {
	const server = createServer((socket) => socket.destroy());
	return new Promise((resolve) => server.listen(path, () => resolve(server)));
}

describe('A display that goes away during a run', () => {
	/** Runs one step that ends with this status after the display is gone, or is still there. */
	async function ran(exit: number, gone: boolean) {
		using bench = new Bench();
		const socket = join(bench.directory, 'wayland-9');
		const server = await displayAt(socket);
		bench.again({ environment: { ...process.env, WAYLAND_DISPLAY: socket } });
		const step = shell(
			`touch ${bench.directory}/began; while [ ! -e ${bench.directory}/go ]; do sleep 0.02; done; exit ${exit}`,
		);
		const { run, ended } = bench.start(planOf([plannedCase('window', [step]), plannedCase('next', [shell('true')])]));
		await until(() => existsSync(join(bench.directory, 'began')));
		if (gone) server.close();
		bench.touch('go');
		await ended;
		if (!gone) server.close();
		const { cases, notices } = bench.store.run(run);
		return [cases.map(({ status, reason }) => [status, reason?.code]), notices.map(({ code }) => code)];
	}

	it('makes what failed then an error of the test, and says so', async () => {
		expect(await ran(1, true)).toEqual([
			[
				['errored', 'display'],
				['passed', undefined],
			],
			['display'],
		]);
	});

	it('takes nothing from what passed, nor from what failed while it was there', async () => {
		expect(await ran(0, true)).toEqual([
			[
				['passed', undefined],
				['passed', undefined],
			],
			[],
		]);
		expect(await ran(1, false)).toEqual([
			[
				['failed', 'exit'],
				['passed', undefined],
			],
			[],
		]);
	});

	it('is looked for where programs look for it', () => {
		expect(displaySocket({ DISPLAY: ':1.0' })).toBe('/tmp/.X11-unix/X1');
		expect(displaySocket({ DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0', XDG_RUNTIME_DIR: '/run/user/1000' })).toBe(
			'/run/user/1000/wayland-0',
		);
		expect(displaySocket({ DISPLAY: 'far:10.0' })).toBe(null);
		expect(displaySocket({})).toBe(null);
	});
});
