import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { addedFolders, suiteFolderCalls } from '../../../engine/api/suite-folders.ts';
import { openStore, type Store } from '../../../engine/store/index.ts';
import { suitesOf } from '../../../engine/suites-of.ts';
import { HEAD, ONE_CASE } from '../suites/suite-test.ts';

const root = mkdtempSync(join(tmpdir(), 'shipei-folders-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let store: Store;
let data: string;
let calls: ReturnType<typeof suiteFolderCalls>;
let suites: ReturnType<typeof suitesOf>;

beforeEach(() => {
	data = mkdtempSync(join(root, 'data-'));
	store = openStore({ directory: data });
	suites = suitesOf({ suites: folderWith('shipped'), kernels: null }, data, {
		trust: () => null,
		added: () => addedFolders(store),
	});
	calls = suiteFolderCalls({ store, suites });
});

function folderWith(...ids: string[]): string {
	const folder = mkdtempSync(join(root, 'suites-'));
	for (const id of ids) {
		mkdirSync(join(folder, id));
		writeFileSync(join(folder, id, 'suite.yaml'), HEAD.replace('id: demo', `id: ${id}`) + ONE_CASE);
	}
	return folder;
}
const known = async () => (await suites()).list().map(({ id }) => id);

it('a folder that is added is read at once, and no longer once it is removed', async () => {
	const directory = folderWith('ours');
	expect(await known()).toEqual(['shipped']);
	const after = await calls['suite.addFolder']({ directory: `${directory}/`, by: '王工' });
	expect(after.at(-1)).toEqual({ directory, from: 'settings', found: true, suites: ['ours'], twice: [] });
	expect(await known()).toEqual(['shipped', 'ours']);
	await calls['suite.removeFolder']({ directory, by: '李工' });
	expect(await known()).toEqual(['shipped']);
	const facts = store.factsOfType(null, 'settings.changed').map(({ fact }) => [fact.value, fact.by]);
	expect(facts).toEqual([
		[[directory], '王工'],
		[[], '李工'],
	]);
});

it('says of each folder who named it, whether it is there, and which ids are there twice', async () => {
	const [gone, twin] = [folderWith('x'), folderWith('shipped', 'own')];
	for (const directory of [gone, twin]) await calls['suite.addFolder']({ directory, by: '王工' });
	rmSync(gone, { recursive: true });
	expect(
		(await calls['suite.folders']({})).map(({ from, found, suites: ids, twice }) => [from, found, ids, twice]),
	).toEqual([
		['shipped', true, ['shipped'], ['shipped']],
		['data', false, [], []],
		['settings', false, [], []],
		['settings', true, ['own', 'shipped'], ['shipped']],
	]);
});

it('what is no folder here, is known already, or comes from nobody is refused, and nothing is kept', async () => {
	const directory = folderWith('ours');
	const add = (one: string, by = '王工') => calls['suite.addFolder']({ directory: one, by });
	for (const bad of ['suites', join(root, 'none'), join(directory, 'ours', 'suite.yaml')])
		await expect(add(bad), bad).rejects.toMatchObject({ code: 'suite.folder-unusable' });
	await expect(add(directory, '')).rejects.toMatchObject({ code: 'settings.nobody' });
	expect(addedFolders(store)).toEqual([]);
	await add(directory);
	await expect(add(directory)).rejects.toMatchObject({ code: 'suite.folder-known' });
	const [shipped] = await calls['suite.folders']({});
	const remove = calls['suite.removeFolder']({ directory: shipped?.directory ?? '', by: '王工' });
	await expect(remove).rejects.toMatchObject({ code: 'suite.folder-unknown' });
	expect(addedFolders(store)).toEqual([directory]);
});
