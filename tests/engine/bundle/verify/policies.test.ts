import { beforeAll, describe, expect, it } from 'vitest';
import type { TrustState } from '../../../../contract/trust.ts';
import type { Policy } from '../../../../contract/verification.ts';
import { sampleStatement } from '../sample-report.ts';
import {
	failedIn,
	keysOf,
	type MemoryPart,
	NOW,
	outcomeIn,
	type Person,
	pack,
	person,
	receiptPart,
	reportDigest,
	reportParts,
	reviewPart,
	trusted,
	trustOf,
	verifyBytes,
	withParts,
} from '../workshop.ts';

const vendor = person('张三');
const national = person('张三', 'sm2-sm3');
const [tester, reviewer, approver] = [person('赵一'), person('钱二'), person('孙三')];
const registry = person('registry');
const company = { owner: '某软件有限公司' };
const everybody = [
	trusted(vendor, ['vendor'], company),
	trusted(national, ['vendor'], company),
	...[tester, reviewer, approver].map((one) => trusted(one, ['lab'])),
	trusted(registry, ['registry']),
];
const since = '2026-11-15T00:00:00Z';

let report: MemoryPart[] = [];
let trust: TrustState;
beforeAll(async () => {
	report = await reportParts([vendor]);
	trust = await trustOf(everybody);
});

const verify = async (
	parts: readonly MemoryPart[],
	options: { trust?: TrustState; policy?: Policy; now?: Date } = { trust },
) => verifyBytes(await pack(parts), { ...options });

async function reviewed(parts: readonly MemoryPart[], ...reviews: [Person, object][]): Promise<MemoryPart[]> {
	const added = await Promise.all(
		reviews.map(([who, change], number) => {
			const verifier = { id: '某测试中心', person: who.name };
			return reviewPart(parts, [who], { verifier, ...change }, 100 + number);
		}),
	);
	return withParts(parts, ...added, ...keysOf(reviews.map(([who]) => who)));
}

describe('trust in a signer', () => {
	it('comes from the list that the verifier holds, never from the file', async () => {
		expect((await verify(report, {})).verdict).toBe('intact');
		expect((await verify(report)).verdict).toBe('trusted');
		const stranger = await verify(await reportParts([person('x')]));
		expect([stranger.verdict, failedIn(stranger), stranger.signers[0]?.state]).toEqual([
			'refused',
			['trust.signer'],
			'unknown',
		]);
	});

	it('is not for registries and suite publishers', async () => {
		const list = await trustOf([trusted(vendor, ['registry', 'suite-publisher'])]);
		expect(failedIn(await verify(report, { trust: list }))).toEqual(['trust.signer']);
	});

	it('ends with the validity and the scope of the key', async () => {
		const early = await trustOf([trusted(vendor, ['vendor'], { notAfter: '2026-11-19T00:00:00Z' })]);
		expect((await verify(report, { trust: early })).signers[0]?.state).toBe('expired');
		const elsewhere = await trustOf([trusted(vendor, ['vendor'], { scopes: ['pkg:rpm/'] })]);
		expect((await verify(report, { trust: elsewhere })).signers[0]?.state).toBe('outOfScope');
		const within = await trustOf([trusted(vendor, ['vendor'], { scopes: ['pkg:deb/'] })]);
		expect((await verify(report, { trust: within })).verdict).toBe('trusted');
	});

	it('survives an old trust list, which only warns', async () => {
		const expired = await verify(report, { trust, now: new Date('2028-01-01T00:00:00Z') });
		expect([expired.verdict, outcomeIn(expired, 'trust.fresh')]).toEqual(['trusted', 'warned']);
		const soon = await verify(report, { trust, now: new Date('2027-10-20T00:00:00Z') });
		expect(outcomeIn(soon, 'trust.fresh')).toBe('warned');
		expect(outcomeIn(await verify(report, { trust, now: NOW }), 'trust.fresh')).toBe('passed');
	});

	it('is refused when the remembered list was tampered with, and the file is still checked', async () => {
		const verification = await verify(report, { trust: { ...trust, version: 2 } });
		expect([verification.verdict, failedIn(verification)]).toEqual(['refused', ['trust.list']]);
		expect(outcomeIn(verification, 'evidence.digests')).toBe('passed');
	});
});

