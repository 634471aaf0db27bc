import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LiveEvent } from '../contract/events.ts';
import type { Resources } from './resources.ts';
import { resumeCommand } from './resume-command.ts';
import { createRunner, type Runner, systemReboot } from './run/index.ts';
import type { Store } from './store/index.ts';
import { assertHost, suiteDigest } from './suites/index.ts';

/**
 * The runner over a data folder. Where a dead engine left a run, that one is ended and marked before anything else may
 * start.
 */
export async function startRunner(parts: {
	readonly store: Store;
	readonly announce: (event: LiveEvent) => void;
	readonly resources: Resources;
	readonly dataDirectory: string;
	readonly bootId: string;
	readonly elevation: 'window' | 'terminal';
}): Promise<Runner> {
	const { store, announce, resources, dataDirectory, bootId, elevation } = parts;
	const runner = createRunner({
		journal: store,
		live: announce,
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
	await runner.recover();
	return runner;
}
