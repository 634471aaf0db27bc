import type { EventFeed } from '../contract/client.ts';
import type { Handlers } from '../contract/methods.ts';
import { aboutCalls } from './api/about-calls.ts';
import { currentTrust } from './api/current-trust.ts';
import { evidenceCalls } from './api/evidence-calls.ts';
import { statelessHostCalls, storedHostCalls } from './api/host-calls.ts';
import { labFileCalls } from './api/lab-files.ts';
import { KEY_CALLS, REPORT_CALLS, TRUST_AUTHOR_CALLS, TRUST_CALLS } from './api/late-calls.ts';
import { runCalls } from './api/run-calls.ts';
import { statelessSuiteCalls, storedSuiteCalls } from './api/suite-calls.ts';
import { addedFolders, suiteFolderCalls } from './api/suite-folders.ts';
import { createEventFeed } from './event-feed.ts';
import { loadedWhenAsked, once } from './loaded-when-asked.ts';
import { findResources } from './resources.ts';
import { openStore } from './store/index.ts';
import { suitesOf } from './suites-of.ts';
import { readVersion } from './version.ts';

/** The composition: builds the parts over one data folder and hands each what it needs. The caller holds the writer lock. */
export function createEngine(options: {
	readonly dataDirectory: string;
	readonly bootId: string;
	readonly now?: () => Date;
}): {
	readonly handlers: Handlers;
	readonly feed: EventFeed;
	close(cause: string): Promise<void>;
} {
	const { dataDirectory, bootId, now = () => new Date() } = options;
	const resources = findResources();
	const version = readVersion(resources.root);
	const store = openStore({ directory: dataDirectory, now, addon: resources.databaseAddon });
	const feed = createEventFeed(store);
	const elevation = process.versions.electron === undefined ? 'terminal' : 'window';
	const suites = suitesOf(resources, dataDirectory, {
		trust: () => currentTrust(store),
		added: () => addedFolders(store),
		askElevation: async () =>
			(await import('./run/index.ts')).elevationProblem(elevation, resources.supervisor ?? process.execPath),
	});
	const hostCalls = statelessHostCalls({
		onProbe: (probe) =>
			feed.announce({ type: 'live.probe', name: probe.name, state: probe.state, durationMs: probe.durationMs }),
	});
	const detect = async () => hostCalls['host.detect']({ record: false });
	const runner = once(async () => {
		const { startRunner } = await import('./start-runner.ts');
		return startRunner({ store, announce: feed.announce, resources, dataDirectory, bootId, elevation });
	});
	// What a dead engine left running is ended now, not when somebody asks. Whoever asks hears why it could not be.
	if (store.runs().some(({ state }) => state === 'running')) runner().catch(() => undefined);

	const handlers: Handlers = {
		...hostCalls,
		...storedHostCalls(store, hostCalls),
		...statelessSuiteCalls(suites),
		...storedSuiteCalls({ store, dataDirectory, suites, detect, now }),
		...suiteFolderCalls({ store, suites }),
		...runCalls({ store, runner, suites, detect, now }),
		...evidenceCalls(store, now),
		...labFileCalls({ store, now }),
		...aboutCalls({ store, version, dataDirectory, bootId, resources, now, announce: feed.announce }),
		...loadedWhenAsked(['run.compare'], async () =>
			(await import('./api/compare/compare-calls.ts')).compareCalls({ store, suites }),
		),
		...loadedWhenAsked(KEY_CALLS, async () =>
			(await import('./api/key-calls.ts')).keyCalls({ store, dataDirectory, now }),
		),
		...loadedWhenAsked(TRUST_CALLS, async () => (await import('./api/trust-calls.ts')).trustCalls({ store, now })),
		...loadedWhenAsked(TRUST_AUTHOR_CALLS, async () =>
			(await import('./api/trust-author-calls.ts')).trustAuthorCalls({ store, dataDirectory, now }),
		),
		...loadedWhenAsked(REPORT_CALLS, async () =>
			(await import('./api/report-calls.ts')).reportCalls({
				store,
				suites,
				dataDirectory,
				version,
				now,
				announce: feed.announce,
			}),
		),
	};
	return {
		handlers,
		feed,
		async close(cause) {
			// Only what runs can be interrupted; a runner that could not start has nothing.
			const made = await runner.made()?.catch(() => undefined);
			await made?.interrupt(cause);
			store.close();
		},
	};
}
