import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assertHost, suiteDigest } from '../../engine/suites/index.ts';
import { Bench } from '../engine/run/run-test.ts';
import { sampleHost } from '../engine/suites/sample-host.ts';
import { HEAD, SuiteFolder, shortly } from '../engine/suites/suite-test.ts';
import { resultsOf, type Snippet, snippetsOf } from './guide-snippets.ts';

const PAGES = ['suite-authors-guide.md', 'suite-authors-guide.zh-CN.md'];
const host = sampleHost({
	'cpu.isa': 'x86_64',
	'cpu.threads': 2,
	'memory.total': 8e9,
	'runtime.pageSize': 4096,
	'os.packageFormat': 'deb',
});
const shipei = fileURLToPath(new URL('../../cli/shipei.js', import.meta.url));

/** Status of every case of a snippet that ran, "notApplicable" of those that do not, "planned" of those that must not be run here. */
async function outcomeOf(snippet: Snippet, scripts: readonly Snippet[]): Promise<Record<string, string>> {
	using folder = new SuiteFolder().write(snippet.text.startsWith('schema:') ? snippet.text : HEAD + snippet.text);
	for (const script of scripts) folder.write(script.text, `demo/${script.attributes['file']}`);
	expect(folder.problems().map(shortly)).toEqual([]);
	const wanted = Object.fromEntries(resultsOf(snippet));
	const params = Object.fromEntries(
		(snippet.attributes['params'] ?? '')
			.split(',')
			.filter(Boolean)
			.map((pair) => pair.split('=')),
	);
	const plan = await folder.open().plan({ suites: [join(folder.directory, 'demo')], params, product: null, host });
	const name = (key: string): string => key.slice(key.indexOf('/') + 1);
	const run = plan.cases.filter((entry) => wanted[name(entry.key)] !== 'planned');
	using bench = new Bench({ assertHost, suiteDigest: async (directory) => suiteDigest(directory) });
	const started = run.length === 0 ? null : bench.start({ ...plan, cases: run }, { host });
	await started?.ended;
	const ended = started === null ? [] : bench.store.run(started.run).cases;
	return Object.fromEntries([
		...plan.cases.map(({ key }) => [name(key), 'planned'] as const),
		...plan.notApplicable.map(({ key }) => [name(key), 'notApplicable'] as const),
		...ended.map(({ key, status }) => [name(key), status ?? 'none'] as const),
	]);
}

describe.each(PAGES)('%s', (page) => {
	const snippets = snippetsOf(page);
	const scripts = snippets.filter(({ language }) => language === 'sh');
	const manifests = snippets.filter(({ language }) => language === 'yaml');

	it('has snippets, and every one of them says what comes of it', () => {
		expect(manifests.length).toBeGreaterThan(15);
		for (const snippet of manifests) expect(snippet.attributes['results'], `line ${snippet.line}`).toBeDefined();
		expect(
			snippets.map(({ language }) => language).filter((name) => !['yaml', 'sh', 'console'].includes(name)),
		).toEqual([]);
	});

	it.each(manifests.map((snippet) => [snippet.line, snippet.attributes['results'], snippet] as const))(
		'line %i: %s',
		async (_line, _results, snippet) => {
			expect(await outcomeOf(snippet, scripts)).toEqual(Object.fromEntries(resultsOf(snippet)));
		},
	);

	it('names commands that work one after the other', () => {
		const folder = mkdtempSync(join(tmpdir(), 'shipei-guide-'));
		try {
			for (const line of snippets
				.filter(({ language }) => language === 'console')
				.flatMap(({ text }) => text.trim().split('\n'))) {
				const words = line.replace(/^\$ shipei /u, '').split(' ');
				const env = { ...process.env, SHIPEI_DATA: join(folder, 'data'), LANG: 'C.UTF-8' };
				// A status other than 0 throws, with what the command said.
				execFileSync(process.execPath, [shipei, ...words], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
			}
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});

describe('The two languages of the guide', () => {
	it('show the same snippets with the same results', () => {
		const [en, zh] = PAGES.map((page) =>
			snippetsOf(page).map(({ language, attributes, text }) => ({
				language,
				attributes,
				text: text.replace(/[ \t]+# .*$/gmu, ''),
			})),
		);
		expect(zh).toEqual(en);
	});
});
