import type { Handlers } from '../../contract/methods.ts';
import { type TrustState, trustStateSchema } from '../../contract/trust.ts';
import { importTrust, readTrust } from '../bundle/index.ts';
import type { Store } from '../store/index.ts';
import { readBytes } from './trust-file.ts';

type Calls = Pick<Handlers, 'trust.show' | 'trust.import' | 'trust.pin'>;

const STATE = 'trust.state';
const PINNED = 'trust.pinned';

/** The trust list in force; it is part of the record, so it cannot be rolled back without breaking the chain. */
export function currentTrust(store: Store): TrustState | null {
	const kept = store.settings()[STATE];
	return kept === undefined ? null : trustStateSchema.parse(kept);
}

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
			const { root, fingerprint, freshness, state, changed } = imported;
			if (apply && changed) {
				store.append(
					{ type: 'settings.changed', name: STATE, value: state, by: '' },
					{ type: 'trust.imported', version: root.version, fingerprint },
				);
			}
			return { root, fingerprint, freshness, applied: apply && changed };
		},
		'trust.pin': ({ fingerprint }) => {
			store.append({ type: 'settings.changed', name: PINNED, value: fingerprint, by: '' });
			return { fingerprint };
		},
	};
}
