import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../../../contract/client.ts';
import { openEngine } from '../../../engine/index.ts';
import { pack, person, reportParts } from '../bundle/workshop.ts';

// What the records say of keys, and what becomes of copies of them.
const owner = { orgName: '某测试中心', person: '李四', role: 'lab' as const };
let folder: string;
let engine: Awaited<ReturnType<typeof openEngine>>;
let client: Client;
let keyid: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'shipei-keys-'));
	engine = await openEngine({ dataDirectory: folder });
	client = engine.client;
	const [key] = await client.call('key.create', { owner, suites: ['ed25519'], passphrase: '口令' });
	keyid = key?.keyid ?? '';
});
afterAll(async () => {
	await engine.close('test ended');
	await rm(folder, { recursive: true, force: true });
});

const listed = async () => (await client.call('key.list', {}))[0];
const audited = async () => (await client.call('audit.list', {})).entries.map(({ type }) => type);

it('a fresh key was never used and never backed up', async () => {
	expect(await listed()).toMatchObject({ keyid, lastUsedOn: null, backedUpOn: null });
});

it('a review that it signs is its last use', async () => {
	const file = join(folder, 'a.xcr');
	await writeFile(file, await pack(await reportParts([person('张三')])));
	await client.call('review.make', { file, decision: 'approved', role: 'reviewer', passphrase: '口令' });
	const { lastUsedOn } = await client.call('key.show', { keyid });
	expect(lastUsedOn).toBe((await client.call('audit.list', {})).entries.at(-1)?.at);
	expect((await listed())?.lastUsedOn).toBe(lastUsedOn);
});

it('a backup needs the right passphrase, is for its owner’s eyes only, overwrites nothing and goes on record', async () => {
	const out = join(folder, 'backup.pem');
	const wrong = client.call('key.backUp', { keyid, passphrase: 'x', out });
	await expect(wrong).rejects.toMatchObject({ code: 'key.wrong-passphrase' });
	expect((await listed())?.backedUpOn).toBeNull();
	const { pem, file } = await client.call('key.backUp', { keyid: keyid.slice(0, 20), passphrase: '口令', out });
	expect([file, await readFile(out, 'utf8'), (await stat(out)).mode & 0o777]).toEqual([out, pem, 0o600]);
	expect((await listed())?.backedUpOn).not.toBeNull();
	expect(await audited()).toEqual(['key.created', 'review.made', 'key.backedUp']);
	const over = client.call('key.backUp', { keyid, passphrase: '口令', out });
	await expect(over).rejects.toMatchObject({ code: 'call.unwritable-file' });
});

it('a key comes in as a file or as its text, not as both, and what it is was not made here', async () => {
	const { pem } = await client.call('key.backUp', { keyid, passphrase: '口令' });
	await expect(client.call('key.import', { pem, owner, passphrase: '口令' })).rejects.toMatchObject({
		code: 'key.exists',
	});
	const both = client.call('key.import', { pem, file: '/x', owner });
	await expect(both).rejects.toMatchObject({ code: 'call.bad-input' });
	await expect(client.call('key.import', { owner })).rejects.toMatchObject({ code: 'call.bad-input' });
	const other = await mkdtemp(join(tmpdir(), 'shipei-keys-'));
	const elsewhere = await openEngine({ dataDirectory: other });
	const taken = await elsewhere.client.call('key.import', { pem, owner, passphrase: '口令' });
	expect(taken.keyid).toBe(keyid);
	expect((await elsewhere.client.call('audit.list', {})).entries.map(({ type }) => type)).toEqual(['key.imported']);
	await elsewhere.close('test ended');
	await rm(other, { recursive: true, force: true });
});
