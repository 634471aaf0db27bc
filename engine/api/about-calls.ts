import type { LiveEvent } from '../../contract/events.ts';
import type { Handlers } from '../../contract/methods.ts';
import type { Resources } from '../resources.ts';
import type { Store } from '../store/index.ts';
import { checkedSetting } from './checked-setting.ts';
import { componentsOf } from './components.ts';
import { createWatchedWork } from './watched-work.ts';

type Calls = Pick<
	Handlers,
	| 'about.show'
	| 'about.selfTest'
	| 'about.stopSelfTest'
	| 'about.components'
	| 'data.backUp'
	| 'data.usage'
	| 'settings.show'
	| 'settings.change'
	| 'audit.list'
	| 'audit.verify'
>;

export function aboutCalls(parts: {
	readonly store: Store;
	readonly version: string;
	readonly dataDirectory: string;
	readonly bootId: string;
	readonly resources: Pick<Resources, 'root' | 'renderer' | 'kernels' | 'supervisor'>;
	readonly now: () => Date;
	readonly announce: (event: LiveEvent) => void;
}): Calls {
	const { store, resources } = parts;
	const tests = createWatchedWork('store.check-stopped', (watch, share) =>
		parts.announce({ type: 'live.check', watch, share }),
	);
	return {
		'about.show': () => ({
			name: 'shipei',
			version: parts.version,
			node: process.version,
			platform: process.platform,
			arch: process.arch,
			dataDirectory: parts.dataDirectory,
			pid: process.pid,
			bootId: parts.bootId,
			licence: 'Apache-2.0',
			seq: store.head().seq,
		}),
		'about.selfTest': ({ watch }) =>
			tests.watch(watch, async ({ watching }) => {
				const { selfTest } = await import('./self-test.ts');
				return selfTest({ store, now: parts.now, ...resources }, watching);
			}),
		'about.stopSelfTest': ({ watch }) => ({ stopped: tests.stop(watch) }),
		'about.components': () => componentsOf(resources.root, resources.renderer),
		'data.backUp': ({ directory }) => store.backUp(directory),
		async 'data.usage'() {
			const { dataUsage } = await import('./storage/data-usage.ts');
			return dataUsage({ store, dataDirectory: parts.dataDirectory, now: parts.now() });
		},
		'settings.show': () => store.settings(),
		'settings.change': ({ name, value, by }) => {
			store.append({ type: 'settings.changed', name, value: checkedSetting(name, value, by), by });
			return store.settings();
		},
		'audit.list': ({ after, limit, run }) => ({
			entries: store.facts(after, limit, run).map((stored) => ({
				seq: stored.seq,
				at: stored.at,
				type: stored.fact.type,
				run: 'run' in stored.fact ? (stored.fact.run ?? null) : null,
				hash: stored.hash,
				fact: stored.fact,
			})),
			last: store.head().seq,
		}),
		'audit.verify': () => store.check('chain'),
	};
}
