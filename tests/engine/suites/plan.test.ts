import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type PlannedStep, planSchema } from '../../../contract/plan.ts';
import type { Product } from '../../../contract/product.ts';
import { planDigest } from '../../../engine/suites/index.ts';
import { sampleHost, sampleInterface } from './sample-host.ts';
import { HEAD, ONE_CASE, suiteOf } from './suite-test.ts';

const host = sampleHost({
	'cpu.isa': 'aarch64',
	'cpu.threads': 8,
	'os.id': 'openeuler',
	'os.packageFormat': 'rpm',
	'runtime.libc.version': '2.28',
	'network.interfaces': [sampleInterface('eth0'), sampleInterface('lo', true), sampleInterface('eth1')],
});

const aCase = (id: string, lines = '', steps = '[{run: [echo, hi]}]') =>
	`  - id: ${id}\n    title: {zh: 题, en: Title}\n${lines}    steps: ${steps}\n`;

function step(steps: readonly PlannedStep[] | undefined): Extract<PlannedStep, { kind: 'run' }> {
	return steps?.[0] as Extract<PlannedStep, { kind: 'run' }>;
}

describe('A plan', () => {
	it('is what the contract says, and its digest is the lock over everything in it', async () => {
		using folder = suiteOf(ONE_CASE);
		const plan = await folder.plan({ host });
		expect(planSchema.parse(plan)).toEqual(plan);
		expect(planDigest(plan)).toBe(plan.digest);
		const weaker = { ...plan, cases: plan.cases.map((entry) => ({ ...entry, bars: [{ metric: 'm', must: '> 0' }] })) };
		expect(planDigest(weaker)).not.toBe(plan.digest);
	});

	it('is the same for the same host, product and parameters', async () => {
		using folder = suiteOf(
			`params:\n  pw: {type: secret, title: {zh: 口, en: P}}\ncases:\n${aCase('a', '', '[{run: [x], stdin: "${params.pw}"}]')}`,
		);
		expect(await folder.plan({ host })).toEqual(await folder.plan({ host }));
	});

	it('holds the value of no secret, only the place where the runner puts it', async () => {
		using folder = suiteOf(
			`params:\n  pw: {type: secret, title: {zh: 口, en: P}}\ncases:\n${aCase('a', '', '[{run: [x], stdin: "pw=${params.pw}"}]')}`,
		);
		const plan = await folder.plan({ params: { pw: 'hunter2' } });
		expect(step(plan.cases[0]?.steps).stdin).toBe('pw=${secret.demo/pw}');
		expect(JSON.stringify(plan)).not.toContain('hunter2');
		expect(folder.open().secrets({ suites: ['demo'], params: { pw: 'hunter2' } })).toEqual({ 'demo/pw': 'hunter2' });
	});
});

