import { existsSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportSummary } from '../../contract/methods/report-methods.ts';
import type { TrustedKey } from '../../contract/trust.ts';
import type { Verification } from '../../contract/verification.ts';
import { makeTrustList, person, trustRoot } from '../engine/bundle/workshop.ts';
import { newDataFolder, runShipei } from './run-shipei.ts';
import { SMALL_SUITE, writeSmallSuite } from './small-suite.ts';

/** The main job through the CLI, once, on a small suite of its own; every later case looks at what it left. */
const folder = newDataFolder();
const data = folder.path;
const bundle = join(data, 'small.xcr');

beforeAll(async () => {
	writeSmallSuite(data, BAD_CASE);
	const ran = await runShipei(['run', 'small', '--json', '--operator', '张三'], { data });
	expect(ran.code, ran.stderr).toBe(1);
	await runShipei(['key', 'new', '--owner', '某某实验室', '--role', 'lab', '--no-passphrase'], { data });
	const exported = await runShipei(['report', 'export', 'last', '--out', bundle], { data });
	expect(exported.code, exported.stderr).toBe(0);
});
afterAll(() => folder.remove());

const BAD_CASE = `  - id: bad
    title: {zh: 坏的, en: Bad}
    level: must
    steps: [{run: [sh, -c, 'exit 7']}]
    expect: {exit: 0}
`;