describe('revocation', () => {
	const revoking = (who: Person, compromised: boolean, from = since) =>
		trustOf(everybody, [{ keyid: who.keyid, since: from, reason: '测试', compromised }]);

	it('without compromise voids what was signed later, not what was signed before', async () => {
		expect(failedIn(await verify(report, { trust: await revoking(vendor, false) }))).toEqual([
			'trust.signer',
			'trust.revoked',
		]);
		const later = await revoking(vendor, false, '2026-11-21T00:00:00Z');
		expect((await verify(report, { trust: later })).verdict).toBe('trusted');
	});

	it('with compromise voids everything that no receipt dates before it', async () => {
		const later = await revoking(vendor, true, '2026-11-21T00:00:00Z');
		expect((await verify(report, { trust: later })).verdict).toBe('refused');
		const receipted = withParts(report, await receiptPart(report, [registry]), ...keysOf([registry]));
		expect((await verify(receipted, { trust: later })).verdict).toBe('trusted');
		const late = withParts(
			report,
			await receiptPart(report, [registry], '2026-11-21T01:00:00Z'),
			...keysOf([registry]),
		);
		expect((await verify(late, { trust: later })).verdict).toBe('refused');
		const untrusted = person('another registry');
		const foreign = withParts(report, await receiptPart(report, [untrusted]), ...keysOf([untrusted]));
		expect((await verify(foreign, { trust: later })).verdict).toBe('refused');
	});

	it('of a report voids it whoever signed it', async () => {
		const list = await trustOf(everybody, [
			{ reportDigest: reportDigest(report).sha256, since, reason: '撤回', compromised: false },
		]);
		expect(failedIn(await verify(report, { trust: list }))).toEqual(['trust.revoked']);
	});

	it('of a reviewer takes the review away, and says so', async () => {
		const parts = await reviewed(report, [reviewer, {}]);
		expect(failedIn(await verify(parts, { trust, policy: 'listed' }))).toEqual([]);
		const verification = await verify(parts, { trust: await revoking(reviewer, true), policy: 'listed' });
		expect([failedIn(verification), outcomeIn(verification, 'trust.revoked')]).toEqual([['policy'], 'warned']);
	});
});