describe('Filling in', () => {
	const params =
		'params:\n  words: {type: list, default: [a, b], title: {zh: 词, en: W}}\n  text: {type: string, default: x, title: {zh: 文, en: T}}\n';

	async function argv(words: string, given: Record<string, unknown> = {}): Promise<string[]> {
		using folder = suiteOf(`${params}cases:\n${aCase('a', '', `[{run: ${words}}]`)}`);
		return step((await folder.plan({ host, params: given })).cases[0]?.steps).argv;
	}

	it('works out expressions, splits lists into words and leaves the runner its own', async () => {
		expect(
			await argv('[x, "${host.cpu.threads * 2}", "n=${host.cpu.isa}", "${params.words}", "${run.scratch}/f"]'),
		).toEqual(['x', '16', 'n=aarch64', 'a', 'b', '${run.scratch}/f']);
	});

	it('fills in what a manual step offers to run, and lists it as any command', async () => {
		using folder = suiteOf(`${params}cases:
  - id: a
    title: {zh: 题, en: Title}
    timeout: 5m
    steps:
      - manual:
          instructions: {zh: 看, en: Look}
          expect: [{zh: 好, en: Good}]
          commands:
            - {id: list, title: {zh: 列出, en: List}, run: [ls, "\${params.words}", "\${run.scratch}"], timeout: 20s}
            - {id: own, run: [id], privilege: {user: root, reason: {zh: 查, en: looks}}}
`);
		const [manual] = (await folder.plan({ host })).cases[0]?.steps ?? [];
		expect(manual).toMatchObject({
			kind: 'manual',
			commands: [
				{ kind: 'run', id: 'list', argv: ['ls', 'a', 'b', '${run.scratch}'], timeoutMs: 20_000, user: 'self' },
				{ kind: 'run', id: 'own', argv: ['id'], timeoutMs: 300_000, user: 'root' },
			],
		});
	});

	it('does not let a value pass for a placeholder', async () => {
		expect(await argv('[x, "${params.text}"]', { text: '${env.HOME} $${x}' })).toEqual(['x', '$${env.HOME} $$${x}']);
	});

	it('keeps a literal ${ a literal', async () => {
		expect(await argv('[x, "$${HOME}"]')).toEqual(['x', '$${HOME}']);
	});

	it('skips the case, with the reason, when a value was not detected or not given', async () => {
		using folder = suiteOf(
			`params:\n  p: {type: string, title: {zh: 参, en: P}}\ncases:\n${aCase('a', '', '[{run: [x, "${host.cpu.model}"]}]')}${aCase('b', '', '[{run: [x, "${params.p}"]}]')}`,
		);
		const { cases } = await folder.plan({ host });
		expect(cases.map(({ missing }) => missing.map(({ en }) => en))).toEqual([
			['Not detected on this machine: The processor’s model.'],
			['Not given: the parameter p.'],
		]);
	});

	it('gives a script its file, arguments and environment, and the suite its folder', async () => {
		using folder = suiteOf(
			`env: {A: suite, B: suite}\ncases:\n${aCase('a', '    env: {B: case, C: "${case.id}"}\n', '[{script: s.sh, args: ["${suite.directory}"], env: {D: 4}}]')}`,
		).write('', 'demo/s.sh');
		const directory = join(folder.directory, 'demo');
		expect((await folder.plan()).cases[0]?.steps[0]).toMatchObject({
			file: join(directory, 's.sh'),
			args: [directory],
			env: { A: 'suite', B: 'case', C: 'a', D: '4' },
		});
	});

	it('has no bound that every measurement meets: a limit of 0 asks for nothing', async () => {
		const limit = 'params:\n  limit: {type: number, default: 0, min: 0, title: {zh: 限, en: L}}\n';
		const measured = '    measure: [{metric: m, unit: x, direction: higher, from: {json: a}}]\n';
		const bars = (bar: string) => `${measured}    bar: {metric: m, ${bar}}\n`;
		using folder = suiteOf(
			`${limit}cases:\n${aCase('a', bars('should: ">= ${params.limit}"'))}${aCase('b', bars('must: "<= 9", should: "> ${params.limit}"'))}`,
		);
		const planned = async (params: Record<string, number>) =>
			(await folder.plan({ host, params })).cases.map(({ bars: [bar] }) => bar);
		expect(await planned({})).toEqual([undefined, { metric: 'm', must: '<= 9' }]);
		expect(await planned({ limit: 3 })).toEqual([
			{ metric: 'm', should: '>= 3' },
			{ metric: 'm', must: '<= 9', should: '> 3' },
		]);
	});

	it('fills figures into expectations and bars, and refuses a bar that is no comparison then', async () => {
		const measured = '    measure: [{metric: m, unit: s, direction: lower, from: {regex: a}}]\n';
		using folder = suiteOf(
			`${params}cases:\n${aCase('a', `${measured}    bar: {metric: m, must: ">= \${host.cpu.threads}"}\n`, '[{run: [x], expect: {json: {path: a, min: "${host.cpu.threads + 1}", oneOf: "${params.words}"}}}]')}${aCase('b', `${measured}    bar: {metric: m, must: ">= \${params.text}"}\n`)}`,
		);
		const { cases } = await folder.plan({ host });
		expect(cases[0]).toMatchObject({ bars: [{ metric: 'm', must: '>= 8' }], missing: [] });
		expect(step(cases[0]?.steps).expect).toEqual({ json: { path: 'a', min: 9, oneOf: ['a', 'b'] } });
		expect(cases[1]?.missing[0]?.en).toContain('“>= x” is no comparison');
	});
});

