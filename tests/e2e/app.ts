import { test as base, expect } from 'playwright/test';
import { findBrowser } from '../browser/find-browser.ts';
import { openRealApp, openStates, type StatesServer, startStates } from './hosts/browser-host.ts';
import { ELECTRON_BIN, openRealWindow, openStatesWindow } from './hosts/electron-host.ts';
import type { OpenApp, RealApp } from './hosts/host.ts';

export { expect } from 'playwright/test';

interface Fixtures {
	/** The real engine over a fresh data folder. */
	readonly app: RealApp;
	/** Made-up data for states that take hours to reach. The console has to stay free of errors and warnings. */
	readonly states: OpenApp;
	readonly emptyStates: OpenApp;
	/** The made-up data again, for tests that break the connection: browsers speak of that on the console. In a browser. */
	readonly troubled: OpenApp;
}

/** Made-up data never changes: one server for all tests of a worker. */
interface WorkerFixtures {
	readonly statesServer: StatesServer;
	readonly emptyStatesServer: StatesServer;
}

const common = base.extend<object, WorkerFixtures>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
	statesServer: [async ({}, use) => startStates([], use), { scope: 'worker' }],
	// biome-ignore lint/correctness/noEmptyPattern: as above
	emptyStatesServer: [async ({}, use) => startStates(['empty'], use), { scope: 'worker' }],
});

/** The same specs over Chromium and the server, and over real Electron where ELECTRON_BIN names its binary. */
export const test =
	ELECTRON_BIN === undefined
		? common.extend<Fixtures>({
				app: async ({ page }, use) => openRealApp(page, use),
				states: async ({ page, statesServer }, use) => openStates(page, statesServer, quietly(use)),
				emptyStates: async ({ page, emptyStatesServer }, use) => openStates(page, emptyStatesServer, quietly(use)),
				troubled: async ({ page, statesServer }, use) => openStates(page, statesServer, use),
			})
		: common.extend<Fixtures>({
				// biome-ignore lint/correctness/noEmptyPattern: as above
				app: async ({}, use) => openRealWindow(use),
				// biome-ignore lint/correctness/noEmptyPattern: as above
				states: async ({}, use) => openStatesWindow([], quietly(use)),
				// biome-ignore lint/correctness/noEmptyPattern: as above
				emptyStates: async ({}, use) => openStatesWindow(['empty'], quietly(use)),
				troubled: async ({ page, statesServer }, use) => openStates(page, statesServer, use),
			});

test.beforeAll(async () => {
	const missing = ELECTRON_BIN === undefined && (await findBrowser()) === null;
	test.skip(missing, 'no Chromium here: set CHROMIUM_PATH or install the package chromium');
});

/** Errors, warnings and policy violations on the console fail the test in which they were said. */
function quietly(use: (app: OpenApp) => Promise<void>): (app: OpenApp) => Promise<void> {
	return async (app) => {
		const said: string[] = [];
		app.page.on('console', (message) => {
			if (['error', 'warning'].includes(message.type())) said.push(`${app.page.url()}: ${message.text()}`);
		});
		app.page.on('pageerror', (error) => said.push(`${app.page.url()}: ${error.message}`));
		await use(app);
		expect(said, 'what the console said').toEqual([]);
	};
}
