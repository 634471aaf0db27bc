import type { Handlers } from '../../contract/methods.ts';
import type { Store } from '../store/index.ts';

type Calls = Pick<
	Handlers,
	'about.show' | 'data.backUp' | 'settings.show' | 'settings.change' | 'audit.list' | 'audit.verify'
>;

export function aboutCalls(parts: {
	readonly store: Store;
	readonly version: string;
	readonly dataDirectory: string;
	readonly bootId: string;
}): Calls {
	const { store } = parts;
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
		'data.backUp': ({ directory }) => store.backUp(directory),
		'settings.show': () => store.settings(),
		'settings.change': ({ name, value, by }) => {
			store.append({ type: 'settings.changed', name, value, by });
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
		'audit.verify': () => store.verifyChain(),
	};
}