describe('the CLI', () => {
	it('ends a run that failed with 1 and shows the verdict and the reason, in the language of the terminal', async () => {
		const en = await runShipei(['show', 'last'], { data });
		expect(en.stdout).toContain('FAILED');
		const zh = await runShipei(['show', 'last'], { data, language: 'zh_CN.UTF-8' });
		expect(zh.stdout).toContain('不通过');
		expect(zh.stdout).toContain('坏的');
	});

	it('prints one JSON document and nothing else on stdout with --json', async () => {
		const runs = await runShipei(['runs', '--json'], { data });
		const [run] = JSON.parse(runs.stdout) as {
			verdict: string;
			counts: { passed: number; failed: number };
			operator: { person: string };
		}[];
		expect(run).toMatchObject({ verdict: 'FAILED', counts: { passed: 1, failed: 1 }, operator: { person: '张三' } });
	});

	it('verifies a bundle from the file alone, without a data folder', async () => {
		const verified = await runShipei(['verify', bundle, '--json']);
		expect(verified.code, verified.stderr).toBe(0);
		expect(JSON.parse(verified.stdout)).toMatchObject({ verdict: 'intact', summary: { result: 'FAILED' } });
	});

	it('exports the same run twice to the same bytes', async () => {
		const again = join(data, 'again.xcr');
		expect((await runShipei(['report', 'export', 'last', '--out', again], { data })).code).toBe(0);
		expect(readFileSync(again).equals(readFileSync(bundle))).toBe(true);
	});

	it('refuses a bundle that was cut short, or changed by one byte, with 1 and the check that failed', async () => {
		const cut = join(data, 'cut.xcr');
		writeFileSync(cut, readFileSync(bundle));
		truncateSync(cut, statSync(bundle).size - 700);
		const short = await runShipei(['verify', cut, '--json']);
		expect(short.code).toBe(1);
		expect(JSON.parse(short.stdout)).toMatchObject({ verdict: 'invalid' });

		const bytes = readFileSync(bundle);
		bytes[bytes.length - 2000] = (bytes[bytes.length - 2000] ?? 0) ^ 1;
		writeFileSync(cut, bytes);
		expect((await runShipei(['verify', cut])).code).toBe(1);
	});

	it('writes the report of a bundle as a document, and of the run itself as a draft', async () => {
		const html = join(data, 'report.html');
		expect((await runShipei(['report', 'render', bundle, '--format', 'html', '--out', html])).code).toBe(0);
		expect(readFileSync(html, 'utf8')).toContain('>Bad<');
		const junit = join(data, 'report.xml');
		expect((await runShipei(['report', 'render', 'last', '--format', 'junit', '--out', junit], { data })).code).toBe(0);
		expect(readFileSync(junit, 'utf8')).toContain('<testsuite');
	});

	it('names the signer in the documents of a bundle as the trust list of the data folder does', async () => {
		const html = join(data, 'trusted.html');
		const render = ['report', 'render', bundle, '--format', 'html', '--language', 'en', '--out', html];
		expect((await runShipei(render, { data })).code).toBe(0);
		expect(readFileSync(html, 'utf8')).toContain('signer not on a trust list');

		const keeper = person('root');
		const known = JSON.parse((await runShipei(['key', 'list', '--json'], { data })).stdout) as TrustedKey[];
		const keys = known.map(({ keyid, suite, spki }) => {
			const validity = { notBefore: '2020-01-01T00:00:00Z', notAfter: '2099-01-01T00:00:00Z' };
			return { keyid, suite, spki, owner: '名录中的实验室', roles: ['lab' as const], scopes: [], ...validity };
		});
		const root = trustRoot([keeper], keys, { issuedOn: new Date().toISOString(), expires: '2099-01-01T00:00:00Z' });
		writeFileSync(join(data, 'trust.json'), await makeTrustList(root, [keeper]));
		const first = await runShipei(['trust', 'import', join(data, 'trust.json')], { data });
		const [fingerprint = ''] = /sha256:[0-9a-f]{64}/u.exec(first.stderr) ?? [];
		await runShipei(['trust', 'pin', fingerprint], { data });
		const imported = await runShipei(['trust', 'import', join(data, 'trust.json')], { data });
		expect(imported.code, imported.stderr).toBe(0);

		expect((await runShipei(render, { data })).code).toBe(0);
		expect(readFileSync(html, 'utf8')).not.toContain('signer not on a trust list');
	});

	it('corrects a signed report by one that names it and says why; the first file stays as it was', async () => {
		const first = readFileSync(bundle);
		const reason = '委托单位名称有误，应为“某某𠮷科技”';
		expect((await runShipei(['report', 'supersede', 'last', bundle], { data })).stderr).toContain('report.no-reason');
		expect((await runShipei(['report', 'supersede', 'last', 'ffff', '--reason', 'x'], { data })).code).toBe(2);
		expect((await runShipei(['report', 'supersede', 'last', bundle, '--reason', reason], { data })).code).toBe(0);
		const corrected = join(data, 'corrected.xcr');
		expect((await runShipei(['report', 'export', 'last', '--out', corrected], { data })).code).toBe(0);
		const said = JSON.parse((await runShipei(['verify', corrected, '--json'])).stdout) as Verification;
		const { reportId } = JSON.parse((await runShipei(['verify', bundle, '--json'])).stdout) as Verification;
		expect(said.summary?.supersedes).toMatchObject({ reportId, reason });
		const listed = JSON.parse((await runShipei(['report', 'list', '--json'], { data })).stdout) as ReportSummary[];
		expect(listed.find((report) => report.reportId === reportId)?.supersededBy).toBe(said.reportId);
		expect(readFileSync(bundle).equals(first)).toBe(true);
		await runShipei(['report', 'supersede', 'last', '--undo'], { data });
		expect((await runShipei(['report', 'export', 'last', '--out', corrected], { data })).code).toBe(0);
		expect(readFileSync(corrected).equals(first)).toBe(true);
	});

	it('finds the whole record intact', async () => {
		const audit = await runShipei(['audit', '--json'], { data });
		expect(audit.code).toBe(0);
		expect(JSON.parse(audit.stdout)).toMatchObject({ intact: true, firstBad: null });
	});
});

