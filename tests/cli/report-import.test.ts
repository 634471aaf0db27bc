import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pack, person, reportParts } from '../engine/bundle/workshop.ts';
import { newDataFolder, runShipei } from './run-shipei.ts';

/** Taking in a report of somebody else: listed first, kept on a yes only. */
const folder = newDataFolder();
const data = folder.path;
const file = join(data, '送检.xcr');
const bad = join(data, 'bad.xcr');

beforeAll(async () => {
	writeFileSync(file, await pack(await reportParts([person('张三')])));
	writeFileSync(bad, 'no report');
});
afterAll(() => folder.remove());

const shipei = (...argv: string[]) => runShipei(argv, { data });

it('without a yes it lists what it found, keeps nothing, and says how to go on', async () => {
	const ended = await shipei('report', 'import', file);
	expect([ended.code, ended.stdout]).toEqual([2, '']);
	expect(ended.stderr).toContain('演示软件 1.0');
	expect(ended.stderr).toContain('--yes');
	expect((await shipei('report', 'list', '--imported')).stdout).not.toContain('演示软件');
});

it('with a yes it keeps the good one, names the bad one, and ends with 1 because of it', async () => {
	const ended = await shipei('report', 'import', bad, file, '--yes', '--by', '王工', '--json');
	expect(ended.code).toBe(1);
	const { files, imported } = JSON.parse(ended.stdout);
	expect(files.map(({ state }: { state: string }) => state)).toEqual(['bad', 'new']);
	expect(imported).toBe(1);
	const list = await shipei('report', 'list', '--imported');
	expect(list.stdout).toContain('送检.xcr');
	expect(list.stdout).toContain('演示软件 1.0');
	expect(JSON.parse((await shipei('report', 'list', '--json')).stdout)).toEqual([]);
});

it('the same file again is known, and that is no failure', async () => {
	const ended = await shipei('report', 'import', file);
	expect([ended.code, ended.stdout]).toEqual([0, expect.stringContaining('already')]);
});

it('what was taken in is removed again, with who and why', async () => {
	const [{ reportId }] = JSON.parse((await shipei('report', 'list', '--imported', '--json')).stdout);
	expect((await shipei('report', 'remove', reportId)).code).toBe(2);
	const ended = await shipei('report', 'remove', reportId, '--by', '王工', '--reason', '误送');
	expect([ended.code, ended.stdout]).toEqual([0, expect.stringContaining('送检.xcr')]);
	expect(JSON.parse((await shipei('report', 'list', '--imported', '--json')).stdout)).toEqual([]);
	expect((await shipei('report', 'remove', reportId, '--by', '王工', '--reason', '误送')).stderr).toContain(
		'report list',
	);
	const { kinds } = JSON.parse((await shipei('storage', '--json')).stdout);
	expect(kinds.map(({ kind }: { kind: string }) => kind)).toContain('evidence');
	expect((await shipei('storage')).stdout).toContain('imported reports that are listed no more');
});
