import { describe, expect, it } from 'vitest';
import { draftMark, issuedOn } from '../../../../engine/report/facts/signatures.ts';
import type { ReportSignature } from '../../../../engine/report/index.ts';
import { SIGNED, sampleDocument } from '../sample-document.ts';

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

describe('the date of issue', () => {
	it('is the approver’s, and there is none without an approval that holds', () => {
		const issued = (signed: readonly ReportSignature[]) => issuedOn(sampleDocument({ results: 1, signed }));
		expect(issued(SIGNED)).toBe('2026-11-21T17:00:00Z');
		expect(issued(changed('approver', { valid: null }))).toBeNull();
		expect(issued(changed('approver', { decision: 'rejected' }))).toBeNull();
		expect(issued(SIGNED.slice(0, 2))).toBeNull();
	});
});