describe('Requirements', () => {
	async function reason(requirement: string): Promise<unknown> {
		using folder = suiteOf(
			`params:\n  n: {type: integer, default: 3, title: {zh: 数, en: N}}\ncases:\n${aCase('a', `    requires: [${requirement}]\n`)}`,
		);
		const { cases, notApplicable } = await folder.plan({ host });
		return cases.length > 0
			? 'applies'
			: notApplicable.map(({ requirement: _expression, reason: { zh, en }, found }) => ({ zh, en, found }))[0];
	}

	it('that hold let the case in', async () => {
		expect(await reason("\"host.cpu.threads >= 8 && host.os.packageFormat in ['deb', 'rpm']\"")).toBe('applies');
		expect(await reason('"atLeast(host.runtime.libc.version, \'2.9\')"')).toBe('applies');
		expect(await reason('"product == null"')).toBe('applies');
	});

	it('that do not hold say why in a sentence, with the value found', async () => {
		expect(await reason('"host.cpu.isa == \'loongarch64\'"')).toEqual({
			zh: '处理器指令集须为 “loongarch64”，本机为 “aarch64”。',
			en: 'The processor’s instruction set must be “loongarch64”; here it is “aarch64”.',
			found: 'host.cpu.isa = “aarch64”',
		});
		expect(await reason('"host.cpu.threads > 2 && params.n > 5"')).toMatchObject({
			en: 'The parameter n must be above 5; here it is 3.',
		});
		expect(await reason('"host.cpu.model == \'FT-2000/4\'"')).toMatchObject({
			en: 'The processor’s model must be “FT-2000/4”; it was not detected on this machine.',
		});
		expect(await reason('"host.cpu.model.startsWith(\'FT\')"')).toMatchObject({
			en: 'Not detected on this machine: The processor’s model.',
		});
		expect(await reason('"host.cpu.threads == 1 || host.cpu.isa == \'x86_64\'"')).toMatchObject({
			en: 'The number of threads must be 1; here it is 8. The processor’s instruction set must be “x86_64”; here it is “aarch64”.',
		});
	});

	it('with a pattern that runs wild are stopped and say so', async () => {
		const wild = `"'${'a'.repeat(40)}!'.matches('^(a+)+$')"`;
		expect(await reason(wild)).toMatchObject({ en: expect.stringContaining('takes longer than 500 ms') });
	});

	it('may bring their own sentence', async () => {
		expect(await reason('{that: "false", otherwise: {zh: 不行, en: No way}}')).toMatchObject({
			zh: '不行',
			en: 'No way',
		});
	});

	it('of the suite hold for all of its cases', async () => {
		using folder = suiteOf(`requires: ["host.cpu.threads > 100"]\n${ONE_CASE}`);
		expect(await folder.plan({ host })).toMatchObject({ cases: [], notApplicable: [{ key: 'demo/one' }] });
	});

	it('keep out what needs a case that is kept out, and say which', async () => {
		using folder = suiteOf(
			`cases:\n${aCase('a', '    requires: ["false"]\n')}${aCase('b', '    needs: [a]\n')}${aCase('c', '    needs: [b]\n')}${aCase('d', '    after: [a]\n')}`,
		);
		const { cases, notApplicable } = await folder.plan({ host });
		expect(cases.map(({ key, after }) => [key, after])).toEqual([['demo/d', []]]);
		expect(notApplicable.map(({ key, requirement }) => [key, requirement])).toEqual([
			['demo/a', 'false'],
			['demo/b', 'needs a'],
			['demo/c', 'needs b'],
		]);
	});
});