describe('wrong usage and bad input end with 2 and say what to do', () => {
	it.each([
		[['bogus'], 'there is no command “bogus”'],
		[['runs', '--bogus'], 'there is no option “--bogus”'],
		[['verify'], 'the argument <file> is missing'],
		[['run', 'small', '--param', 'nothing'], '--param wants name=value'],
		[['serve', '--port', 'abc'], '--port takes a number from 0'],
		[['run', 'no-such-suite'], 'no-such-suite'],
		[['show', 'ffff'], 'There is no run “ffff”'],
	])('shipei %s', async (argv, sentence) => {
		const ended = await runShipei(argv, { data });
		expect(ended.stderr).toContain(sentence);
		expect(ended.code).toBe(2);
		expect(ended.stdout).toBe('');
	});

	it('a suite with an unknown key is refused with its line and column', async () => {
		const bad = join(data, 'bad-suite');
		mkdirSync(bad);
		writeFileSync(join(bad, 'suite.yaml'), SMALL_SUITE.replace('category: machine', 'category: machine\ncolour: red'));
		const checked = await runShipei(['suite', 'check', bad, '--json']);
		expect(checked.code).toBe(2);
		const { problems } = JSON.parse(checked.stdout) as { problems: { line: number; found: string }[] };
		expect(problems[0]).toMatchObject({ line: 6 });
		expect((await runShipei(['run', bad], { data })).code).toBe(2);
	});
});

describe('what cannot be done ends with 3', () => {
	it.each([
		['push', 'x.xcr', '--registry', 'https://example.org'],
		['outbox', 'list'],
	])('shipei %s: not there yet', async (...argv) => {
		const ended = await runShipei(argv);
		expect(ended.code).toBe(3);
		expect(ended.stderr).toContain('not there yet');
	});

	it('a data folder that cannot be written', async () => {
		const file = join(data, 'a-file');
		writeFileSync(file, '');
		const ended = await runShipei(['runs'], { data: join(file, 'data') });
		expect(ended.code).toBe(3);
		expect(ended.stderr).toContain('store.not-writable');
	});

	it('a database of a newer version, which is left as it is', async () => {
		const newer = join(data, 'newer');
		mkdirSync(newer);
		const database = new Sqlite(join(newer, 'shipei.db'));
		database.pragma('user_version = 99');
		database.close();
		const ended = await runShipei(['runs'], { data: newer });
		expect(ended.code).toBe(3);
		expect(ended.stderr).toContain('store.newer');
	});

	it('a damaged database', async () => {
		const damaged = join(data, 'damaged');
		mkdirSync(damaged);
		writeFileSync(join(damaged, 'shipei.db'), 'not a database at all, but a text that is long enough');
		const ended = await runShipei(['runs'], { data: damaged });
		expect(ended.code).toBe(3);
		expect(ended.stderr).toContain('store.corrupt');
	});
});

describe('--help', () => {
	it('is there for every verb, in English and in Chinese', async () => {
		const verbs = [
			'',
			'host',
			'host detect',
			'host snapshot',
			'suite',
			'suite check',
			'run',
			'resume',
			'cancel',
			'runs',
			'show',
			'compare',
			'key new',
			'report export',
			'report render',
			'verify',
			'review',
			'push',
			'outbox',
			'serve',
		];
		const pages = await Promise.all(verbs.map((verb) => runShipei([...verb.split(' ').filter(Boolean), '--help'])));
		for (const page of pages) expect([page.code, page.stdout.startsWith('Usage:')]).toEqual([0, true]);
		for (const verb of ['run', 'trust', 'compare']) {
			const zh = await runShipei([verb, '--help'], { language: 'zh_CN.UTF-8' });
			expect(zh.stdout).toContain('用法：');
			expect(zh.stdout).not.toMatch(/Usage|Options|display help|default/u);
		}
	});

	it('--version is the version of package.json', async () => {
		const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
		expect((await runShipei(['--version'])).stdout).toBe(`${version}\n`);
		expect(existsSync('/nonexistent/shipei')).toBe(false);
	});
});
