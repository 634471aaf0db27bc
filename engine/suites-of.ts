import { delimiter, join } from 'node:path';
import type { TrustState } from '../contract/trust.ts';
import type { Resources } from './resources.ts';
import type { SuiteFolder, Suites, SuitesOptions } from './suites/index.ts';

/**
 * The suites of an installation: shipped ones, the lab's own in the data folder, further folders in $SHIPEI_SUITES and
 * those that the lab `added`. Opened at the first use. `trust` is the list by which the signatures of their publishers
 * are judged.
 */
export function suitesOf(
	resources: Pick<Resources, 'suites' | 'kernels'>,
	dataDirectory: string,
	{
		trust,
		added,
		...asked
	}: { readonly trust: () => TrustState | null; readonly added: () => readonly string[] } & Pick<
		SuitesOptions,
		'askElevation'
	>,
): () => Promise<Suites> {
	let opened: Promise<Suites> | undefined;
	const external = (process.env.SHIPEI_SUITES ?? '').split(delimiter).filter((directory) => directory !== '');
	const folders: SuiteFolder[] = [
		{ directory: resources.suites, origin: 'shipped' },
		{ directory: join(dataDirectory, 'suites'), origin: 'lab' },
		...external.map((directory) => ({ directory, origin: 'external' as const })),
	];

	async function open(): Promise<Suites> {
		const [{ openSuites }, { judgeSuite }] = await Promise.all([
			import('./suites/index.ts'),
			import('./bundle/index.ts'),
		]);
		return openSuites({
			...asked,
			get directories() {
				return [...folders, ...added().map((directory) => ({ directory, origin: 'external' as const }))];
			},
			kernels: resources.kernels,
			judge: (envelope, suite) => judgeSuite(envelope, suite, trust()),
		});
	}
	return () => {
		opened ??= open();
		return opened;
	};
}
