import { type TrustState, trustStateSchema } from '../../contract/trust.ts';
import type { Store } from '../store/index.ts';

/** The setting that keeps it. */
export const TRUST_STATE = 'trust.state';

/** The trust list in force; it is part of the record, so it cannot be rolled back without breaking the chain. */
export function currentTrust(store: Store): TrustState | null {
	const kept = store.settings()[TRUST_STATE];
	return kept === undefined ? null : trustStateSchema.parse(kept);
}