describe('policies', () => {
	it('need a trust list', async () => {
		const verification = await verify(report, { policy: 'self-test' });
		expect([verification.verdict, failedIn(verification)]).toEqual(['refused', ['policy']]);
	});

	it('self-test asks for one trusted vendor or lab', async () => {
		expect(failedIn(await verify(report, { trust, policy: 'self-test' }))).toEqual([]);
	});

	it('national asks for SM2 by somebody trusted', async () => {
		expect(failedIn(await verify(report, { trust, policy: 'national' }))).toEqual(['policy']);
		const both = await reportParts([vendor, national]);
		expect(failedIn(await verify(both, { trust, policy: 'national' }))).toEqual([]);
		const foreign = await reportParts([vendor, person('x', 'sm2-sm3')]);
		expect(failedIn(await verify(foreign, { trust, policy: 'national' }))).toEqual(['policy']);
	});

	it('listed asks for the approval of a lab other than the signer', async () => {
		expect(failedIn(await verify(report, { trust, policy: 'listed' }))).toEqual(['policy']);
		expect(failedIn(await verify(await reviewed(report, [reviewer, {}]), { trust, policy: 'listed' }))).toEqual([]);
		const byVendor = await reviewed(report, [national, {}]);
		expect(failedIn(await verify(byVendor, { trust, policy: 'listed' }))).toEqual(['policy']);
		const own = await reportParts([tester]);
		expect(failedIn(await verify(await reviewed(own, [tester, {}]), { trust, policy: 'listed' }))).toEqual(['policy']);
	});

	it('lab asks for three people: 编制, 审核, 批准', async () => {
		const own = await reportParts([tester]);
		const approving = { role: 'approver', decision: 'approved-with-waivers', reasons: ['w1'] };
		const failures = async (...reviews: [Person, object][]) =>
			failedIn(await verify(await reviewed(own, ...reviews), { trust, policy: 'lab' }));
		expect(await failures([reviewer, {}], [approver, approving])).toEqual([]);
		expect(await failures([reviewer, {}])).toEqual(['policy']);
		expect(await failures([reviewer, {}], [reviewer, approving])).toEqual(['policy']);
		expect(await failures([tester, {}], [approver, approving])).toEqual(['policy']);
		expect(await failures([reviewer, { role: 'reviewer' }], [approver, { role: 'reviewer' }])).toEqual(['policy']);
		const byVendor = await reviewed(report, [reviewer, {}], [approver, approving]);
		expect(failedIn(await verify(byVendor, { trust, policy: 'lab' }))).toEqual(['policy']);
	});

	it('take no approval of some cases for an approval of all', async () => {
		const partly = await reviewed(report, [reviewer, { scope: ['app-package/install'] }]);
		expect(failedIn(await verify(partly, { trust, policy: 'listed' }))).toEqual(['policy']);
		const rejection = { decision: 'rejected', reasons: ['x'] };
		const later = { timeCreated: '2026-11-21T05:00:00Z', scope: ['app-package/install'] };
		const both = await reviewed(report, [reviewer, rejection], [reviewer, later]);
		expect(failedIn(await verify(both))).toEqual(['report.standing']);
		const healed = await reviewed(
			report,
			[reviewer, { ...rejection, scope: later.scope }],
			[reviewer, { ...later, scope: [] }],
		);
		expect(failedIn(await verify(healed, { trust, policy: 'listed' }))).toEqual([]);
	});

	it.each([
		['of the same name', { person: '钱二' }],
		['of the same name, spelled with spaces and in full width', { person: ' 钱　二 ' }],
		['of no name, which may be anybody’s of that lab', { person: undefined }],
	])('lab is not fooled by one person with two keys, the second %s', async (_, named) => {
		const twin = person('twin');
		const list = await trustOf([...everybody, JSON.parse(JSON.stringify({ ...trusted(twin, ['lab']), ...named }))]);
		const own = await reportParts([tester]);
		const twice = await reviewed(own, [reviewer, {}], [twin, { role: 'approver' }]);
		expect(failedIn(await verify(twice, { trust: list, policy: 'lab' }))).toEqual(['policy']);
		const author = await reviewed(await reportParts([twin]), [reviewer, {}], [approver, { role: 'approver' }]);
		expect(failedIn(await verify(author, { trust: list, policy: 'lab' }))).toEqual(['policy']);
	});

	it('lab heeds what the statements themselves say: who tested does not review, whatever key is used', async () => {
		const { operator } = sampleStatement().predicate;
		const own = await reportParts([tester], sampleStatement({ operator: { ...operator, orgName: '某测试中心' } }));
		const approving = { role: 'approver', verifier: { id: '某测试中心', person: '孙三' } };
		const by = async (name: string) => {
			const verifier = { id: '某测试中心', person: name };
			const parts = await reviewed(own, [reviewer, { verifier }], [approver, approving]);
			return failedIn(await verify(parts, { trust, policy: 'lab' }));
		};
		expect(await by('钱二')).toEqual([]);
		expect(await by(operator.person ?? '')).toEqual(['policy']);
		expect(await by('孙三')).toEqual(['policy']);
	});

	it('listed takes no approval by a lab of the vendor itself, nor one that a vendor signs as if it were a lab', async () => {
		const inHouse = person('周四');
		const claiming = { verifier: { id: '某测试中心', person: '钱二' } };
		const list = await trustOf([...everybody, trusted(inHouse, ['lab'], { owner: '某软件 有限公司' })]);
		const listed = async (who: Person, roles = list) =>
			failedIn(await verify(await reviewed(report, [who, claiming]), { trust: roles, policy: 'listed' }));
		expect(await listed(reviewer)).toEqual([]);
		expect(await listed(inHouse)).toEqual(['policy']);
		expect(await listed(national)).toEqual(['policy']);
		const both = await trustOf([trusted(vendor, ['vendor', 'lab'], company), trusted(national, ['lab'], company)]);
		expect(await listed(vendor, both)).toEqual(['policy']);
		expect(await listed(national, both)).toEqual(['policy']);
	});
});

describe('reviews against a report', () => {
	it('by a trusted lab refuse it, by a stranger only warn', async () => {
		const rejection = { decision: 'rejected', reasons: ['样品不符'] };
		expect(failedIn(await verify(await reviewed(report, [reviewer, rejection])))).toEqual(['report.standing']);
		const stranger = await verify(await reviewed(report, [person('x'), rejection]));
		expect([stranger.verdict, outcomeIn(stranger, 'report.standing')]).toEqual(['trusted', 'warned']);
		expect((await verify(await reviewed(report, [person('x'), rejection]), {})).verdict).toBe('refused');
	});

	it('by its own signer withdraw it', async () => {
		const withdrawal = { decision: 'withdrawn', reasons: ['有误'] };
		expect(failedIn(await verify(await reviewed(report, [vendor, withdrawal])))).toEqual(['report.standing']);
	});

	it('count by their date, not by their place: a later approval heals a rejection, not the other way round', async () => {
		const first = { decision: 'rejected', reasons: ['缺材料'], timeCreated: '2026-11-21T01:00:00Z' };
		const second = { decision: 'approved', timeCreated: '2026-11-21T02:00:00Z' };
		expect((await verify(await reviewed(report, [reviewer, first], [reviewer, second]))).verdict).toBe('trusted');
		expect((await verify(await reviewed(report, [reviewer, second], [reviewer, first]))).verdict).toBe('trusted');
		const same = { ...second, timeCreated: first.timeCreated };
		expect((await verify(await reviewed(report, [reviewer, first], [reviewer, same]))).verdict).toBe('refused');
	});
});
