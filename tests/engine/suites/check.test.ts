import { describe, expect, it } from 'vitest';
import { HEAD, ONE_CASE, SuiteFolder, shortly, suiteOf } from './suite-test.ts';

function found(rest: string): string[] {
	using folder = suiteOf(rest);
	return folder.problems().map(shortly);
}

/** A case with these lines in place of (or beside) its one step. */
const withCase = (lines: string) => `cases:\n  - id: one\n    title: {zh: 一, en: One}\n${lines}`;
const STEP = '    steps: [{run: [echo]}]\n';

describe('A good manifest', () => {
	it('has no problems', () => {
		expect(found(ONE_CASE)).toEqual([]);
	});
});

describe('The form of a manifest', () => {
	it.each([
		['an unknown key at the top, and what was meant', `${ONE_CASE}privlege: x\n`, '11:1 privlege: a known key: '],
		[
			'an unknown key in a case, and what was meant',
			withCase(`    timout: 5s\n${STEP}`),
			'9:5 cases[0].timout: a known key (did you mean “timeout”?) | unknown key “timout”',
		],
		[
			'an unknown key in a step',
			withCase('    steps:\n      - run: [a]\n        stdn: x\n'),
			'11:9 cases[0].steps[0].stdn: a known key (did you mean “stdin”?) | unknown key “stdn”',
		],
		[
			'a missing key, at its parent',
			'cases:\n  - id: one\n    steps: [{run: [a]}]\n',
			'7:5 cases[0].title: keys and values | (nothing)',
		],
		[
			'a wrong type',
			withCase('    level: 3\n    steps: [{run: [a]}]\n'),
			'9:12 cases[0].level: one of: must, should, may | 3',
		],
		[
			'a wrong id',
			'cases:\n  - id: Not Good\n    title: {zh: 一, en: One}\n    steps: [{run: [a]}]\n',
			'7:9 cases[0].id: an id of small letters, digits and hyphens, such as disk-verify | Not Good',
		],
		[
			'a wrong duration',
			withCase(`    timeout: 5 minutes\n${STEP}`),
			'9:14 cases[0].timeout: a time such as 500ms, 10s, 30m, 2h or 1h30m | 5 minutes',
		],
		[
			'a command that is a text',
			withCase('    steps:\n      - run: echo hello\n'),
			'10:14 cases[0].steps[0].run: a list | echo hello',
		],
		[
			'a command of a manual step that is neither a command nor a script',
			withCase(
				'    steps:\n      - manual:\n          instructions: {zh: 看, en: Look}\n          expect: [{zh: 好, en: Good}]\n          commands:\n            - {id: x, action: logs.collect}\n',
			),
			'14:23 cases[0].steps[0].manual.commands[0].action: a known key',
		],
		['a step of no kind', withCase('    steps:\n      - {id: x}\n'), '10:9 cases[0].steps[0]'],
		[
			'two parsers at once',
			withCase(`${STEP}    measure:\n      - {metric: m, unit: s, direction: lower, from: {regex: a, json: b}}\n`),
			'11:54 cases[0].measure[0].from: exactly one of regex, json, csv, table, xml |',
		],
		[
			'a bench without a measure',
			withCase(`${STEP}    bench: {}\n`),
			'10:12 cases[0].bench: a case with bench needs measure | {}',
		],
		[
			'a script outside of the folder',
			withCase('    steps: [{script: ../x.sh}]\n'),
			'9:22 cases[0].steps[0].script: a path inside the folder of the suite | ../x.sh',
		],
		['a text in no language', withCase(`    summary: {}\n${STEP}`), '9:14 cases[0].summary: zh, en or both | {}'],
		[
			'a parameter of no known type',
			`params:\n  x: {type: colour, title: {zh: 色, en: Colour}}\n${ONE_CASE}`,
			'7:13 params.x.type: ',
		],
	])('names file, line and column of %s', (_what, rest, expected) => {
		expect(found(rest).join('\n')).toContain(expected);
	});

	it('names the line of what is no YAML at all, and of a key that stands there twice', () => {
		expect(found('cases: [\n')[0]).toMatch(/^\d+:\d+ : YAML \|/u);
		expect(found(`${ONE_CASE}id: again\n`)[0]).toContain('11:1 : YAML | Map keys must be unique');
	});

	it('refuses a text that grows without end when its aliases are followed', () => {
		const bomb = [
			'a: &a [x,x,x,x,x,x,x,x,x]',
			...'bcdefgh'
				.split('')
				.map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`),
		];
		expect(found(bomb.join('\n'))[0]).toContain('YAML | Excessive alias count');
	});
});

describe('The meaning of a manifest', () => {
	it.each([
		[
			'an expression that cannot be read',
			withCase(`    requires: ["host.cpu.threads >"]\n${STEP}`),
			'a CEL expression that works (Unexpected token: EOF)',
		],
		[
			'a name that the host does not have',
			withCase(`    requires: ["host.cpu.thread > 1"]\n${STEP}`),
			'a name that is in “host.cpu”: threads | host.cpu.thread',
		],
		['a variable that does not exist', withCase(`    requires: ["hots.cpu == 1"]\n${STEP}`), 'Unknown variable: hots'],
		[
			'a name inside a list macro',
			withCase(`    requires: ["host.storage.disks.all(d, d.typ == 1)"]\n${STEP}`),
			'a name that is in “d”: type | d.typ',
		],
		[
			'a parameter that is not declared',
			withCase('    steps: [{run: [echo, "${params.nosuch}"]}]\n'),
			'a name that is in “params”',
		],
		[
			'each in a case without forEach',
			withCase('    steps: [{run: [echo, "${each.name}"]}]\n'),
			'a name that is known here',
		],
		[
			'a name that the things of forEach do not have',
			withCase('    forEach: host.network.interfaces\n    steps: [{run: [echo, "${each.nam}"]}]\n'),
			'a name that is in “each”: name | each.nam',
		],
		[
			'a placeholder that the runner does not know',
			withCase('    steps: [{run: [echo, "${run.scratsch}"]}]\n'),
			'run.scratch, run.data, run.id, env.NAME or steps.ID.stdout | ${run.scratsch}',
		],
		['braces that do not close', withCase('    steps: [{run: [echo, "${params.x"]}]\n'), 'a closed ${…}'],
		[
			'a need for a case that is not there',
			withCase(`    needs: [oen]\n${STEP}`),
			'cases[0].needs[0]: “one” (or another known name) | oen',
		],
		[
			'two cases of one id',
			`${ONE_CASE}  - id: one\n    title: {zh: 二, en: Two}\n    steps: [{run: [a]}]\n`,
			'cases[1].id: an id that is used once | one',
		],
		[
			'a bar for a metric that is not measured',
			withCase(
				`${STEP}    measure: [{metric: speed, unit: s, direction: lower, from: {regex: a}}]\n    bar: {metric: sped, must: "< 1"}\n`,
			),
			'cases[0].bar.metric: “speed” (or another known name) | sped',
		],
		[
			'an unknown action',
			withCase('    steps: [{action: logs.colect}]\n'),
			'“logs.collect” (or another known name) | logs.colect',
		],
		[
			'a wrong key given to an action',
			withCase('    steps: [{action: wait.port, with: {prot: 80, seconds: 5}}]\n'),
			'cases[0].steps[0].with.prot: a known key (did you mean “port”?) | unknown key “prot”',
		],
		[
			'a script that is not there',
			withCase('    steps: [{script: steps/none.sh}]\n'),
			'a file in the folder of the suite | steps/none.sh',
		],
		[
			'a file of a command that is not there',
			withCase('    steps: [{run: [sh, "${suite.directory}/none.sh"]}]\n'),
			'a file in the folder of the suite | none.sh',
		],
		[
			'a pattern that cannot be compiled',
			withCase('    steps: [{run: [a], expect: {stdout: {matches: "("}}}]\n'),
			'a regular expression that works',
		],
		[
			'a path into JSON that is none',
			withCase(`${STEP}    facts: [{name: v, from: {json: "a["}}]\n`),
			'a path such as a.b[0].c | a[',
		],
		[
			'a default that its parameter refuses',
			`params:\n  n: {type: integer, default: 9, max: 5, title: {zh: 数, en: N}}\n${ONE_CASE}`,
			'params.n.default: a number in −∞ … 5 | 9',
		],
		[
			'a secret in the arguments of a command',
			`params:\n  pw: {type: secret, title: {zh: 口令, en: Password}}\n${withCase('    steps: [{run: [login, "${params.pw}"]}]\n')}`,
			'a secret only in env and stdin | ${params.pw}',
		],
	])('names %s', (_what, rest, expected) => {
		expect(found(rest).join('\n')).toContain(expected);
	});

	it('takes a secret in env and stdin', () => {
		const steps = '    steps: [{run: [login], stdin: "${params.pw}", env: {PW: "${params.pw}"}}]\n';
		expect(found(`params:\n  pw: {type: secret, title: {zh: 口令, en: Password}}\n${withCase(steps)}`)).toEqual([]);
	});

	it('names the circle of an order that goes in one', () => {
		const cases = ['a', 'b', 'c'].map(
			(id, index) => `  - {id: ${id}, title: {zh: 甲, en: A}, steps: [{run: [x]}], needs: [${'bca'[index]}]}\n`,
		);
		expect(found(`cases:\n${cases.join('')}`)).toEqual([
			'7:64 cases[0].needs: an order without a circle | a → b → c → a',
		]);
	});

	it('only warns of a text in one language', () => {
		const rest = 'cases:\n  - id: one\n    title: {zh: 一}\n    steps: [{run: [a]}]\n';
		expect(found(rest)).toEqual(['warning 8:12 cases[0].title: both zh and en | only zh']);
	});

	it('takes every key of the language together', () => {
		using folder = suiteOf(EVERYTHING).write('#!/bin/sh\n', 'demo/steps/check.sh');
		expect(folder.problems().map(shortly)).toEqual([]);
	});
});

describe('Checking', () => {
	it('looks at every suite in the folders below, and a broken one does not hide the others', () => {
		using folder = suiteOf(ONE_CASE).write(HEAD.replace('demo', 'other'), 'other/suite.yaml');
		const answer = folder.open().check(folder.directory);
		expect(answer).toMatchObject({ suites: 2, cases: 1 });
		expect(answer.problems.map(({ path, file }) => [path, file.endsWith('other/suite.yaml')])).toEqual([
			['cases', true],
		]);
	});

	it('refuses a folder without any manifest', () => {
		using folder = new SuiteFolder();
		expect(() => folder.open().check(folder.directory)).toThrow(expect.objectContaining({ code: 'suite.no-manifest' }));
	});

	it('sees a script disappear although the manifest is unchanged', () => {
		using folder = suiteOf(withCase('    steps: [{script: a.sh}]\n')).write('#!/bin/sh\n', 'demo/a.sh');
		expect(folder.problems()).toEqual([]);
		folder.write('#!/bin/sh\n', 'demo/b.sh');
		expect(folder.write(HEAD + withCase('    steps: [{script: c.sh}]\n')).problems()).toHaveLength(1);
	});
});

const EVERYTHING = `summary: {zh: 简介, en: Summary}
product: package
params:
  package: {type: file, accept: [.deb], title: {zh: 安装包, en: Package}, required: true}
  least: {type: integer, default: 5, min: 1, max: 9, title: {zh: 数, en: Number}, help: {zh: 助, en: Help}}
  mode: {type: choice, choices: [a, b], default: a, title: {zh: 模式, en: Mode}}
  words: {type: list, default: [x], title: {zh: 词, en: Words}}
  site: {type: url, default: 'http://127.0.0.1/', title: {zh: 网址, en: Site}}
  deep: {type: boolean, default: false, title: {zh: 深, en: Deep}}
assets: [{path: assets/tool.tar.gz, sha256: ${'a'.repeat(64)}, arch: [x64, arm64]}]
packages:
  fio: {deb: fio, rpm: fio, openeuler: fio, version: {run: [fio, --version], regex: 'fio-(\\S+)'}}
tools: [sh]
requires:
  - 'host.os.packageFormat in ["deb", "rpm"]'
  - {that: 'host.cpu.threads > 1', otherwise: {zh: 核太少, en: Too few}}
  - 'tools.fio.version == null || atLeast(tools.fio.version, "3.2")'
network: loopback
env: {A: '\${params.mode}'}
exits: {1: errored}
timeout: 30m
exclusive: true
score: {id: s, title: {zh: 分, en: Score}, method: wgm-1, members: [{case: install, metric: events, weight: 1}]}
cases:
  - id: first
    title: {zh: 甲, en: First}
    steps: [{run: ['true']}]
  - id: install
    title: {zh: 安装, en: Install}
    summary: {zh: 简介, en: Summary}
    level: should
    quality: portability
    needs: [first]
    after: [first]
    requires: ['product != null']
    tools: [fio]
    forEach: {in: 'host.network.interfaces.filter(i, !i.virtual)', label: each.name}
    matrix: {threads: [1, host.cpu.threads, '\${2 * host.cpu.threads}'], mode: [read, write]}
    privilege: {user: root, reason: {zh: 安装, en: installs}}
    touches: {packages: true, services: [demo], files: [/opt/demo], ports: [80], settings: [x], users: [u], reboot: false}
    network: {lan: [10.0.0.1]}
    timeout: 10m
    estimate: 1m30s
    env: {B: 1}
    exits: {77: {skipped: unsupported, text: {zh: 无, en: None}, code: none}}
    steps:
      - {id: go, title: {zh: 走, en: Go}, run: [dpkg, -i, '\${params.package}'], timeout: 5s, idempotent: true, stdin: 'x', keepsRunning: true, limits: {memoryBytes: 1000000, processes: 5, fileBytes: 9, openFiles: 9, outputBytes: 9}}
      - {script: steps/check.sh, args: ['\${matrix.threads}', '\${each.name}', '\${params.words}'], expect: {exit: [0, 2], stdout: {matches: 'a'}, stderr: {empty: true}, json: {path: a, min: '\${params.least}'}, files: [{path: x, type: file, content: {contains: a}}]}}
      - {action: elf.audit, with: {glibcMax: host.runtime.libc.version}}
      - {manual: {instructions: {zh: 看, en: Look}, expect: [{zh: 好, en: Good}], evidence: [screenshot, photo, text]}}
      - {reboot: true, timeout: 5m}
    expect: {exit: any}
    measure:
      - {metric: events, unit: 1/s, direction: higher, title: {zh: 事件, en: Events}, from: {regex: 'x: ([0-9.]+)', stream: stderr}, step: go, scale: 2, pick: last, steers: false, score: true}
      - {metric: rows, unit: '1', direction: lower, from: {csv: {column: ops, row: last}, file: out.csv}}
    facts: [{name: version, from: {xml: 'a/@v'}, comparable: false}]
    bar: [{metric: events, must: '>= 1000', should: '>= \${params.least}'}]
    bench: {warmup: 0, target: 0.05, budget: 5m, length: long, hostLoad: any, prepare: [{run: [sync]}]}
    delta: {settle: 10s, window: 5s, cpu: 1, memory: 1, disk: 1, network: 1, ports: none, services: none, packages: [a], processes: none, files: [/etc], taint: none}
    cleanup: [{run: [dpkg, -r, demo]}]
    onFail: [{action: logs.collect, with: {kernel: true}}]
    retry: {max: 1}
    waivable: false
`;
