import { rmSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../../contract/client.ts';
import type { Verification } from '../../../contract/verification.ts';
import { importReports } from '../../../engine/api/import-reports.ts';
import { importedReports } from '../../../engine/api/imported-reports.ts';
import { removeReport } from '../../../engine/api/remove-report.ts';
import { createKnownReports } from '../../../engine/api/results/known-reports.ts';
import { rememberedResults } from '../../../engine/api/results/remembered-results.ts';
import { reportResults } from '../../../engine/api/results/report-results.ts';
import { type ByteSource, readBundle, verifyBundle } from '../../../engine/bundle/index.ts';
import { openEngine } from '../../../engine/index.ts';
import { openStore, type Store } from '../../../engine/store/index.ts';
import { sampleStatement } from '../bundle/sample-report.ts';
import { keysOf, type MemoryPart, pack, person, reportParts, reviewPart, withParts } from '../bundle/workshop.ts';

// Reports of somebody else come in: listed, kept as they are, never taken for own ones.
const vendor = person('张三');
const reviewer = person('李四');
let folder: string;
let stick: string;
let engine: Awaited<ReturnType<typeof openEngine>>;
let client: Client;
let parts: MemoryPart[];
let file: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'shipei-import-'));
	stick = await mkdtemp(join(tmpdir(), 'shipei-stick-'));
	engine = await openEngine({ dataDirectory: folder });
	client = engine.client;
	parts = await reportParts([vendor]);
	file = await write('送检.xcr', parts);
});
afterAll(async () => {
	await engine.close('test ended');
	await rm(folder, { recursive: true, force: true });
	await rm(stick, { recursive: true, force: true });
});

async function write(name: string, entries: readonly MemoryPart[]): Promise<string> {
	const path = join(stick, name);
	writeFileSync(path, await pack(entries));
	return path;
}

const states = async (files: string[], apply = true) => {
	const { files: found, imported } = await client.call('report.import', { files, apply, by: '王工' });
	return [...found.map(({ state }) => state), imported];
};
const results = async () => (await client.call('report.results', {})).results;

it('a look keeps nothing', async () => {
	const { files } = await client.call('report.import', { files: [file], apply: false });
	expect(files).toMatchObject([
		{ file, state: 'new', verdict: 'intact', summary: { product: { name: '演示软件' } }, problem: null },
	]);
	expect(await results()).toEqual([]);
});

it('a bad file is named with its reason and not kept, and does not keep the good one from coming in', async () => {
	const flipped = ({ name, bytes }: MemoryPart) => ({ name, bytes: bytes.map((byte) => byte ^ 1) });
	const altered = await write('altered.xcr', [...parts.slice(0, -1), ...parts.slice(-1).map(flipped)]);
	const nothing = join(stick, 'nothing.xcr');
	const noReport = join(stick, 'letter.xcr');
	writeFileSync(noReport, 'Dear laboratory');
	const { files, imported } = await client.call('report.import', {
		files: [altered, nothing, noReport, file],
		by: '王工',
	});
	expect(files.map(({ state, problem }) => [state, problem?.code])).toEqual([
		['bad', 'evidence.digests'],
		['bad', 'bundle.not-readable'],
		['bad', 'container.format'],
		['new', undefined],
	]);
	expect(imported).toBe(1);
	expect((await results()).map(({ imported: from }) => from?.name)).toEqual(['送检.xcr']);
});

it('the same file again is known, under whichever name, also twice in one go', async () => {
	const copy = join(stick, 'copy.xcr');
	await cp(file, copy);
	expect(await states([file, copy])).toEqual(['known', 'known', 0]);
	const other = await write('other.xcr', await reportParts([vendor], sampleStatement({ runId: 'another' })));
	const twin = join(stick, 'twin.xcr');
	await cp(other, twin);
	expect(await states([other, twin], false)).toEqual(['new', 'known', 0]);
	expect(await states([other, twin])).toEqual(['new', 'known', 1]);
});

it('a file with a review besides takes the place of the one that had none, and not the other way round', async () => {
	const reviewed = await write(
		'reviewed.xcr',
		withParts(parts, await reviewPart(parts, [reviewer]), ...keysOf([reviewer])),
	);
	expect(await states([reviewed], false)).toEqual(['more', 0]);
	expect(await states([reviewed])).toEqual(['more', 1]);
	expect(await states([file, reviewed])).toEqual(['known', 'known', 0]);
	const [first] = await results();
	expect(first?.imported?.name).toBe('reviewed.xcr');
	const { reviews } = await client.call('bundle.verify', { file: first?.file ?? '' });
	expect(reviews).toHaveLength(1);
});

it('copies that came back with different reviews are one report with all of them, in whichever order they come', async () => {
	const statement = sampleStatement({ runId: 'two ways' });
	const report = await reportParts([vendor], statement);
	const back = async (name: string, who: typeof reviewer, timeCreated: string) =>
		write(name, withParts(report, await reviewPart(report, [who], { timeCreated }), ...keysOf([who])));
	const one = await back('one.xcr', reviewer, '2026-11-21T02:00:00Z');
	const other = await back('other-way.xcr', person('赵六'), '2026-11-21T03:00:00Z');
	expect(await states([one, other])).toEqual(['new', 'more', 2]);
	const kept = (await results()).find(({ imported: from }) => from?.name === 'other-way.xcr');
	const { verdict, reviews } = await client.call('bundle.verify', { file: kept?.file ?? '' });
	expect([verdict, reviews.map(({ timeCreated }) => timeCreated).sort()]).toEqual([
		'intact',
		['2026-11-21T02:00:00Z', '2026-11-21T03:00:00Z'],
	]);
	expect(await states([one, other])).toEqual(['known', 'known', 0]);
	await client.call('report.remove', { report: kept?.reportId ?? '', by: '王工', reason: '只为此例' });
});

