import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fact } from '../../../contract/events.ts';
import { openStore, type Store, takeWriterLock } from '../../../engine/store/index.ts';

let root: string;
let data: string;
let target: string;
let store: Store;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'shipei-backup-'));
	data = join(root, 'data');
	target = join(root, '备份');
	takeWriterLock(data, { pid: process.pid, bootId: 'x', since: 'now', socket: '' });
	store = openStore({ directory: data });
});
afterEach(() => {
	store.close();
	rmSync(root, { recursive: true, force: true });
});

describe('a backup', () => {
	it('is a data folder with every record and every byte of evidence', async () => {
		store.append(setting('lab', '国家实验室'));
		const kept = store.keepEvidence({ name: 'a.txt', mediaType: 'text/plain', role: 'other' }, bytes('证据'));
		writeFileSync(join(data, 'salt'), 'salt', { mode: 0o600 });
		mkdirSync(join(data, 'scratch'));
		writeFileSync(join(data, 'scratch', 'half'), 'half');

		const made = await store.backUp(target);
		expect(made).toMatchObject({ directory: target, copied: 2, kept: 0 });

		const copy = openStore({ directory: target });
		expect(copy.settings()).toEqual({ lab: '国家实验室' });
		expect(copy.verifyChain()).toEqual(store.verifyChain());
		expect(Buffer.from(copy.evidence.read(kept.digest.sha256, 0, 100)).toString()).toBe('证据');
		copy.close();
		expect(statSync(join(target, 'salt')).mode & 0o777).toBe(0o600);
		expect(existsSync(join(target, 'scratch'))).toBe(false);
		expect(existsSync(join(target, 'lock.json'))).toBe(false);
	});

	it('into the folder of an earlier one copies only what is new', async () => {
		store.keepEvidence({ name: 'a', mediaType: 'text/plain', role: 'other' }, bytes('one'));
		await store.backUp(target);
		store.keepEvidence({ name: 'b', mediaType: 'text/plain', role: 'other' }, bytes('two'));
		store.append(setting('x', 1));
		expect(await store.backUp(target)).toMatchObject({ copied: 1, kept: 1 });
		const copy = openStore({ directory: target });
		expect(copy.head()).toEqual(store.head());
		copy.close();
	});

	it('replaces evidence that was cut short in the earlier one', async () => {
		const kept = store.keepEvidence({ name: 'a', mediaType: 'text/plain', role: 'other' }, bytes('whole'));
		await store.backUp(target);
		const file = join(target, 'evidence', kept.digest.sha256.slice(0, 2), kept.digest.sha256);
		writeFileSync(file, 'who');
		expect(await store.backUp(target)).toMatchObject({ copied: 1, kept: 0 });
		expect(readFileSync(file, 'utf8')).toBe('whole');
	});
});

describe('a backup is refused, and writes nothing,', () => {
	it('inside the data folder', async () => {
		await expect(store.backUp(join(data, 'b'))).rejects.toMatchObject({ code: 'store.backup-inside' });
		await expect(store.backUp(data)).rejects.toMatchObject({ code: 'store.backup-inside' });
		expect(existsSync(join(data, 'b'))).toBe(false);
	});

	it('into a folder with other files', async () => {
		mkdirSync(target);
		writeFileSync(join(target, 'thesis.doc'), 'x');
		await expect(store.backUp(target)).rejects.toMatchObject({
			code: 'store.backup-occupied',
			details: { found: 'thesis.doc' },
		});
		expect(existsSync(join(target, 'shipei.db'))).toBe(false);
	});

	it('over the backup of other records, which would be lost', async () => {
		mkdirSync(join(root, 'other'));
		const other = openStore({ directory: join(root, 'other') });
		other.append(setting('of', 'another lab'));
		await other.backUp(target);
		other.close();
		store.append(setting('ours', 1), setting('ours', 2));
		await expect(store.backUp(target)).rejects.toMatchObject({ code: 'store.backup-other', details: { seq: 1 } });
		const copy = openStore({ directory: target });
		expect(copy.settings()).toEqual({ of: 'another lab' });
		copy.close();
	});

	it('over records that went on by themselves since', async () => {
		store.append(setting('x', 1));
		await store.backUp(target);
		const copy = openStore({ directory: target });
		copy.append(setting('of', 'somebody who worked in the copy'));
		copy.close();
		store.append(setting('x', 2));
		await expect(store.backUp(target)).rejects.toMatchObject({ code: 'store.backup-other', details: { seq: 2 } });
	});

	it('over a folder that another process has open', async () => {
		await store.backUp(target);
		const lock = takeWriterLock(target, { pid: 4711, bootId: 'x', since: 'now', socket: '' });
		await expect(store.backUp(target)).rejects.toMatchObject({ code: 'store.locked', details: { pid: 4711 } });
		if (lock.held) lock.release();
	});
});

function setting(name: string, value: unknown): Fact {
	return { type: 'settings.changed', name, value, by: '' };
}

function bytes(text: string): { bytes: Uint8Array } {
	return { bytes: new TextEncoder().encode(text) };
}
