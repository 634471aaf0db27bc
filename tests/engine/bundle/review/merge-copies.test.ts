import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { mergeCopies, mergedBytes, verifyBundle } from '../../../../engine/bundle/index.ts';
import { folder } from '../folder.ts';
import { sampleStatement } from '../sample-report.ts';
import {
	keysOf,
	type MemoryPart,
	pack,
	person,
	receiptPart,
	reportParts,
	reviewPart,
	unpack,
	withParts,
} from '../workshop.ts';

const [vendor, li, zhao, registry] = [person('张三'), person('李四'), person('赵六'), person('登记处')];
let dir: string;
let report: MemoryPart[];
beforeEach(async () => {
	dir = await folder();
	report = await reportParts([vendor]);
});

const write = async (name: string, ...parts: MemoryPart[]) => {
	const file = join(dir, name);
	await writeFile(file, await pack(withParts(report, ...parts)));
	return file;
};
const reviewed = async (name: string, who: typeof li, timeCreated: string) =>
	write(name, await reviewPart(report, [who], { timeCreated }), ...keysOf([who]));
const said = async (source: Parameters<typeof verifyBundle>[0]) => {
	const { verdict, reviews, receipts } = await verifyBundle(source);
	return [verdict, reviews.map(({ timeCreated }) => timeCreated).sort(), receipts.length];
};
const [EARLY, LATE] = ['2026-11-21T02:00:00Z', '2026-11-21T03:00:00Z'];

describe('two copies of one report', () => {
	it('become one file with the reviews and receipts of both, whichever comes first', async () => {
		const one = await reviewed('a.xcr', li, EARLY);
		const review = await reviewPart(report, [zhao], { timeCreated: LATE });
		const other = await write('b.xcr', review, await receiptPart(report, [registry]), ...keysOf([zhao, registry]));
		const out = join(dir, 'out.xcr');
		expect(await mergeCopies({ file: one, other, out })).not.toBeNull();
		expect(await said(out)).toEqual(['intact', [EARLY, LATE], 1]);
		expect(await mergeCopies({ file: other, other: one, out })).not.toBeNull();
		expect(await said(out)).toEqual(['intact', [EARLY, LATE], 1]);
		// Nothing of the report itself changes.
		const entry = async (file: string) => (await unpack(file)).find(({ name }) => name.includes('0000.dsse'))?.bytes;
		expect(await entry(out)).toEqual(await entry(one));
	});

	it('say the same: nothing is written', async () => {
		const one = await reviewed('same.xcr', li, EARLY);
		const without = await write('without.xcr');
		const out = join(dir, 'nothing.xcr');
		expect(await mergeCopies({ file: one, other: one, out })).toBeNull();
		expect(await mergeCopies({ file: one, other: without, out })).toBeNull();
		await expect(verifyBundle(out)).rejects.toMatchObject({ code: 'bundle.not-readable' });
	});

	it('may be written over one of them', async () => {
		const one = await reviewed('over.xcr', li, EARLY);
		await mergeCopies({ file: one, other: await reviewed('over-b.xcr', zhao, LATE), out: one });
		expect(await said(one)).toEqual(['intact', [EARLY, LATE], 0]);
	});

	it('are refused when they are of two reports, or when one was altered', async () => {
		const one = await reviewed('mine.xcr', li, EARLY);
		const foreign = join(dir, 'foreign.xcr');
		await writeFile(foreign, await pack(await reportParts([vendor], sampleStatement({ runId: 'another' }))));
		const out = join(dir, 'refused.xcr');
		await expect(mergeCopies({ file: one, other: foreign, out })).rejects.toMatchObject({
			code: 'review.not-about-this',
		});
		const altered = join(dir, 'altered.xcr');
		await writeFile(altered, Buffer.from(await pack(report)).fill(1, 9000, 9100));
		await expect(mergeCopies({ file: one, other: altered, out })).rejects.toMatchObject({ code: 'bundle.invalid' });
	});

	it('can be verified together, three of them, without a file; a broken one adds nothing', async () => {
		const files = [
			await write('plain.xcr'),
			await reviewed('r1.xcr', li, EARLY),
			await reviewed('r2.xcr', zhao, LATE),
		] as const;
		const all = await mergedBytes([...files]);
		expect(all !== null && (await said(all))).toEqual(['intact', [EARLY, LATE], 0]);
		const broken = join(dir, 'broken.xcr');
		await writeFile(broken, 'nothing');
		const rest = await mergedBytes([files[1], broken, join(dir, 'gone.xcr'), files[2]]);
		expect(rest !== null && (await said(rest))).toEqual(['intact', [EARLY, LATE], 0]);
		expect(await mergedBytes([broken, files[1]])).toBeNull();
	});
});
