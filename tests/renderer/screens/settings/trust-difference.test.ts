import { expect, it } from 'vitest';
import type { TrustedKey, TrustRoot } from '../../../../contract/trust.ts';
import { trustDifference } from '../../../../renderer/screens/settings/trust/trust-difference.ts';

const key = (letter: string, change: Partial<TrustedKey> = {}): TrustedKey => ({
	keyid: `sha256:${letter.repeat(64)}`,
	suite: 'ed25519',
	spki: 'MCow',
	owner: `机构 ${letter}`,
	roles: ['lab'],
	notBefore: '2026-01-01T00:00:00Z',
	notAfter: '2027-01-01T00:00:00Z',
	scopes: [],
	...change,
});
const root = (change: Partial<TrustRoot> = {}): TrustRoot => ({
	schema: 'shipei.trust/1',
	version: 1,
	issuedOn: '2026-01-01T00:00:00Z',
	expires: '2027-01-01T00:00:00Z',
	threshold: 1,
	rootKeys: [key('a')].map(({ keyid, suite, spki }) => ({ keyid, suite, spki })),
	keys: [key('b'), key('c')],
	revoked: [],
	...change,
});
const since = '2026-06-01T00:00:00Z';
const whats = (before: TrustRoot | null, after: TrustRoot) => trustDifference(before, after).map(({ what }) => what);

it('a next version that only lasts longer changes nothing', () => {
	expect(whats(root(), root({ version: 2, expires: '2028-01-01T00:00:00Z' }))).toEqual([]);
	const turned = root({ keys: [key('c'), key('b', { roles: ['lab'] })] });
	expect(whats(root(), turned)).toEqual([]);
});

it('names keys that come, go and are entered otherwise', () => {
	const after = root({ keys: [key('b', { scopes: ['pkg:deb/'] }), key('d')] });
	expect(whats(root(), after)).toEqual(['keyRemoved', 'keyChanged', 'keyAdded']);
	for (const change of [{ owner: 'x' }, { person: 'x' }, { roles: ['vendor'] }, { notAfter: since }, { x509: 'MIIB' }])
		expect(whats(root(), root({ keys: [key('b', change as Partial<TrustedKey>), key('c')] }))).toEqual(['keyChanged']);
});

it('revocations come first: new ones, those that are gone, and those that say something else now', () => {
	const entry = { keyid: key('b').keyid, since, reason: '离职', compromised: false };
	expect(whats(root(), root({ revoked: [entry], keys: [] }))).toEqual(['revoked', 'keyRemoved', 'keyRemoved']);
	expect(whats(root({ revoked: [entry] }), root())).toEqual(['revocationRemoved']);
	expect(whats(root({ revoked: [entry] }), root({ revoked: [{ ...entry, compromised: true }] }))).toEqual([
		'revocationRemoved',
		'revoked',
	]);
});

it('names who may change the list itself', () => {
	const rootKeys = [key('e')].map(({ keyid, suite, spki }) => ({ keyid, suite, spki }));
	expect(whats(root(), root({ rootKeys, threshold: 2 }))).toEqual(['rootRemoved', 'rootAdded', 'threshold']);
});

it('before the first list there is nothing: all of it is new', () => {
	expect(whats(null, root())).toEqual(['rootAdded', 'keyAdded', 'keyAdded']);
});
