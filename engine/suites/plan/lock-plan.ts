import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Plan } from '../../../contract/plan.ts';

/**
 * Adds the digest over everything else but estimates of time, which bind nobody and are learned from earlier runs:
 * SHA-256 of the canonical JSON (RFC 8785). Bars and commands are fixed by it.
 */
export function lockPlan(plan: Omit<Plan, 'digest'>): Plan {
	return { ...plan, digest: planDigest(plan) };
}

/** The digest that a plan must carry; what it carries itself is not looked at. */
export function planDigest(plan: Omit<Plan, 'digest'> & { readonly digest?: string }): string {
	const { digest: _digest, estimatedSeconds: _estimate, cases, ...rest } = plan;
	const locked = { ...rest, cases: cases.map(({ estimatedSeconds: _seconds, ...entry }) => entry) };
	return createHash('sha256')
		.update(canonicalize(locked) ?? '')
		.digest('hex');
}