describe('Instances', () => {
	async function keys(lines: string): Promise<string[]> {
		using folder = suiteOf(`cases:\n${aCase('a', lines)}`);
		return (await folder.plan({ host })).cases.map(({ key }) => key);
	}

	it('are made for each detected thing that fits, named by it', async () => {
		expect(await keys('    forEach: host.network.interfaces.filter(i, !i.virtual)\n')).toEqual([
			'demo/a[eth0]',
			'demo/a[eth1]',
		]);
		expect(await keys('    forEach: {in: host.network.interfaces, label: "each.name + \'!\'"}\n')).toEqual([
			'demo/a[eth0!]',
			'demo/a[lo!]',
			'demo/a[eth1!]',
		]);
	});

	it('are made for each combination of a matrix; equal values count once', async () => {
		expect(await keys('    matrix: {threads: [1, host.cpu.threads, 8], mode: [read, write]}\n')).toEqual([
			'demo/a[threads=1,mode=read]',
			'demo/a[threads=1,mode=write]',
			'demo/a[threads=8,mode=read]',
			'demo/a[threads=8,mode=write]',
		]);
		expect(await keys('    matrix: {n: "host.cpu.threads > 4 ? [2, 4] : [1]"}\n')).toEqual([
			'demo/a[n=2]',
			'demo/a[n=4]',
		]);
	});

	it('see their thing and their values', async () => {
		using folder = suiteOf(
			`cases:\n${aCase('a', '    forEach: host.network.interfaces\n    matrix: {n: [7]}\n', '[{run: [x, "${each.name}", "${matrix.n}", "${each.speed}"]}]')}`,
		);
		const { cases } = await folder.plan({ host });
		expect(step(cases[0]?.steps).argv).toEqual(['x', 'eth0', '7', '1000']);
		expect(cases[0]?.instance).toEqual({ each: 'eth0', n: 7 });
	});

	it('that would be none are a reason', async () => {
		using folder = suiteOf(`cases:\n${aCase('a', '    forEach: host.storage.disks\n')}`);
		const { cases, notApplicable } = await folder.plan({ host });
		expect(cases).toEqual([]);
		expect(notApplicable[0]).toMatchObject({ requirement: 'host.storage.disks', found: '[]' });
	});

	it('need the instance for the same thing, or all of them', async () => {
		const each = '    forEach: host.network.interfaces.filter(i, !i.virtual)\n';
		using folder = suiteOf(
			`cases:\n${aCase('a', each)}${aCase('b', `${each}    needs: [a]\n`)}${aCase('c', '    needs: [a]\n')}`,
		);
		const { cases } = await folder.plan({ host });
		const needs = Object.fromEntries(cases.map((entry) => [entry.key, entry.needs]));
		expect(needs).toMatchObject({
			'demo/b[eth0]': ['demo/a[eth0]'],
			'demo/b[eth1]': ['demo/a[eth1]'],
			'demo/c': ['demo/a[eth0]', 'demo/a[eth1]'],
		});
	});
});

describe('The order', () => {
	it('puts everything after what it needs and what it follows, otherwise as written', async () => {
		using folder = suiteOf(
			`cases:\n${aCase('a', '    after: [d]\n')}${aCase('b', '    needs: [c]\n')}${aCase('c')}${aCase('d')}${aCase('e')}`,
		);
		expect((await folder.plan()).cases.map(({ case: id }) => id)).toEqual(['d', 'a', 'c', 'b', 'e']);
	});

	it('across suites that goes in a circle is refused, with the circle', async () => {
		using folder = suiteOf(`cases:\n${aCase('a', '    needs: [other/b]\n')}`);
		folder.write(
			`${HEAD.replace('id: demo', 'id: other')}cases:\n${aCase('b', '    needs: [demo/a]\n')}`,
			'other/suite.yaml',
		);
		const plan = folder.open().plan({ suites: ['demo', 'other'], params: {}, product: null, host });
		await expect(plan).rejects.toMatchObject({ code: 'suite.cycle', details: { cycle: 'demo/a → other/b → demo/a' } });
	});

	it('limited to one case keeps what it needs and nothing else', async () => {
		using folder = suiteOf(
			`cases:\n${aCase('a')}${aCase('b', '    needs: [a]\n')}${aCase('c', '    needs: [b]\n')}${aCase('d')}`,
		);
		expect((await folder.plan({ only: ['demo/b'] })).cases.map(({ case: id }) => id)).toEqual(['a', 'b']);
		expect((await folder.plan({ only: ['d'] })).cases.map(({ case: id }) => id)).toEqual(['d']);
		await expect(folder.plan({ only: ['nosuch'] })).rejects.toMatchObject({ code: 'suite.unknown-case' });
	});

	it('of ten thousand steps in a chain is found', async () => {
		const cases = Array.from({ length: 2_000 }, (_, index) =>
			aCase(
				`c${index}`,
				index === 0 ? '' : `    needs: [c${index - 1}]\n`,
				'[{run: [a]}, {run: [b]}, {run: [c]}, {run: [d]}, {run: [e]}]',
			),
		);
		using folder = suiteOf(`cases:\n${cases.toReversed().join('')}`);
		const plan = await folder.plan();
		expect(plan.cases).toHaveLength(2_000);
		expect(plan.cases.map(({ case: id }) => id).slice(0, 3)).toEqual(['c0', 'c1', 'c2']);
		expect(plan.cases.flatMap(({ steps }) => steps)).toHaveLength(10_000);
	});
});

