import type { Handlers } from '../../contract/methods.ts';
import { importTrust, readTrust } from '../bundle/index.ts';
import type { Store } from '../store/index.ts';
import { currentTrust, TRUST_STATE } from './current-trust.ts';
import type { TRUST_CALLS } from './late-calls.ts';
import { readBytes } from './trust-file.ts';

type Calls = Pick<Handlers, (typeof TRUST_CALLS)[number]>;

const PINNED = 'trust.pinned';

export function trustCalls(parts: { readonly store: Store; readonly now: () => Date }): Calls {
	const { store, now } = parts;
	return {
		'trust.show': () => {
			const state = currentTrust(store);
			return state === null ? null : readTrust(state, now());
		},
		'trust.import': ({ file, apply }) => {
			const pinned = store.settings()[PINNED] as string | undefined;
			const imported = importTrust({
				bytes: readBytes(file),
				state: currentTrust(store),
				pinned: pinned ?? null,
				now: now(),
			});
			const { root, fingerprint, freshness, signedBy, state, changed } = imported;
			if (apply && changed) {
				store.append(
					{ type: 'settings.changed', name: TRUST_STATE, value: state, by: '' },
					{ type: 'trust.imported', version: root.version, fingerprint },
				);
			}
			return { root, fingerprint, freshness, signedBy, applied: apply && changed };
		},
		'trust.pin': ({ fingerprint }) => {
			store.append({ type: 'settings.changed', name: PINNED, value: fingerprint, by: '' });
			return { fingerprint };
		},
	};
}
