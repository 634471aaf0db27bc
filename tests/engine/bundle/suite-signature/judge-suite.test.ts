import { describe, expect, it } from 'vitest';
import { signatureText } from '../../../../contract/suite-origin.ts';
import type { Revocation, TrustedKey, TrustRole } from '../../../../contract/trust.ts';
import { STATEMENT_PAYLOAD_TYPE } from '../../../../engine/bundle/envelope/envelope.ts';
import { signEnvelope } from '../../../../engine/bundle/envelope/sign-envelope.ts';
import { judgeSuite, signSuite } from '../../../../engine/bundle/index.ts';
import { canonicalJson } from '../../../../engine/crypto/index.ts';
import { sampleStatement } from '../sample-report.ts';
import { NOW, type Person, person, trusted, trustOf } from '../workshop.ts';

const SUITE = { id: 'lab-desktop', version: '1.2.0', digest: 'a'.repeat(64) };
const publisher = person('张三');

const sign = (signers: readonly Person[] = [publisher], suite = SUITE) =>
	signSuite({ suite, publisher: '某测试中心', signedOn: NOW, signers });

const listing = (roles: TrustRole[], change: Partial<TrustedKey> = {}, revoked: Revocation[] = []) =>
	trustOf([trusted(publisher, roles, { owner: '某测试中心（名录）', ...change })], revoked);

const stateUnder = async (trust: Awaited<ReturnType<typeof listing>>) => {
	const { signature, signers } = judgeSuite(await sign(), SUITE, trust);
	return [signature, signers?.[0]?.state];
};

describe('The signature of a suite', () => {
	it('is trusted when the list names its key as a publisher of suites, under the name that the list gives', async () => {
		const found = judgeSuite(await sign(), SUITE, await listing(['suite-publisher']));
		expect(found).toEqual({
			signature: 'signed',
			signers: [{ keyid: publisher.keyid, owner: '某测试中心（名录）', state: 'trusted' }],
		});
		const origin = { kind: 'lab', directory: '/srv/suites/x', ...found } as const;
		expect(signatureText(origin).zh).toBe('由“某测试中心（名录）”签名（受信任的套件发布者）');
	});

	it('is whole but vouched for by nobody without a list, or by a key that the list does not know', async () => {
		const told = { keyid: publisher.keyid, owner: '某测试中心', state: 'unknown' };
		const other = await trustOf([trusted(person('李四'), ['suite-publisher'])]);
		for (const trust of [null, other])
			expect(judgeSuite(await sign(), SUITE, trust)).toEqual({ signature: 'untrusted', signers: [told] });
	});

	it('counts for nothing by a key that may do something else, something elsewhere, or may no longer', async () => {
		expect(await stateUnder(await listing(['lab', 'vendor']))).toEqual(['untrusted', 'notPublisher']);
		expect(await stateUnder(await listing(['suite-publisher'], { scopes: ['bench-'] }))).toEqual([
			'untrusted',
			'outOfScope',
		]);
		expect(await stateUnder(await listing(['suite-publisher'], { notAfter: '2026-06-01T00:00:00Z' }))).toEqual([
			'untrusted',
			'expired',
		]);
		const revoked = { keyid: publisher.keyid, since: '2026-11-30T00:00:00Z', reason: '遗失', compromised: true };
		expect(await stateUnder(await listing(['suite-publisher'], {}, [revoked]))).toEqual(['untrusted', 'revoked']);
	});

	it('still counts when the key was put out of use later, and was not stolen', async () => {
		const retired = { keyid: publisher.keyid, since: '2026-11-30T00:00:00Z', reason: '换发', compromised: false };
		expect(await stateUnder(await listing(['suite-publisher'], {}, [retired]))).toEqual(['signed', 'trusted']);
	});

	it('of two keys needs only one that is trusted, and shows both', async () => {
		const second = person('张三', 'sm2-sm3');
		const { signature, signers = [] } = judgeSuite(
			await sign([publisher, second]),
			SUITE,
			await listing(['suite-publisher']),
		);
		expect(signature).toBe('signed');
		expect(signers.map(({ state }) => state).sort()).toEqual(['trusted', 'unknown']);
	});
});

describe('A signature that does not belong to these files', () => {
	const problem = async (envelope: Uint8Array, suite = SUITE) => {
		const found = judgeSuite(envelope, suite, await listing(['suite-publisher']));
		expect(found.signature).toBe('changed');
		expect(found.signers).toBeUndefined();
		return found.problem?.en;
	};

	it('is found out when a file was changed, or when it was made for another suite or another version', async () => {
		expect(await problem(await sign(), { ...SUITE, digest: 'b'.repeat(64) })).toBe(
			'files were changed after it was signed',
		);
		expect(await problem(await sign(), { ...SUITE, id: 'other' })).toBe('it was made for “lab-desktop 1.2.0”');
		expect(await problem(await sign(), { ...SUITE, version: '1.2.1' })).toBe('it was made for “lab-desktop 1.2.0”');
	});

	it('is found out when somebody else signed under the name of the publisher’s key', async () => {
		const thief: Person = { ...person('贼'), keyid: publisher.keyid };
		expect(await problem(await sign([thief]))).toBe(`the public key of ${publisher.keyid} is not at hand`);
		const withKey: Person = { ...thief, spki: publisher.spki };
		expect(await problem(await sign([withKey]))).toBe(`the signature of ${publisher.keyid} is wrong`);
	});

	it('is found out when the payload was exchanged under a right signature', async () => {
		const [good, other] = await Promise.all([sign(), sign([publisher], { ...SUITE, digest: 'b'.repeat(64) })]);
		const swapped = JSON.stringify({
			...JSON.parse(Buffer.from(good).toString()),
			payload: JSON.parse(Buffer.from(other).toString()).payload,
		});
		expect(await problem(Buffer.from(swapped), { ...SUITE, digest: 'b'.repeat(64) })).toBe(
			`the signature of ${publisher.keyid} is wrong`,
		);
	});

	it('is found out when it is the signature of a report, or nothing at all', async () => {
		const report = await signEnvelope(STATEMENT_PAYLOAD_TYPE, canonicalJson(sampleStatement()), [publisher]);
		expect(await problem(report)).toContain('cannot be made sense of');
		for (const text of [
			'',
			'{}',
			'[]',
			'signed: yes',
			Buffer.from(await sign())
				.toString()
				.slice(0, -1),
		])
			expect(await problem(Buffer.from(text))).toContain('cannot be made sense of');
	});
});