it('what came in stays when the stick is pulled, tells where it came from, and is no own report', async () => {
	rmSync(file);
	const [first] = await results();
	expect(first).toMatchObject({
		...{
			origin: 'imported',
			present: true,
			run: null,
			verdict: 'intact',
			signers: [{ keyid: vendor.keyid, owner: null }],
		},
		imported: { name: 'reviewed.xcr', by: '王工' },
		summary: { platform: { cpuVendor: 'phytium' }, levels: { must: { passed: 1, tests: 2 } } },
	});
	expect(await client.call('report.list', {})).toEqual([]);
	const { entries } = await client.call('audit.list', {});
	expect(entries.filter(({ type }) => type !== 'report.removed').map(({ type }) => type)).toEqual(
		Array.from({ length: 5 }, () => 'report.imported'),
	);
	expect(await client.call('audit.verify', {})).toMatchObject({ intact: true });
});

it('pages through all reports, oldest first', async () => {
	const whole = await results();
	const { results: second, total } = await client.call('report.results', { after: 1, limit: 1 });
	expect([second, total]).toEqual([[whole[1]], whole.length]);
});

it('one that was removed is listed no more, with who and why on record, and may come in again', async () => {
	const [first] = await results();
	const id = first?.reportId ?? '';
	const ask = (report: string) => client.call('report.remove', { report, by: '王工', reason: '误送' });
	await expect(ask(`sha256:${'0'.repeat(64)}`)).rejects.toMatchObject({ code: 'report.not-imported' });
	await expect(client.call('report.remove', { report: id, by: ' ', reason: '误送' })).rejects.toMatchObject({
		code: 'call.bad-input',
	});
	const kept = first?.file ?? '';
	expect(await ask(id.slice(0, 20))).toEqual({ reportId: id, name: 'reviewed.xcr' });
	expect((await results()).map(({ reportId }) => reportId)).not.toContain(id);
	const { entries } = await client.call('audit.list', {});
	expect(entries.at(-1)?.fact).toEqual({ type: 'report.removed', reportId: id, by: '王工', reason: '误送' });
	await expect(ask(id)).rejects.toMatchObject({ code: 'report.not-imported' });
	const usage = await client.call('data.usage', {});
	// Two of it, and two of the one that went two ways.
	expect(usage.proposals.find(({ what }) => what === 'removedReports')?.names).toHaveLength(4);
	const again = join(stick, 'again.xcr');
	await cp(kept, again);
	expect(await states([again])).toEqual(['new', 1]);
	expect((await results()).map(({ reportId }) => reportId)).toContain(id);
});

describe('beside own reports', () => {
	let store: Store;
	let own: string;
	const takeIn = (files: string[], verify: (path: string) => Promise<Verification> = verifyBundle) =>
		importReports({ store, dataDirectory: folder, verify }, { files, apply: true, by: '王工' });

	beforeAll(async () => {
		store = openStore({ directory: await mkdtemp(join(folder, 'own-')) });
		own = await write('own.xcr', parts);
	});
	afterAll(() => store.close());

	it('what is kept is what was verified, though the file is exchanged meanwhile', async () => {
		const exchanged = await write(
			'exchanged.xcr',
			await reportParts([vendor], sampleStatement({ runId: 'exchanged' })),
		);
		const { files } = await takeIn([exchanged], (path) => {
			writeFileSync(exchanged, 'something else');
			return verifyBundle(path);
		});
		expect(files[0]?.state).toBe('new');
		const [kept] = importedReports(store);
		expect(await verifyBundle(kept?.file ?? '')).toMatchObject({ verdict: 'intact', reportId: files[0]?.reportId });
	});

	it('a report that was signed here is not taken in, and stays an own one where both are on record', async () => {
		const { files } = await takeIn([own]);
		expect(files[0]?.state).toBe('new');
		const reportId = files[0]?.reportId ?? '';
		const envelope = store.keepEvidence(
			{ name: 'report.dsse', mediaType: 'application/json', role: 'other', source: 'test' },
			{ bytes: Buffer.from('{}') },
		);
		store.append({ type: 'report.exported', run: 'run-1', reportId, file: own, keyids: [], envelope });
		expect((await takeIn([own])).files[0]?.state).toBe('own');
		const remove = () => removeReport(store, { report: reportId, by: '王工', reason: '误送' });
		expect(remove).toThrow(expect.objectContaining({ code: 'report.own' }));
		const read = (bytes: ByteSource) => readBundle(bytes, {});
		const remembered = rememberedResults({
			...{ store, dataDirectory: folder, version: '1', trust: null, policy: null, now: Date.now },
		});
		const known = createKnownReports(store);
		const { results: all } = await reportResults({ known, read, remembered }, { after: 0, limit: 10, servers: false });
		expect(all.find((one) => one.reportId === reportId)).toMatchObject({ origin: 'own', file: own, imported: null });
	});
});
