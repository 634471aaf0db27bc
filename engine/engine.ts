import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EventFeed } from '../contract/client.ts';
import type { Handlers } from '../contract/methods.ts';
import { aboutCalls } from './api/about-calls.ts';
import { compareCalls } from './api/compare/compare-calls.ts';
import { evidenceCalls } from './api/evidence-calls.ts';
import { statelessHostCalls, storedHostCalls } from './api/host-calls.ts';
import { keyCalls } from './api/key-calls.ts';
import { labFileCalls } from './api/lab-files.ts';
import { reportCalls } from './api/report-calls.ts';
import { runCalls } from './api/run-calls.ts';
import { statelessSuiteCalls, storedSuiteCalls } from './api/suite-calls.ts';
import { addedFolders, suiteFolderCalls } from './api/suite-folders.ts';
import { trustAuthorCalls } from './api/trust-author-calls.ts';
import { currentTrust, trustCalls } from './api/trust-calls.ts';
import { createEventFeed } from './event-feed.ts';
import { findResources } from './resources.ts';
import { resumeCommand } from './resume-command.ts';
import { createRunner, elevationProblem, systemReboot } from './run/index.ts';
import { openStore } from './store/index.ts';
import { assertHost, suiteDigest } from './suites/index.ts';
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
		askElevation: () => elevationProblem(elevation, resources.supervisor ?? process.execPath),
	});
	const hostCalls = statelessHostCalls({
		onProbe: (probe) =>
			feed.announce({ type: 'live.probe', name: probe.name, state: probe.state, durationMs: probe.durationMs }),
	});
	const detect = async () => hostCalls['host.detect']({ record: false });
	const runner = createRunner({
		journal: store,
		live: feed.announce,
		scratchRoot: join(dataDirectory, 'scratch'),
		supervisor: resources.supervisor,
		kernels: resources.kernels,
		nodePath: process.execPath,
		bootId,
		assertHost,
		suiteDigest: async (directory) => (existsSync(directory) ? suiteDigest(directory) : null),
		elevation,
		reboot: systemReboot({ dataDirectory, resumeCommand: resumeCommand(resources.root, dataDirectory) }),
	});
	const recovered = runner.recover();

	const handlers: Handlers = {
		...hostCalls,
		...storedHostCalls(store, hostCalls),
		...statelessSuiteCalls(suites),
		...storedSuiteCalls({ store, dataDirectory, suites, detect, now }),
		...suiteFolderCalls({ store, suites }),
		...runCalls({ store, runner, recovered, suites, detect, now }),
		...compareCalls({ store, suites }),
		...evidenceCalls(store, now),
		...keyCalls({ store, dataDirectory, now }),
		...trustCalls({ store, now }),
		...trustAuthorCalls({ store, dataDirectory, now }),
		...labFileCalls({ store, now }),
		...reportCalls({ store, suites, dataDirectory, version, now, announce: feed.announce }),
		...aboutCalls({ store, version, dataDirectory, bootId, resources, now, announce: feed.announce }),
	};
	return {
		handlers,
		feed,
		async close(cause) {
			await runner.interrupt(cause);
			store.close();
		},
	};
}
