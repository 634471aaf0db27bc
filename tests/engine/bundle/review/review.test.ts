import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReviewPredicate } from '../../../../contract/review.ts';
import {
	addReceipt,
	addReview,
	addReviewEnvelope,
	buildBundle,
	readBundle,
	verifyBundle,
} from '../../../../engine/bundle/index.ts';
import { readPublicKey } from '../../../../engine/crypto/index.ts';
import { folder } from '../folder.ts';
import { sampleBlobs, sampleStatement } from '../sample-report.ts';
import { type Person, person, receiptPart, reportParts, reviewPart, unpack } from '../workshop.ts';

const vendor = person('张三');
const reviewer = person('钱二', 'sm2-sm3');
const approver = person('孙三');
const registry = person('registry');

const review = (change: Partial<ReviewPredicate> = {}): ReviewPredicate => ({
	verifier: { id: '某测试中心', person: '钱二', title: '审核员' },
	role: 'reviewer',
	timeCreated: '2026-11-21T01:00:00.000Z',
	properties: ['report.signatures'],
	decision: 'approved',
	scope: [],
	reasons: [],
	opened: [],
	...change,
});

async function exported(): Promise<{ dir: string; file: string; reportId: string }> {
	const dir = await folder();
	const file = join(dir, 'a.xcr');
	const { reportId } = await buildBundle({
		statement: sampleStatement(),
		signers: [vendor],
		blobs: sampleBlobs(),
		out: file,
	});
	return { dir, file, reportId };
}

const keyOf = (who: Person) => readPublicKey(who.spki)!;

describe('adding to a bundle', () => {
	it('leaves every earlier entry as it was, review after review and with a receipt', async () => {
		const { dir, file, reportId } = await exported();
		const steps = [
			() => addReview({ file, review: review(), signers: [reviewer] }),
			() => addReview({ file, review: review({ role: 'approver', verifier: { id: 'x' } }), signers: [approver] }),
			async () =>
				addReceipt({
					file,
					envelope: (await receiptPart(await unpack(file), [registry])).bytes,
					keys: [keyOf(registry)],
				}),
		];
		for (const step of steps) {
			const before = await unpack(file);
			await step();
			const after = new Map((await unpack(file)).map(({ name, bytes }) => [name, Buffer.from(bytes)]));
			for (const { name, bytes } of before) expect(after.get(name)?.equals(bytes), name).toBe(true);
			expect(after.size).toBe(before.length + 2);
		}
		const verification = await verifyBundle(file);
		expect(verification).toMatchObject({
			verdict: 'intact',
			reportId,
			reviews: [
				{ role: 'reviewer', decision: 'approved', verifier: '某测试中心', person: '钱二' },
				{ role: 'approver' },
			],
			receipts: [{ registry: 'registry.example', status: 'accepted' }],
		});
		expect(await readdir(dir)).toEqual(['a.xcr']);
	});

	it('may write another file and leave the first alone', async () => {
		const { dir, file } = await exported();
		const before = await readFile(file);
		await addReview({ file, out: join(dir, 'b.xcr'), review: review(), signers: [reviewer] });
		expect(await readFile(file)).toEqual(before);
		expect((await verifyBundle(join(dir, 'b.xcr'))).reviews).toHaveLength(1);
	});

	it('gives the same bytes for the same review', async () => {
		const { dir, file } = await exported();
		for (const out of ['b.xcr', 'c.xcr'])
			await addReview({ file, out: join(dir, out), review: review(), signers: [reviewer] });
		expect(await readFile(join(dir, 'c.xcr'))).toEqual(await readFile(join(dir, 'b.xcr')));
	});

	it('takes a receipt or a review from elsewhere once, and only for this report', async () => {
		const { file } = await exported();
		const parts = await unpack(file);
		const receipt = { file, envelope: (await receiptPart(parts, [registry])).bytes, keys: [keyOf(registry)] };
		expect(await addReceipt(receipt)).not.toBeNull();
		expect(await addReceipt(receipt)).toBeNull();
		const foreign = { file, envelope: (await reviewPart(parts, [approver])).bytes, keys: [keyOf(approver)] };
		expect(await addReviewEnvelope(foreign)).not.toBeNull();
		expect(await addReviewEnvelope(foreign)).toBeNull();
		const other = await reportParts([vendor], sampleStatement({ runId: 'another' }));
		const moved = { file, envelope: (await receiptPart(other, [registry])).bytes, keys: [keyOf(registry)] };
		await expect(addReceipt(moved)).rejects.toMatchObject({ code: 'review.not-about-this' });
		await expect(addReceipt({ ...receipt, keys: [] })).rejects.toMatchObject({ code: 'review.bad-envelope' });
		await expect(addReceipt({ ...receipt, envelope: foreign.envelope, keys: foreign.keys })).rejects.toMatchObject({
			code: 'review.bad-envelope',
		});
	});

	it('keeps the two-person rule: nobody reviews what they signed, nobody fills both roles', async () => {
		const { file } = await exported();
		await expect(addReview({ file, review: review(), signers: [vendor] })).rejects.toMatchObject({
			code: 'review.same-person',
		});
		await addReview({ file, review: review(), signers: [reviewer] });
		const both = addReview({ file, review: review({ role: 'approver' }), signers: [reviewer] });
		await expect(both).rejects.toMatchObject({ code: 'review.same-person' });
		const twin = addReview({ file, review: review({ role: 'approver' }), signers: [approver] });
		await expect(twin, 'the same name with another key').rejects.toMatchObject({ code: 'review.same-person' });
		const tester = { id: '某软件有限公司', person: '张 三' };
		const own = addReview({ file, review: review({ verifier: tester }), signers: [approver] });
		await expect(own, 'who tested, with another key').rejects.toMatchObject({ code: 'review.same-person' });
		const verifier = { id: '某测试中心', person: '孙三' };
		await addReview({ file, review: review({ role: 'approver', verifier }), signers: [approver] });
		const withdrawal = review({ decision: 'withdrawn', reasons: ['有误'], role: 'approver' });
		await addReview({ file, review: withdrawal, signers: [vendor] });
		expect((await verifyBundle(file)).verdict).toBe('refused');
	});

	it('asks for a reason for everything but a plain approval', async () => {
		const { file } = await exported();
		for (const decision of ['rejected', 'withdrawn', 'approved-with-waivers'] as const) {
			const without = addReview({ file, review: review({ decision, reasons: [' '] }), signers: [reviewer] });
			await expect(without).rejects.toMatchObject({ code: 'review.no-reason' });
		}
	});

	it('refuses a file that does not verify, and leaves it alone', async () => {
		const { dir, file } = await exported();
		const bytes = await readFile(file);
		bytes[bytes.length - 1500] = (bytes[bytes.length - 1500] ?? 0) ^ 1;
		await writeFile(file, bytes);
		await expect(addReview({ file, review: review(), signers: [reviewer] })).rejects.toMatchObject({
			code: 'bundle.invalid',
		});
		expect(await readFile(file)).toEqual(bytes);
		expect(await readdir(dir)).toEqual(['a.xcr']);
	});

	it('hands the opened statements to whoever renders them', async () => {
		const { file } = await exported();
		await addReview({ file, review: review(), signers: [reviewer] });
		const { bundle } = await readBundle(file);
		expect(bundle?.report.statement).toEqual(sampleStatement());
		expect(bundle?.reviews[0]?.statement.predicate).toEqual(review());
	});
});
