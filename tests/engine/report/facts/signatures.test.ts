import { describe, expect, it } from 'vitest';
import { signatureState } from '../../../../engine/report/content/signature-cells.ts';
import { draftMark, issuedOn } from '../../../../engine/report/facts/signatures.ts';
import { type ReportSignature, verifiedSignatures } from '../../../../engine/report/index.ts';
import { SIGNED, sampleDocument, sampleVerification } from '../sample-document.ts';

const marked = (signed: readonly ReportSignature[]) => draftMark(sampleDocument({ results: 1, signed }))?.zh ?? null;
const changed = (role: string, change: Partial<ReportSignature>) =>
	SIGNED.map((signature) => (signature.role === role ? { ...signature, ...change } : signature));

describe('the mark across a report', () => {
	it('is absent only from a report whose compiler signed it and whose signature was checked', () => {
		expect(marked(SIGNED)).toBeNull();
		expect(marked([])).toBe('草稿 DRAFT');
		expect(marked(SIGNED.filter(({ role }) => role !== 'compiler'))).toBe('草稿 DRAFT');
		expect(marked(changed('compiler', { valid: null }))).toBe('签名未核验 UNVERIFIED');
	});

	it('says when any signature does not hold, whoever made it', () => {
		for (const role of ['compiler', 'reviewer', 'approver']) {
			expect(marked(changed(role, { valid: false }))).toBe('签名无效 INVALID');
		}
	});

	it('says when the report was rejected or withdrawn', () => {
		expect(marked(changed('reviewer', { decision: 'rejected' }))).toBe('已退回 REJECTED');
		expect(marked(changed('approver', { decision: 'withdrawn' }))).toBe('已撤回 WITHDRAWN');
	});
});

describe('what the verifier found', () => {
	const mark = (document: ReturnType<typeof sampleDocument>) => draftMark(document)?.zh ?? null;

	it('marks every page when the verifier refused the report or found it altered, whoever signed', () => {
		const document = sampleDocument({ results: 1 });
		expect(mark({ ...document, verification: sampleVerification('invalid') })).toBe('核验不通过 INVALID');
		expect(mark({ ...document, verification: sampleVerification('refused') })).toBe('未获认可 REFUSED');
		expect(mark({ ...document, verification: sampleVerification('intact') })).toBeNull();
		expect(marked(changed('reviewer', { trust: 'revoked' }))).toBe('密钥已吊销 REVOKED');
	});

	it('becomes signatures: the report’s signers compiled it, its reviews reviewed and approved it', () => {
		const signer = {
			keyid: 'sm3:00',
			suite: 'sm2-sm3' as const,
			state: 'unknown' as const,
			owner: null,
			person: null,
			roles: [],
			certificate: null,
		};
		const review = {
			decision: 'approved' as const,
			role: 'approver' as const,
			timeCreated: '2026-11-21T17:00:00Z',
			verifier: '某实验室',
			person: '王五',
			reasons: [],
			digest: { sha256: '', sm3: '' },
			signers: [signer],
		};
		const { statement } = sampleDocument({ results: 1 });
		const found = verifiedSignatures(statement, { ...sampleVerification(), signers: [signer], reviews: [review] });
		expect(found).toMatchObject([
			{ role: 'compiler', name: '张三', signedOn: null, valid: true, trust: 'unknown' },
			{
				role: 'approver',
				name: '王五',
				organisation: '某实验室',
				signedOn: '2026-11-21T17:00:00Z',
				valid: true,
				decision: 'approved',
			},
		]);
	});

	it('never calls a signature valid whose check failed or was not done', () => {
		const { statement } = sampleDocument({ results: 1 });
		const signer = {
			keyid: 'sm3:00',
			suite: 'sm2-sm3' as const,
			state: 'trusted' as const,
			owner: null,
			person: null,
			roles: [],
			certificate: null,
		};
		const valid = (outcome: 'failed' | 'skipped') => {
			const { checks, ...rest } = sampleVerification();
			const changedChecks = checks.map((check) => (check.id === 'report.signatures' ? { ...check, outcome } : check));
			return verifiedSignatures(statement, { ...rest, checks: changedChecks, signers: [signer] })[0]?.valid;
		};
		expect(valid('failed')).toBe(false);
		expect(valid('skipped')).toBeNull();
	});

	it('tells a signature that holds from a signer that is trusted', () => {
		const say = (text: { zh: string }) => text.zh;
		expect(signatureState(say, { valid: true, trust: 'trusted' })).toEqual({ text: '签名有效', tone: 'passed' });
		for (const trust of ['unknown', 'expired', 'outOfScope', 'revoked'] as const) {
			expect(signatureState(say, { valid: true, trust }).tone).not.toBe('passed');
		}
		expect(signatureState(say, { valid: null, trust: 'trusted' }).text).toBe('签名未核验');
	});
});

describe('the date of issue', () => {
	it('is the approver’s, and there is none without an approval that holds', () => {
		const issued = (signed: readonly ReportSignature[]) => issuedOn(sampleDocument({ results: 1, signed }));
		expect(issued(SIGNED)).toBe('2026-11-21T17:00:00Z');
		expect(issued(changed('approver', { valid: null }))).toBeNull();
		expect(issued(changed('approver', { decision: 'rejected' }))).toBeNull();
		expect(issued(SIGNED.slice(0, 2))).toBeNull();
	});
});
