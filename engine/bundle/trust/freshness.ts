import type { TrustFreshness, TrustRoot } from '../../../contract/trust.ts';

const WARN_BEFORE_MS = 30 * 24 * 3600 * 1000;

/** An old list still verifies: a room without network must not stop working on a date. It only says that it is old. */
export function freshnessOf(root: TrustRoot, now: Date): TrustFreshness {
	const left = Date.parse(root.expires) - now.getTime();
	if (left <= 0) return 'expired';
	return left <= WARN_BEFORE_MS ? 'expiring' : 'valid';
}