describe('Times, privileges and repetition', () => {
	it('have three levels, and a step never outlives its case', async () => {
		using folder = suiteOf(
			`timeout: 1h\ncases:\n${aCase('a', '    timeout: 1m30s\n', '[{run: [x], timeout: 5s}, {run: [y], timeout: 2h}, {run: [z]}]')}${aCase('b')}`,
		);
		const plan = await folder.plan();
		expect(plan.suites[0]?.timeoutMs).toBe(3_600_000);
		expect(plan.cases[0]?.steps.map(({ timeoutMs }) => timeoutMs)).toEqual([5_000, 90_000, 90_000]);
		expect(plan.cases[1]?.timeoutMs).toBe(600_000);
	});

	it('name the user of every step and why', async () => {
		const root = '{user: root, reason: {zh: 因, en: because}}';
		using folder = suiteOf(
			`cases:\n${aCase('a', `    privilege: ${root}\n`)}${aCase('b', '', `[{run: [x]}, {run: [y], privilege: ${root}}]`)}`,
		);
		const { cases } = await folder.plan();
		expect(cases[0]?.steps[0]).toMatchObject({ user: 'root' });
		expect(cases[1]?.steps).toMatchObject([{ user: 'self' }, { user: 'root', userReason: { en: 'because' } }]);
	});

	it('of a measured case follow the policy, of one without bench they are one run', async () => {
		const measure = '    measure: [{metric: m, unit: s, direction: lower, from: {regex: a}}]\n';
		using folder = suiteOf(
			`cases:\n${aCase('a', `${measure}    bench: {length: long, warmup: 0, target: 0.05, budget: 2m, prepare: [{run: [sync]}]}\n`)}${aCase('b', measure)}${aCase('c')}`,
		);
		const { cases } = await folder.plan();
		expect(cases[0]).toMatchObject({
			repetition: { mode: 'policy', minRuns: 5, maxRuns: 7, warmup: 0, targetRelHalfWidth: 0.05, budgetMs: 120_000 },
			prepare: [{ id: 'prepare-1', argv: ['sync'] }],
			timeoutMs: 360_000,
		});
		expect(cases[1]?.repetition).toMatchObject({ mode: 'once', maxRuns: 1 });
		expect(cases[2]?.repetition).toBeNull();
	});

	it('of a measured case name the parameters that decide: its own and those of what it needs, without indifferent ones', async () => {
		using folder = suiteOf(`params:
  size: {type: string, default: 1g}
  directory: {type: directory, default: '', comparable: false}
  other: {type: string, default: x}
cases:
  - id: file
    title: {zh: 文件, en: File}
    steps: [{run: [make, '\${params.size}', '\${params.directory}']}]
  - id: read
    title: {zh: 读, en: Read}
    needs: [file]
    steps: [{run: [read, '\${params.directory}']}]
    measure: [{metric: m, unit: s, direction: lower, from: {regex: a}}]
  - id: alone
    title: {zh: 独立, en: Alone}
    steps: [{run: [compute]}]
    measure: [{metric: m, unit: s, direction: lower, from: {regex: a}}]
`);
		const { cases } = await folder.plan();
		expect(cases.map(({ decisiveParams }) => decisiveParams)).toEqual([undefined, ['size'], []]);
	});

	it('of exit statuses come from suite, case and step, the nearer one first', async () => {
		using folder = suiteOf(
			`exits: {1: errored, 2: errored}\ncases:\n${aCase('a', '    exits: {2: failed}\n', '[{run: [x], exits: {77: {skipped: unsupported, code: no-disk}}}]')}`,
		);
		expect(step((await folder.plan()).cases[0]?.steps).exitMeanings).toEqual([
			{ code: 1, status: 'errored' },
			{ code: 2, status: 'failed' },
			{ code: 77, status: 'skipped', reason: 'unsupported', reasonCode: 'no-disk' },
		]);
	});
});

