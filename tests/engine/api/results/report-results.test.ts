import { rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKnownReports } from '../../../../engine/api/results/known-reports.ts';
import { rememberedResults } from '../../../../engine/api/results/remembered-results.ts';
import { reportResults } from '../../../../engine/api/results/report-results.ts';
import { type ByteSource, readBundle } from '../../../../engine/bundle/index.ts';
import { openStore, type Store } from '../../../../engine/store/index.ts';
import { keysOf, type MemoryPart, pack, person, reportParts, reviewPart, withParts } from '../../bundle/workshop.ts';

// One own report, written to two files that went different ways.
const [lab, reviewer] = [person('张三'), person('李四')];
let data: string;
let store: Store;
let report: MemoryPart[];
let reportId: string;

beforeEach(async () => {
	data = await mkdtemp(join(tmpdir(), 'shipei-copies-'));
	store = openStore({ directory: data });
	report = await reportParts([lab]);
	reportId = (await readBundle(await write('old.xcr'))).verification.reportId ?? '';
});
afterEach(async () => {
	store.close();
	await rm(data, { recursive: true, force: true });
});

async function write(name: string, ...added: MemoryPart[]): Promise<string> {
	const file = join(data, name);
	writeFileSync(file, await pack(withParts(report, ...added)));
	return file;
}
const exported = (file: string) => {
	const envelope = store.keepEvidence(
		{ name: 'report.dsse', mediaType: 'application/json', role: 'other' },
		{ bytes: Buffer.from('{}') },
	);
	store.append({ type: 'report.exported', run: 'run-1', reportId, file, keyids: [], envelope });
};
const known = () => createKnownReports(store);
async function result(ask = known()) {
	const remembered = rememberedResults({
		...{ store, dataDirectory: data, version: '1', trust: null, policy: null, now: Date.now },
	});
	const read = (bytes: ByteSource) => readBundle(bytes, {});
	const { results, total } = await reportResults(
		{ known: ask, read, remembered },
		{ after: 0, limit: 9, servers: false },
	);
	expect(total).toBe(1);
	return results[0];
}
const withdrawal = async () => [
	await reviewPart(report, [reviewer], { decision: 'withdrawn', reasons: ['样品错误'] }),
	...keysOf([reviewer]),
];

it('a withdrawal in the older copy counts, although the newest file does not carry it', async () => {
	exported(await write('old.xcr'));
	exported(await write('new.xcr'));
	expect(await result()).toMatchObject({ file: join(data, 'new.xcr'), verdict: 'intact', present: true });
	await write('old.xcr', ...(await withdrawal()));
	expect(await result()).toMatchObject({ file: join(data, 'new.xcr'), verdict: 'refused' });
});

it('a copy that was altered takes nothing from the one that counts', async () => {
	exported(join(data, 'old.xcr'));
	exported(await write('new.xcr'));
	writeFileSync(join(data, 'old.xcr'), 'nothing');
	expect(await result()).toMatchObject({ file: join(data, 'new.xcr'), verdict: 'intact' });
	writeFileSync(join(data, 'new.xcr'), 'nothing');
	expect(await result()).toMatchObject({ file: join(data, 'new.xcr'), verdict: 'invalid' });
});

it('the newest file that is there counts; without any, the report says nothing', async () => {
	exported(join(data, 'old.xcr'));
	exported(await write('new.xcr'));
	rmSync(join(data, 'new.xcr'));
	expect(await result()).toMatchObject({ file: join(data, 'old.xcr'), verdict: 'intact', present: true });
	rmSync(join(data, 'old.xcr'));
	expect(await result()).toMatchObject({ verdict: null, summary: null, present: false });
});

it('the list of reports is asked for again only after something was recorded, and then it is', async () => {
	exported(await write('old.xcr'));
	const ask = known();
	const before = ask();
	expect(ask()).toBe(before);
	exported(await write('new.xcr'));
	expect(ask()).not.toBe(before);
	expect(await result(ask)).toMatchObject({ file: join(data, 'new.xcr') });
});
