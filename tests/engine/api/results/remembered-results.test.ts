import { readFileSync, renameSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrustState } from '../../../../contract/trust.ts';
import {
	type RememberedResults,
	rememberedResults,
	type Said,
} from '../../../../engine/api/results/remembered-results.ts';
import { readBundle } from '../../../../engine/bundle/index.ts';
import type { ByteSource } from '../../../../engine/bundle/portable.ts';
import { openStore, type Store } from '../../../../engine/store/index.ts';
import { pack, person, reportParts, trusted, trustOf } from '../../bundle/workshop.ts';

// What was found out is kept, and never believed of other bytes, of another trust list or by another program.
const vendor = person('张三');
let data: string;
let elsewhere: string;
let store: Store;
let good: Buffer;
let trust: TrustState;
/** How often a file was verified. */
let made: number;

beforeEach(async () => {
	data = await mkdtemp(join(tmpdir(), 'shipei-results-'));
	elsewhere = await mkdtemp(join(tmpdir(), 'shipei-stick-'));
	store = openStore({ directory: data });
	good = await pack(await reportParts([vendor]));
	trust = await trustOf([trusted(vendor, ['vendor'])]);
	made = 0;
});
afterEach(async () => {
	store.close();
	await rm(data, { recursive: true, force: true });
	await rm(elsewhere, { recursive: true, force: true });
});

type Parts = Partial<Parameters<typeof rememberedResults>[0]>;
/** Later than any file here was changed: what was changed just now is never believed to be settled. */
const remembered = (change: Parts = {}) =>
	rememberedResults({
		...{ store, dataDirectory: data, version: '1', trust, policy: null, now: () => Date.now() + 60_000 },
		...change,
	});
const make = async (bytes: ByteSource): Promise<Said> => {
	made += 1;
	const { verdict, summary } = (await readBundle(bytes, { trust })).verification;
	return { verdict, summary, signers: [], servers: null };
};
const verdictOf = async (file: string, results: RememberedResults = remembered(), by = make) => {
	const { verdict } = await results.said(file, false, by);
	results.keep();
	return verdict;
};
/** The same size, other bytes, and the time of the file as it was. */
const forge = (file: string, bytes: Uint8Array = Buffer.from(good).fill(0x41, 9000, 9200)) => {
	const { atime, mtime } = statSync(file);
	writeFileSync(file, bytes);
	utimesSync(file, atime, mtime);
};

describe.each(['own folder', 'elsewhere'])('a file of the %s', (place) => {
	const write = (name = 'a.xcr') => {
		const file = join(place === 'elsewhere' ? elsewhere : data, name);
		writeFileSync(file, good);
		// Whole seconds: what a forger sets back is then the very same time.
		utimesSync(file, 1_790_000_000, 1_790_000_000);
		return file;
	};

	it('is verified once, and once more for another question', async () => {
		const file = write();
		for (let time = 0; time < 3; time += 1) expect(await verdictOf(file)).toBe('trusted');
		expect(made).toBe(1);
		await remembered().said(file, true, make);
		expect(made).toBe(2);
	});

	it('is verified again when its bytes change, although size, time and place are as before', async () => {
		const file = write();
		expect(await verdictOf(file)).toBe('trusted');
		forge(file);
		expect(await verdictOf(file)).toBe('invalid');
		forge(file, good);
		expect(await verdictOf(file)).toBe('trusted');
	});

	it('is verified again when another one is put in its place', async () => {
		const file = write();
		await verdictOf(file);
		const other = write('b.xcr');
		forge(other);
		renameSync(other, file);
		expect(await verdictOf(file)).toBe('invalid');
	});

	it('is verified again under another trust list, policy or version of the program', async () => {
		const file = write();
		await verdictOf(file);
		const others = await trustOf([trusted(person('别人'), ['vendor'])]);
		for (const change of [{ trust: others }, { trust: null }, { version: '2' }, { policy: 'lab' as const }]) {
			const before = made;
			await verdictOf(file, remembered(change));
			expect(made, JSON.stringify(Object.keys(change))).toBe(before + 1);
		}
	});

	it('that is swapped while it is verified lends its answer to no other', async () => {
		const file = write();
		forge(file);
		const forged = readFileSync(file);
		const swapped = async (bytes: ByteSource) => {
			writeFileSync(file, good);
			const said = await make(bytes);
			writeFileSync(file, forged);
			return said;
		};
		expect(await verdictOf(file, remembered(), swapped)).toBe('trusted');
		expect(await verdictOf(file)).toBe('invalid');
	});
});

it('a link in the own folder leads elsewhere: what it leads to is read each time', async () => {
	const file = join(elsewhere, 'a.xcr');
	const link = join(data, 'link.xcr');
	writeFileSync(file, good);
	symlinkSync(file, link);
	expect(await verdictOf(link)).toBe('trusted');
	forge(file);
	expect(await verdictOf(link)).toBe('invalid');
});

it('a file that was written this instant is not yet known by its stamp', async () => {
	const file = join(data, 'a.xcr');
	writeFileSync(file, good);
	await verdictOf(file, remembered({ now: Date.now }));
	const database = new Sqlite(join(data, 'shipei.db'), { readonly: true });
	expect(database.prepare('SELECT count(*) FROM file_digests').pluck().get()).toBe(0);
	expect(database.prepare('SELECT count(*) FROM verified').pluck().get()).toBe(1);
	database.close();
});

it('what is kept may be gone or broken at any time: then it is found out again', async () => {
	const file = join(data, 'a.xcr');
	writeFileSync(file, good);
	await verdictOf(file);
	const database = new Sqlite(join(data, 'shipei.db'));
	for (const damage of [
		'DELETE FROM verified',
		'DELETE FROM file_digests',
		`UPDATE verified SET answer = '{'`,
		`UPDATE verified SET answer = '{"verdict":"splendid"}'`,
	]) {
		database.exec(damage);
		expect(await verdictOf(file), damage).toBe('trusted');
	}
	database.close();
	expect(made).toBe(4);
});
