import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { componentsOf } from '../../../engine/api/components.ts';
import { type SelfTestParts, selfTest } from '../../../engine/api/self-test.ts';
import { findResources } from '../../../engine/resources.ts';
import { openStore } from '../../../engine/store/index.ts';
import { openSqlite } from '../../../engine/store/open-sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipei-self-test-'));
const { kernels, supervisor } = findResources();
const real = { kernels, supervisor, now: () => new Date() };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function newStore() {
	const directory = mkdtempSync(join(folder, 'data-'));
	const store = openStore({ directory });
	store.append({ type: 'settings.changed', name: 'x', value: 1, by: '' });
	return { directory, store };
}

async function outcomes(parts: SelfTestParts) {
	return Object.fromEntries((await selfTest(parts)).map(({ id, outcome }) => [id, outcome]));
}

describe('the self-test', () => {
	it('finds a sound installation fine, and says what nobody told it', async () => {
		const { store } = newStore();
		expect(await outcomes({ store, ...real })).toEqual({
			database: 'passed',
			chain: 'passed',
			kernels: kernels === null ? 'unknown' : 'passed',
			supervisor: supervisor === null ? 'unknown' : 'passed',
			clock: 'unknown',
		});
	});

	it('finds a changed record, a wrong kernel, a supervisor that is none and a clock that was set back', async () => {
		const { store, directory } = newStore();
		store.append({ type: 'settings.changed', name: 'y', value: 2, by: '' });
		const database = openSqlite(join(directory, 'shipei.db'), { addon: null, timeoutMs: 1000 });
		// Who tampers would do so too.
		database.exec('DROP TRIGGER facts_are_never_edited');
		database.prepare(`UPDATE facts SET body = replace(body, '"value":1', '"value":3') WHERE seq = 1`).run();
		database.close();
		const wrong = join(folder, 'wrong');
		writeFileSync(wrong, '#!/bin/sh\necho "mem.triad: wrong checksum" >&2\nexit 1\n');
		chmodSync(wrong, 0o755);
		const yesterday = () => new Date(Date.now() - 86_400_000);
		expect(await outcomes({ store, kernels: wrong, supervisor: wrong, now: yesterday })).toEqual({
			database: 'passed',
			chain: 'failed',
			kernels: 'failed',
			supervisor: 'failed',
			clock: 'failed',
		});
	});
});

describe('the bill of materials', () => {
	it('lists what a checkout runs on, each package once, with version and licence', () => {
		const { root } = findResources();
		const found = componentsOf(root, null);
		expect(found.find(({ name }) => name === 'zod')).toEqual({ name: 'zod', version: '4.6.7', licence: 'MIT' });
		expect(found.some(({ name }) => name === 'vitest')).toBe(false);
		expect(new Set(found.map(({ name, version }) => `${name} ${version}`)).size).toBe(found.length);
	});

	it('reads a package’s notices, and those of the page', () => {
		const root = mkdtempSync(join(folder, 'kit-'));
		writeFileSync(join(root, 'LICENSES.txt'), `${'='.repeat(100)}\nzod 4.6.7  (MIT)\n\ntext\n`);
		writeFileSync(join(root, 'licenses.md'), '# Licenses\n\n## react - 19.3.1 (MIT)\n\ntext\n');
		expect(componentsOf(root, root)).toEqual([
			{ name: 'react', version: '19.3.1', licence: 'MIT' },
			{ name: 'zod', version: '4.6.7', licence: 'MIT' },
		]);
	});
});
