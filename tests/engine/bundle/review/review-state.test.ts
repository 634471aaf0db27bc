import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReviewPredicate } from '../../../../contract/review.ts';
import { addReview, buildBundle, mayTakeStep, readReviewState } from '../../../../engine/bundle/index.ts';
import { folder } from '../folder.ts';
import { sampleBlobs, sampleStatement } from '../sample-report.ts';
import { person } from '../workshop.ts';

const compiler = person('张三');
const reviewer = person('钱二', 'sm2-sm3');
const approver = person('孙三');

async function exported(): Promise<string> {
	const file = join(await folder(), 'a.xcr');
	await buildBundle({ statement: sampleStatement(), signers: [compiler], blobs: sampleBlobs(), out: file });
	return file;
}

const LAB = '某测试中心';
const review = (change: Partial<ReviewPredicate> = {}): ReviewPredicate => ({
	verifier: { id: LAB, person: '钱二' },
	role: 'reviewer',
	timeCreated: '2026-11-21T01:00:00.000Z',
	properties: [],
	decision: 'approved',
	scope: [],
	reasons: [],
	opened: [],
	...change,
});
const asApprover = { role: 'approver', verifier: { id: LAB, person: '孙三' } } as const;
const key = (orgName: string, name: string | undefined, keyid = `sha256:${'7b'.repeat(32)}`) => ({
	keyid,
	owner: { orgName, role: 'lab' as const, ...(name === undefined ? {} : { person: name }) },
});

describe('where a report stands', () => {
	it('is said by its own file, step after step', async () => {
		const file = await exported();
		expect(await readReviewState(file)).toMatchObject({ stage: 'signed', awaits: 'reviewer' });
		await addReview({ file, review: review(), signers: [reviewer] });
		expect(await readReviewState(file)).toMatchObject({ stage: 'reviewed', awaits: 'approver' });
		await addReview({ file, review: review(asApprover), signers: [approver] });
		expect(await readReviewState(file)).toMatchObject({ stage: 'approved', awaits: null });
	});

	it('is what the reviewer said last, and an agreement about some cases only is none', async () => {
		const file = await exported();
		await addReview({ file, review: review({ scope: ['demo/one'] }), signers: [reviewer] });
		expect(await readReviewState(file)).toMatchObject({ stage: 'signed' });
		const returned = review({ decision: 'rejected', reasons: ['缺少照片'], timeCreated: '2026-11-22T01:00:00.000Z' });
		await addReview({ file, review: returned, signers: [reviewer] });
		expect(await readReviewState(file)).toMatchObject({ stage: 'returned', awaits: null });
		await addReview({ file, review: review({ timeCreated: '2026-11-23T01:00:00.000Z' }), signers: [reviewer] });
		expect(await readReviewState(file)).toMatchObject({ stage: 'reviewed' });
		await addReview({ file, review: review({ decision: 'withdrawn', reasons: ['有误'] }), signers: [compiler] });
		expect(await readReviewState(file)).toMatchObject({ stage: 'withdrawn', awaits: null });
	});

	it('is not told of a file that is no report, and not by a review that was altered', async () => {
		const file = await exported();
		await addReview({ file, review: review(), signers: [reviewer] });
		const bytes = await readFile(file);
		const at = bytes.indexOf('attestations/0100.dsse.json') + 512 + 40;
		bytes[at] = (bytes[at] ?? 0) ^ 1;
		await writeFile(file, bytes);
		expect(await readReviewState(file)).toMatchObject({ stage: 'signed' });
		await writeFile(file, 'no report');
		expect(await readReviewState(file)).toBeNull();
	});
});

describe('who may take the next step', () => {
	it('is nobody who signed the report, by key or by name', async () => {
		const state = await readReviewState(await exported());
		if (state === null) throw new Error('the sample does not open');
		const { orgName } = sampleStatement().predicate.operator;
		expect(mayTakeStep(state, key(LAB, '钱二'))).toBe(true);
		expect(mayTakeStep(state, key(LAB, '钱二', compiler.keyid))).toBe(false);
		expect(mayTakeStep(state, key(orgName, sampleStatement().predicate.operator.person))).toBe(false);
		// Of the same house and without a name it may well be the same person.
		expect(mayTakeStep(state, key(orgName, undefined))).toBe(false);
		expect(mayTakeStep(state, key(orgName, '钱二'))).toBe(true);
	});

	it('is nobody who reviewed it, once it waits for its approval; but again the one who returned it', async () => {
		const file = await exported();
		await addReview({ file, review: review({ scope: ['demo/one'] }), signers: [reviewer] });
		const before = await readReviewState(file);
		await addReview({ file, review: review(), signers: [reviewer] });
		const after = await readReviewState(file);
		if (before === null || after === null) throw new Error('the sample does not open');
		expect([before.awaits, mayTakeStep(before, key(LAB, '钱二', reviewer.keyid))]).toEqual(['reviewer', true]);
		expect([after.awaits, mayTakeStep(after, key(LAB, '钱 二'))]).toEqual(['approver', false]);
		expect(mayTakeStep(after, key(LAB, '孙三', approver.keyid))).toBe(true);
	});
});
