import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../../../contract/client.ts';
import { openEngine } from '../../../engine/index.ts';

// What a reviewer is shown of a signed file, and what the laboratory wants looked at before somebody agrees.
const SUITES = fileURLToPath(new URL('../../e2e/suites', import.meta.url));
const PICTURE = Buffer.from('not really a picture').toString('base64');

let dataDirectory: string;
let engine: Awaited<ReturnType<typeof openEngine>>;
let client: Client;
let file: string;
let reviewer: string;

beforeAll(async () => {
	dataDirectory = await mkdtemp(join(tmpdir(), 'shipei-review-'));
	await cp(SUITES, join(dataDirectory, 'suites'), { recursive: true });
	engine = await openEngine({ dataDirectory });
	client = engine.client;
	const { run } = await client.call('run.start', { suites: ['office-demo'] });
	await until(async () => (await client.call('run.show', { run })).cases.some(({ state }) => state === 'asking'));
	const key = 'office-demo/looks-right';
	const step =
		(await client.call('run.plan', { run })).cases.find((planned) => planned.key === key)?.steps[0]?.id ?? '';
	const evidence = await client.call('evidence.add', { name: 'a.png', mediaType: 'image/png', base64: PICTURE, run });
	const answer = { expected: 0, verdict: 'warned' as const, actual: '', comment: '字体不同', evidence: [evidence] };
	await client.call('run.answer', { run, key, step, by: '王工', answers: [answer] });
	await until(async () => (await client.call('run.show', { run })).state === 'ended');
	await client.call('run.waive', { run, key: 'office-demo/libraries', by: '李工', reason: '随下一版修复' });
	const [made] = await newKey('王工');
	file = join(dataDirectory, 'a.xcr');
	await client.call('report.export', { run, out: file, keyids: [made?.keyid ?? ''] });
	reviewer = (await newKey('赵工'))[0]?.keyid ?? '';
});

afterAll(async () => {
	await engine.close('test ended');
	await rm(dataDirectory, { recursive: true, force: true });
});

it('what did not pass, what was waived and every piece of evidence of a case is named from the file alone', async () => {
	const material = await client.call('review.material', { file });
	expect(material.failed.map(({ id, status }) => [id, status])).toEqual([['office-demo/libraries', 'failed']]);
	expect(material.waived.map(({ id, waiver }) => [id, waiver?.by, waiver?.reason])).toEqual([
		['office-demo/libraries', '李工', '随下一版修复'],
	]);
	expect(material.otherwise).toEqual([]);
	expect(material.evidence.map(({ name }) => name)).toContain('a.png');
	expect(material.mustOpen).toBe(0);
	const picture = material.evidence.find(({ name }) => name === 'a.png');
	expect(picture?.cases).toEqual(['office-demo/looks-right']);
	const { base64 } = await client.call('review.evidence', { file, sha256: picture?.sha256 ?? '' });
	expect(base64).toBe(PICTURE);
});

it('the list of reports says which step each waits for, and whose keys may take it', async () => {
	const [listed] = await client.call('report.list', {});
	expect(listed).toMatchObject({ stage: 'signed', awaits: { role: 'reviewer' } });
	const zhao = (await client.call('key.list', {})).filter(({ owner }) => owner.person === '赵工');
	expect(listed?.awaits?.keyids.toSorted()).toEqual(zhao.map(({ keyid }) => keyid).toSorted());
});

it('evidence that the file does not hold is not made up', async () => {
	await expect(client.call('review.evidence', { file, sha256: 'ab'.repeat(32) })).rejects.toMatchObject({
		code: 'bundle.blob-missing',
	});
});

it('where evidence must be opened, agreeing without is refused; what was opened stands in the review', async () => {
	await client.call('settings.change', { name: 'review.mustOpen', value: 2 });
	const { evidence, mustOpen } = await client.call('review.material', { file });
	expect(mustOpen).toBe(2);
	const opened = [...new Set(evidence.map(({ sha256 }) => sha256))].slice(0, 2);
	const review = { file, role: 'reviewer', decision: 'approved', keyid: reviewer } as const;
	for (const short of [
		[],
		opened.slice(0, 1),
		[opened[0] ?? '', opened[0] ?? ''],
		[opened[0] ?? '', 'ab'.repeat(32)],
	]) {
		await expect(client.call('review.make', { ...review, opened: short })).rejects.toMatchObject({
			code: 'review.open-more',
			details: { needed: 2 },
		});
	}
	const { verification } = await client.call('review.make', { ...review, opened });
	expect(verification.reviews).toMatchObject([{ decision: 'approved' }]);
	const [listed] = await client.call('report.list', {});
	expect(listed).toMatchObject({ stage: 'reviewed', awaits: { role: 'approver', keyids: [] } });
});

it('a retired key takes no step, and a report whose file is gone waits for none', async () => {
	const other = (await newKey('孙工')).map(({ keyid }) => keyid);
	expect((await client.call('report.list', {}))[0]?.awaits?.keyids.toSorted()).toEqual(other.toSorted());
	for (const keyid of other) await client.call('key.retire', { keyid });
	expect((await client.call('report.list', {}))[0]?.awaits?.keyids).toEqual([]);
	await rm(file);
	expect((await client.call('report.list', {}))[0]).toMatchObject({ present: false, stage: null, awaits: null });
});

function newKey(person: string) {
	return client.call('key.create', { owner: { orgName: '示例实验室', person, role: 'lab' } });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
	for (let tries = 0; tries < 600; tries += 1) {
		if (await holds()) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('it never came about');
}
