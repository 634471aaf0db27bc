import { delimiter, join } from 'node:path';
import type { Resources } from './resources.ts';
import type { Suites } from './suites/index.ts';

/** The suites of an installation: shipped ones, the lab's own in the data folder, further folders in $SHIPEI_SUITES. Opened at the first use. */
export function suitesOf(
	resources: Pick<Resources, 'suites' | 'kernels'>,
	dataDirectory: string,
): () => Promise<Suites> {
	let opened: Promise<Suites> | undefined;
	const external = (process.env.SHIPEI_SUITES ?? '').split(delimiter).filter((directory) => directory !== '');
	return () => {
		opened ??= import('./suites/index.ts').then(({ openSuites }) =>
			openSuites({
				directories: [
					{ directory: resources.suites, origin: 'shipped' },
					{ directory: join(dataDirectory, 'suites'), origin: 'lab' },
					...external.map((directory) => ({ directory, origin: 'external' as const })),
				],
				kernels: resources.kernels,
			}),
		);
		return opened;
	};
}
