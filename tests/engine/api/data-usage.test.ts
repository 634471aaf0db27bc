import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dataUsage } from '../../../engine/api/storage/data-usage.ts';
import { openStore, type Store } from '../../../engine/store/index.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'shipei-usage-'));
	store = openStore({ directory: folder });
});
afterEach(async () => {
	store.close();
	await rm(folder, { recursive: true, force: true });
});

const usage = (now = new Date()) => dataUsage({ store, dataDirectory: folder, now });
const write = (path: string, size: number, daysAgo = 0) => {
	mkdirSync(join(folder, path, '..'), { recursive: true });
	writeFileSync(join(folder, path), Buffer.alloc(size, 7));
	const on = new Date(Date.now() - daysAgo * 86_400_000);
	utimesSync(join(folder, path), on, on);
};
const evidence = (text: string, recorded = true) => {
	const kept = store.keepEvidence(
		{ name: 'a.txt', mediaType: 'text/plain', role: 'other' },
		{ bytes: Buffer.from(text) },
	);
	if (recorded) store.append({ type: 'evidence.added', evidence: kept });
	return kept.digest.sha256;
};

it('adds up every file by what it is for, and nothing twice', async () => {
	evidence('证据');
	write('keys/a.pem', 100);
	write('reports/2026/a.xcr', 2000);
	write('notes.txt', 5);
	const { kinds, bytes, evidence: count, disk } = await usage();
	const of = (kind: string) => kinds.find((entry) => entry.kind === kind);
	expect(of('evidence')).toEqual({ kind: 'evidence', files: 1, bytes: 6 });
	expect(of('keys')).toEqual({ kind: 'keys', files: 1, bytes: 100 });
	expect(of('reports')).toEqual({ kind: 'reports', files: 1, bytes: 2000 });
	expect(of('other')?.bytes).toBe(5);
	expect(of('database')?.bytes).toBeGreaterThan(4096);
	expect(bytes).toBe(kinds.reduce((sum, kind) => sum + kind.bytes, 0));
	expect(count).toBe(1);
	expect(disk.free).toBeGreaterThan(0);
	expect(disk.size).toBeGreaterThanOrEqual(disk.free);
});

it('proposes what nothing needs any more: left-overs, backups of old schemas, evidence that no record names', async () => {
	const named = evidence('named');
	const unnamed = evidence('unnamed', false);
	write('scratch/old/half', 10, 2);
	write('scratch/now/half', 20);
	write('backups/shipei-schema-1.db', 30);
	expect((await usage()).proposals.map(({ what, bytes }) => [what, bytes]).sort()).toEqual([
		['schemaBackups', 30],
		['scratch', 10],
	]);
	const later = new Date(Date.now() + 2 * 86_400_000);
	const found = (await usage(later)).proposals.find(({ what }) => what === 'unnamed');
	expect(found).toMatchObject({ files: 1, bytes: 7, names: [unnamed] });
	expect(found?.names).not.toContain(named);
});

it('deletes nothing', async () => {
	const sha256 = evidence('unnamed', false);
	write('scratch/old/half', 10, 2);
	await usage(new Date(Date.now() + 2 * 86_400_000));
	expect(store.evidence.sizeOf(sha256)).toBe(7);
	expect((await readFile(join(folder, 'scratch/old/half'))).length).toBe(10);
});
