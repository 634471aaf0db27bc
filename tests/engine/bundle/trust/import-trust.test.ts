import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrustRoot } from '../../../../contract/trust.ts';
import { importTrust, readTrust } from '../../../../engine/bundle/index.ts';
import {
	makeTrustList,
	NOW,
	outcomeIn,
	type Person,
	pack,
	person,
	reportParts,
	trusted,
	trustRoot,
	verifyBytes,
	withParts,
} from '../workshop.ts';

const [a, b, c, d] = [person('a'), person('b'), person('c'), person('d')];
const vendor = person('张三');

const list = (signers: Person[], change: Partial<TrustRoot> = {}, roots = [a, b, c]) =>
	makeTrustList(trustRoot(roots, [], { threshold: 2, ...change }), signers);
const first = await list([a, b]);
const pinned = /sha256:[0-9a-f]{64}/u.exec(codeOf(() => start(first, null)).message)?.[0] ?? '';

function start(bytes: Uint8Array, pin: string | null = pinned) {
	return importTrust({ bytes, state: null, pinned: pin, now: NOW });
}

function codeOf(action: () => unknown): { code: string; message: string } {
	try {
		action();
		return { code: 'none', message: '' };
	} catch (error) {
		const { code, message } = error as { code: string; message: string };
		return { code, message };
	}
}

describe('the first trust list', () => {
	it('is taken only with the pinned fingerprint', () => {
		expect(start(first)).toMatchObject({
			fingerprint: pinned,
			changed: true,
			freshness: 'valid',
			state: { version: 1 },
		});
		expect(codeOf(() => start(first, null)).code).toBe('trust.pin-needed');
		expect(codeOf(() => start(first, `sha256:${'0'.repeat(64)}`)).code).toBe('trust.not-pinned');
	});

	it('needs enough signatures by its own root keys, each of them right', async () => {
		await expect(list([a])).rejects.toMatchObject({ code: 'trust.bad-list' });
		await expect(list([a, d])).rejects.toMatchObject({ code: 'trust.bad-list' });
		await expect(list([a, { ...b, sign: () => d.sign(Buffer.from('x')) }])).rejects.toMatchObject({
			code: 'trust.bad-list',
		});
		await expect(list([a, b], { threshold: 4 })).rejects.toMatchObject({ code: 'trust.bad-list' });
		await expect(list([a, b], {}, [a, b, b])).rejects.toMatchObject({ code: 'trust.bad-list' });
	});

	it('that was altered is refused, never a crash', () => {
		fc.assert(
			fc.property(fc.nat(first.length - 1), fc.nat(255), (at, byte) => {
				const { code } = codeOf(() => start(first.with(at, byte)));
				expect(code).toBe(byte === first[at] ? 'none' : code.startsWith('trust.') ? code : 'trust.*');
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('the next trust list', () => {
	const { state } = start(first);
	const after = (bytes: Uint8Array, from = state) => importTrust({ bytes, state: from, pinned, now: NOW });

	it('replaces the one before when enough of both sets of root keys signed it', async () => {
		const next = after(await list([a, b], { version: 2 }));
		expect(next.state.version).toBe(2);
		const rotated = await list([b, c, d], { version: 3 }, [c, d]);
		expect(after(rotated, next.state).state.version).toBe(3);
		expect(readTrust(next.state, NOW).root.version).toBe(2);
	});

	it('is refused when the old keys, or the new ones, did not sign in number', async () => {
		const hijack = await list([c, d], { version: 2 }, [c, d]);
		expect(codeOf(() => after(hijack)).code).toBe('trust.gap');
		await expect(list([a, b], { version: 2 }, [c, d])).rejects.toMatchObject({ code: 'trust.bad-list' });
	});

	it('is never an older one, nor another one of the same version, nor one after a gap', async () => {
		const second = await list([a, b], { version: 2 });
		const { state: ahead } = after(second);
		expect(codeOf(() => after(first, ahead)).code).toBe('trust.rollback');
		expect(codeOf(() => after(list2, ahead)).code).toBe('trust.fork');
		const fourth = await list([a, b], { version: 4 });
		expect(codeOf(() => after(fourth, ahead)).code).toBe('trust.gap');
		expect(after(second, ahead).changed).toBe(false);
	});

	it('may come as a chain, from whichever version is known', async () => {
		const second = await list([a, b], { version: 2 });
		const third = await list([b, c, d], { version: 3 }, [c, d]);
		const chain = Buffer.from(
			`[${[first, second, third].map((bytes) => Buffer.from(bytes).toString()).join(',\n')}]\n`,
		);
		expect(after(chain).state.version).toBe(3);
		expect(start(chain).state.version).toBe(3);
		const gap = Buffer.from(`[${[first, third].map((bytes) => Buffer.from(bytes).toString()).join(',')}]`);
		expect(codeOf(() => after(gap)).code).toBe('trust.gap');
	});
});

describe('a trust list that came in a report file', () => {
	const enrolling = trustRoot([a, b, c], [trusted(vendor, ['vendor'])], { threshold: 2, version: 2 });

	it('is used when it follows from the one that the verifier holds', async () => {
		const next = await makeTrustList(enrolling, [a, b]);
		const report = await reportParts([vendor]);
		const { state } = start(first);
		expect((await verifyBytes(await pack(report), { trust: state })).verdict).toBe('refused');
		const carrying = await pack(withParts(report, { name: 'trust/0000.dsse.json', bytes: next }));
		const verification = await verifyBytes(carrying, { trust: state });
		expect([verification.verdict, outcomeIn(verification, 'trust.carried')]).toEqual(['trusted', 'passed']);
	});

	it('is ignored, with a warning, when it does not, and never founds trust by itself', async () => {
		const foreign = person('foreign root');
		const next = await makeTrustList({ ...enrolling, ...trustRoot([foreign], enrolling.keys, { version: 2 }) }, [
			foreign,
		]);
		const carrying = await pack(withParts(await reportParts([vendor]), { name: 'trust/0000.dsse.json', bytes: next }));
		const held = await verifyBytes(carrying, { trust: start(first).state });
		expect([held.verdict, outcomeIn(held, 'trust.carried')]).toEqual(['refused', 'warned']);
		expect((await verifyBytes(carrying)).verdict).toBe('intact');
	});

	it('that is older takes nothing back: a revoked key stays revoked', async () => {
		const revoked = [{ keyid: vendor.keyid, since: '2026-11-01T00:00:00Z', reason: '泄露', compromised: true }];
		const before = await makeTrustList({ ...enrolling, version: 1 }, [a, b]);
		const { state } = importTrust({ bytes: before, state: null, pinned: fingerprint(before), now: NOW });
		const now = importTrust({
			bytes: await makeTrustList({ ...enrolling, revoked }, [a, b]),
			state,
			pinned: null,
			now: NOW,
		});
		const carrying = await pack(
			withParts(await reportParts([vendor]), { name: 'trust/0000.dsse.json', bytes: before }),
		);
		const verification = await verifyBytes(carrying, { trust: now.state });
		expect([verification.verdict, verification.signers[0]?.state]).toEqual(['refused', 'revoked']);
	});
});

const list2 = await list([a, b], { version: 2, issuedOn: '2026-11-02T00:00:00Z' });

function fingerprint(bytes: Uint8Array): string {
	return /sha256:[0-9a-f]{64}/u.exec(codeOf(() => start(bytes, null)).message)?.[0] ?? '';
}
