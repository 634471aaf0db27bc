import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkData } from '../../../engine/store/check/check-data.ts';
import { openStore } from '../../../engine/store/index.ts';
import { openSqlite } from '../../../engine/store/open-sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipei-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function filled(facts: number) {
	const directory = mkdtempSync(join(folder, 'data-'));
	const store = openStore({ directory });
	const text = 'x'.repeat(500);
	store.append(
		...Array.from({ length: facts }, (_, value) => ({
			...({ type: 'settings.changed', by: '' } as const),
			...{ name: `setting-${value}`, value: text },
		})),
	);
	return { directory, store };
}

describe('Checking what is recorded', () => {
	it('finds nothing wrong where nothing is, says how far it is, and lets what else happens go on meanwhile', async () => {
		const { store } = filled(5000);
		const shares: Record<'database' | 'chain', number[]> = { database: [], chain: [] };
		let turns = 0;
		const turning = setInterval(() => {
			turns += 1;
		}, 1);
		const [problems, chain] = await Promise.all([
			store.check('database', { onShare: (share) => shares.database.push(share) }),
			store.check('chain', { onShare: (share) => shares.chain.push(share) }),
		]);
		clearInterval(turning);
		expect(problems).toEqual([]);
		expect(chain).toEqual(store.verifyChain());
		expect(turns).toBeGreaterThan(5);
		for (const told of Object.values(shares)) {
			expect(told.length).toBeGreaterThan(2);
			expect(told.every((share, index) => share > 0 && share <= 1 && share >= (told[index - 1] ?? 0))).toBe(true);
		}
		store.close();
	});

	it('sees what was recorded while it was open elsewhere', async () => {
		const { store } = filled(3);
		expect(await store.check('chain')).toMatchObject({ intact: true, entries: 3 });
		store.append({ type: 'settings.changed', name: 'y', value: 1, by: '' });
		expect(await store.check('chain')).toMatchObject({ intact: true, entries: 4 });
		store.close();
	});

	it('ends when it is stopped, and when the store is closed', async () => {
		const { store } = filled(20_000);
		const control = new AbortController();
		const stopped = store.check('chain', { signal: control.signal });
		control.abort(new Error('enough'));
		await expect(stopped).rejects.toThrow('enough');
		const open = store.check('database');
		store.close();
		await expect(open).rejects.toMatchObject({ code: 'store.check-stopped' });
	});

	it('finds all that SQLite’s own check of the whole finds: an index that does not fit its table, a page that nobody owns', () => {
		const { directory, store } = filled(2000);
		store.close();
		const copy = join(folder, 'damaged');
		cpSync(directory, copy, { recursive: true });
		const file = join(copy, 'shipei.db');
		const database = openSqlite(file, { addon: null, timeoutMs: 1000 });
		database.unsafeMode(true);
		database.pragma('writable_schema = ON');
		const whole = () =>
			(database.pragma('integrity_check(20)') as { integrity_check: string }[]).map((row) => row.integrity_check);
		const found = () => checkData('database', database, () => undefined);
		expect([whole(), found()]).toEqual([['ok'], []]);

		// Without its index in the schema the index's pages belong to nobody; with it again, it lacks the rows written meanwhile.
		const index = database.prepare(`SELECT * FROM sqlite_schema WHERE name = 'samples_of_case'`).get();
		database.prepare('DELETE FROM sqlite_schema WHERE name = $name').run(index);
		database.pragma('writable_schema = RESET');
		expect(whole().join()).toMatch(/never used/u);
		for (const problem of whole()) expect(found()).toContain(problem);
		database.exec(`INSERT INTO samples (seq, run, key, attempt, metric, body) VALUES (1, 'r', 'k', 1, 'm', '{}')`);
		database.pragma('writable_schema = ON');
		database.prepare('INSERT INTO sqlite_schema VALUES ($type, $name, $tbl_name, $rootpage, $sql)').run(index);
		database.pragma('writable_schema = RESET');
		expect(whole().join()).toMatch(/missing from index/u);
		for (const problem of whole()) expect(found()).toContain(problem);
		database.close();
	});
});