describe('What is missing', () => {
	const product: Product = { id: 'p', name: 'P', vendor: 'V', version: '1', category: 'application', packages: [] };

	it('is said of commands, with the package to install on this distribution', async () => {
		using folder = suiteOf(
			`packages: {fio: {deb: fio-deb, rpm: fio-rpm, openeuler: fio-oe}}\ncases:\n${aCase('a', '    tools: [fio, sh]\n')}${aCase('b', '    tools: [nosuch]\n')}`,
		);
		const tools = { find: (name: string) => (name === 'sh' ? { path: '/bin/sh', version: null } : null) };
		const plan = await folder.plan({ host }, { tools });
		expect(plan.missing.map(({ kind, name }) => [kind, name])).toEqual([
			['package', 'fio-oe'],
			['tool', 'nosuch'],
		]);
		expect(plan.cases[0]).toMatchObject({
			missing: [{ en: '“fio” is not installed: install the package “fio-oe” (offline: from the asset pack).' }],
			tools: [{ name: 'sh', path: '/bin/sh', version: null }],
		});
	});

	it('is found along the PATH without starting anything, and versions by the rule of the suite', async () => {
		using folder = suiteOf(
			`packages: {mytool: {version: {run: [mytool, --version], regex: 'v([0-9.]+)'}}}\ncases:\n${aCase('a', '    tools: [mytool]\n    requires: ["atLeast(tools.mytool.version, \'2.0\')"]\n')}`,
		);
		const started: string[][] = [];
		const runTool = async (argv: readonly string[]) => {
			started.push([...argv]);
			return Buffer.from('mytool v2.10\n');
		};
		const tools = { find: () => ({ path: '/opt/mytool', version: null }) };
		const plan = await folder.plan({ host }, { tools, runTool });
		expect(plan.cases[0]?.tools).toEqual([{ name: 'mytool', path: '/opt/mytool', version: '2.10' }]);
		expect(started).toEqual([['/opt/mytool', '--version']]);
	});

	it('is said of the built-in kernels where this machine has none', async () => {
		using folder = suiteOf(`cases:\n${aCase('a', '    tools: [shipei-kernels]\n')}`);
		expect((await folder.plan({ host }, { kernels: null })).missing).toMatchObject([{ name: 'shipei-kernels' }]);
		expect((await folder.plan({ host }, { kernels: '/k' })).cases[0]?.tools).toMatchObject([{ path: '/k' }]);
	});

	it('is said of assets that are absent or changed, but not of those for other machines', async () => {
		const assets = `assets:\n  - {path: here.bin, sha256: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad}\n  - {path: gone.bin, sha256: ${'a'.repeat(64)}}\n  - {path: x64.bin, sha256: ${'a'.repeat(64)}, arch: [x64]}\n`;
		using folder = suiteOf(`${assets}cases:\n${aCase('a', '', '[{run: [cat, "${suite.directory}/here.bin"]}]')}`).write(
			'abc',
			'demo/here.bin',
		);
		const good = await folder.plan({ host });
		expect(good.missing.map(({ kind, name }) => [kind, name])).toEqual([['asset', 'gone.bin']]);
		writeFileSync(join(folder.directory, 'demo/here.bin'), 'abd!');
		const changed = await folder.plan({ host });
		expect(changed.missing.map(({ name }) => name)).toEqual(['here.bin', 'gone.bin']);
		expect(changed.cases[0]?.missing[0]?.en).toContain('is not the one in the list');
	});

	it('is said of a product that nobody named and of required parameters', async () => {
		using folder = suiteOf(
			`product: package\nparams:\n  url: {type: url, required: true, title: {zh: 网址, en: Address}}\n${ONE_CASE}`,
		);
		const plan = await folder.plan();
		expect(plan.missing.map(({ kind }) => kind)).toEqual(['product', 'parameter']);
		expect(plan.cases[0]?.missing[0]?.en).toBe('Give the package file with --product.');
		const named = await folder.plan({
			product: {
				...product,
				packages: [{ name: 'x.deb', size: 1, digest: { sha256: 'a'.repeat(64), sm3: 'a'.repeat(64) } }],
			},
		});
		expect(named.cases[0]?.missing).toEqual([]);
	});
});
