import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRunner, type Runner } from '../../engine/run/index.ts';
import { openStore, type Store } from '../../engine/store/index.ts';

/** A store and a runner over a folder: the part of an engine that a kill must not hurt. */
export function openSweepEngine(directory: string, supervisor: string): { store: Store; runner: Runner } {
	const store = openStore({ directory });
	const runner = createRunner({
		journal: store,
		live: () => undefined,
		scratchRoot: join(directory, 'scratch'),
		supervisor,
		kernels: null,
		nodePath: process.execPath,
		bootId: 'boot-1',
		assertHost: () => ({ status: 'passed' }),
		suiteDigest: () => Promise.resolve('suite-digest'),
		elevation: 'terminal',
		reboot: {
			install: () => Promise.resolve({ how: '' }),
			remove: () => Promise.resolve(),
			restart: () => Promise.resolve('not in a sweep'),
		},
	});
	return { store, runner };
}

// Started as a program it carries out one request (a run to start, or its id to resume or to try a case of it again) and is killed somewhere in the middle.
const [directory, supervisor] = process.argv.slice(2);
if (import.meta.main && directory !== undefined && supervisor !== undefined) {
	const { store, runner } = openSweepEngine(directory, supervisor);
	const request = JSON.parse(readFileSync(join(directory, 'request.json'), 'utf8'));
	const ended = request.plan !== undefined ? start() : request.retry !== undefined ? retry() : goOn(request.run);
	process.stdout.write('started\n');
	await ended;
	store.close();

	async function goOn(run: string) {
		await runner.recover();
		return runner.resume(run, { cause: 'crash' });
	}

	function retry() {
		return runner.retry(request.run, request.retry, 'Li');
	}

	function start() {
		const keep = (name: string, value: unknown) =>
			store.keepEvidence(
				{ name, mediaType: 'application/json', role: 'config' },
				{ bytes: Buffer.from(JSON.stringify(value)) },
			);
		return runner.start({
			...request,
			planEvidence: keep('plan.json', request.plan),
			hostEvidence: keep('host.json', request.host),
		});
	}
}
