import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { lockedPart } from '../../../contract/plan/locked-part.ts';
import type { Plan } from '../../../contract/plan.ts';

/** Adds the digest over its locked part: SHA-256 of the canonical JSON (RFC 8785). Bars and commands are fixed by it. */
export function lockPlan(plan: Omit<Plan, 'digest'>): Plan {
	return { ...plan, digest: planDigest(plan) };
}

/** The digest that a plan must carry; what it carries itself is not looked at. */
export function planDigest(plan: Omit<Plan, 'digest'> & { readonly digest?: string }): string {
	return createHash('sha256')
		.update(canonicalize(lockedPart(plan)) ?? '')
		.digest('hex');
}
