import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Output } from '../../contract/methods.ts';
import { makeTrustList, type Person, person, trusted, trustRoot } from '../engine/bundle/workshop.ts';
import { newDataFolder, runShipei } from './run-shipei.ts';

const folder = newDataFolder();
const data = folder.path;
const shipei = (argv: readonly string[], language = 'C.UTF-8') =>
	runShipei(argv, { data, language, env: { SHIPEI_SUITES: '' } });
const json = async <Answer>(...argv: string[]): Promise<Answer> => {
	const { stdout, stderr } = await shipei([...argv, '--json']);
	expect(stderr).not.toContain('rror');
	return JSON.parse(stdout) as Answer;
};

const suite = join(data, 'suites', 'ours');
const signature = join(suite, 'suite.sig.json');
let key: Output<'key.create'>[number];

beforeAll(async () => {
	mkdirSync(suite, { recursive: true });
	expect((await shipei(['suite', 'new', suite])).code).toBe(0);
	[key] = (await json('key', 'new', '--owner', '某测试中心', '--suite', 'ed25519', '--no-passphrase')) as [typeof key];
});
afterAll(() => folder.remove());

const states = async () => {
	const listed = (await json<Output<'suite.list'>>('suite', 'list')).find(({ id }) => id === 'ours');
	const checked = await json<Output<'suite.check'>>('suite', 'check', suite);
	const plan = await json<Output<'plan.make'>>('run', 'ours', '--dry-run');
	expect(checked.origins[0]?.origin).toEqual(listed?.origin);
	expect(plan.suites[0]?.origin).toEqual(listed?.origin);
	return listed?.origin.signature;
};

it('signs a lab’s suite, says by whom and why that is not enough, and notices every change', async () => {
	expect(await states()).toBe('unsigned');
	const before = (await json<Output<'suite.show'>>('suite', 'show', 'ours')).digest;
	const signed = await json<Output<'suite.sign'>>('suite', 'sign', suite, '--key', key.keyid.slice(0, 20));
	expect(signed).toMatchObject({ file: signature, id: 'ours', digest: before, keyids: [key.keyid] });
	expect(await states()).toBe('untrusted');
	const page = (await shipei(['suite', 'show', 'ours'], 'zh_CN.UTF-8')).stdout;
	expect(page).toContain('实验室 · 签名完好，签名者自称“某测试中心”，其密钥不在信任列表中');
	expect(page).toContain(`sha256:${before}\n${key.keyid}`);

	appendFileSync(join(suite, 'steps/count-files.sh'), '\n# changed\n');
	expect(await states()).toBe('changed');
	for (const argv of [
		['suite', 'list'],
		['suite', 'check', suite],
		['run', 'ours', '--dry-run'],
	])
		expect((await shipei(argv)).stdout).toContain('SIGNATURE DOES NOT HOLD: files were changed after it was signed');
});

it('does not take the signature of another suite, nor of another version', async () => {
	const other = join(data, 'suites', 'other');
	await shipei(['suite', 'new', other]);
	await shipei(['suite', 'sign', other]);
	copyFileSync(join(other, 'suite.sig.json'), signature);
	const { origin } = await json<Output<'suite.show'>>('suite', 'show', 'ours');
	expect(origin).toMatchObject({ signature: 'changed', problem: { en: 'it was made for “other 0.1.0”' } });
	await shipei(['suite', 'sign', suite]);
	const manifest = join(suite, 'suite.yaml');
	writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('version: 0.1.0', 'version: 0.1.1'));
	expect((await json<Output<'suite.show'>>('suite', 'show', 'ours')).origin.problem?.en).toBe(
		'it was made for “ours 0.1.0”',
	);
});

it('is trusted once the trust list names its key as a publisher; the report says so of that run only', async () => {
	await shipei(['suite', 'sign', suite]);
	expect((await shipei(['run', 'ours', '--yes'])).code).toBe(0);

	const root = person('root');
	const held = { ...key, name: '张三', spki: Buffer.from(key.spki, 'base64') } as unknown as Person;
	const list = await makeTrustList(
		trustRoot([root], [trusted(held, ['suite-publisher'], { owner: '名录中的名称' })], {
			expires: '2099-01-01T00:00:00Z',
		}),
		[root],
	);
	const file = join(data, 'trust.json');
	writeFileSync(file, list);
	const refused = await shipei(['trust', 'import', file]);
	const fingerprint = /sha256:[0-9a-f]{64}/u.exec(refused.stderr)?.[0] ?? '';
	expect((await shipei(['trust', 'pin', fingerprint])).code).toBe(0);
	expect((await shipei(['trust', 'import', file])).code).toBe(0);
	expect(await states()).toBe('signed');
	expect((await shipei(['run', 'ours', '--dry-run'])).stdout).toContain(
		'lab · signed by “名录中的名称” (trusted suite publisher)',
	);
	expect((await shipei(['run', 'ours', '--yes'])).code).toBe(0);

	const [now, earlier] = await json<Output<'run.list'>>('runs');
	expect(await originInReport(earlier?.id ?? '')).toBe(`lab, untrusted, 某测试中心 ${key.keyid.slice(0, 20)} unknown`);
	expect(await originInReport(now?.id ?? '')).toBe(`lab, signed, 名录中的名称 ${key.keyid.slice(0, 20)} trusted`);
});

async function originInReport(run: string): Promise<unknown> {
	const out = join(data, `${run}.json`);
	expect((await shipei(['report', 'render', run, '--format', 'json', '--out', out])).code).toBe(0);
	return /"origin": ?"([^"]*)"/u.exec(readFileSync(out, 'utf8'))?.[1];
}
