import type { Revocation, TrustedKey, TrustRoot } from '../../../../contract/trust.ts';
import { revocationKey } from './revocation-key.ts';

/** One thing that a list says otherwise than the one before. */
export type TrustChange =
	| { readonly what: 'rootAdded' | 'rootRemoved'; readonly keyid: string }
	| { readonly what: 'threshold'; readonly from: number; readonly to: number }
	| { readonly what: 'keyAdded' | 'keyRemoved'; readonly key: TrustedKey }
	| { readonly what: 'keyChanged'; readonly key: TrustedKey; readonly before: TrustedKey }
	| { readonly what: 'revoked' | 'revocationRemoved'; readonly entry: Revocation };

/** All that taking a list would change: what makes more void, or less, first. */
export function trustDifference(before: TrustRoot | null, after: TrustRoot): readonly TrustChange[] {
	return [
		...revocations(before, after),
		...rootKeys(before, after),
		...(before === null || before.threshold === after.threshold
			? []
			: [{ what: 'threshold' as const, from: before.threshold, to: after.threshold }]),
		...keys(before?.keys ?? [], after.keys),
	];
}

function revocations(before: TrustRoot | null, after: TrustRoot): TrustChange[] {
	const told = (entry: Revocation) => JSON.stringify([revocationKey(entry), entry.since, entry.compromised]);
	const had = new Set(before?.revoked.map(told));
	const has = new Set(after.revoked.map(told));
	return [
		...(before?.revoked ?? [])
			.filter((entry) => !has.has(told(entry)))
			.map((entry) => ({ what: 'revocationRemoved' as const, entry })),
		...after.revoked.filter((entry) => !had.has(told(entry))).map((entry) => ({ what: 'revoked' as const, entry })),
	];
}

function rootKeys(before: TrustRoot | null, after: TrustRoot): TrustChange[] {
	const had = new Set(before?.rootKeys.map(({ keyid }) => keyid));
	const has = new Set(after.rootKeys.map(({ keyid }) => keyid));
	return [
		...[...had].filter((keyid) => !has.has(keyid)).map((keyid) => ({ what: 'rootRemoved' as const, keyid })),
		...[...has].filter((keyid) => !had.has(keyid)).map((keyid) => ({ what: 'rootAdded' as const, keyid })),
	];
}

function keys(before: readonly TrustedKey[], after: readonly TrustedKey[]): TrustChange[] {
	const had = new Map(before.map((key) => [key.keyid, key]));
	const has = new Set(after.map(({ keyid }) => keyid));
	return [
		...before.filter(({ keyid }) => !has.has(keyid)).map((key) => ({ what: 'keyRemoved' as const, key })),
		...after.flatMap((key): TrustChange[] => {
			const known = had.get(key.keyid);
			if (known === undefined) return [{ what: 'keyAdded', key }];
			return told(known) === told(key) ? [] : [{ what: 'keyChanged', key, before: known }];
		}),
	];
}

function told({ owner, person, roles, notBefore, notAfter, scopes, x509 }: TrustedKey): string {
	return JSON.stringify([owner, person, [...roles].sort(), notBefore, notAfter, [...scopes].sort(), x509]);
}
