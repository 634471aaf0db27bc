import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { suiteDetailSchema, suiteSummarySchema } from '../../../contract/suite.ts';
import type { SignatureJudge } from '../../../engine/suites/find/suite-origin.ts';
import { openSuites, suiteDigest } from '../../../engine/suites/index.ts';
import { HEAD, ONE_CASE, SuiteFolder, suiteOf } from './suite-test.ts';

describe('The list of suites', () => {
	it('shows every suite that can be read, and a broken one only among the problems', () => {
		using folder = suiteOf(ONE_CASE).write('id: [', 'broken/suite.yaml').write('x', 'no-suite/readme.txt');
		const suites = folder.open();
		expect(suites.list().map((entry) => suiteSummarySchema.parse(entry).id)).toEqual(['demo']);
		expect(suites.problems()[0]?.file).toBe(join(folder.directory, 'broken/suite.yaml'));
	});

	it('is empty for a folder that is not there', () => {
		expect(openSuites({ directories: [{ directory: '/nosuch/folder', origin: 'lab' }] }).list()).toEqual([]);
	});

	it('does not fail on a manifest that is no readable file', () => {
		using folder = suiteOf(ONE_CASE).write(HEAD, 'other/suite.yaml');
		rmSync(join(folder.directory, 'other/suite.yaml'));
		symlinkSync('/proc/self/mem', join(folder.directory, 'other/suite.yaml'));
		expect(
			folder
				.open()
				.list()
				.map(({ id }) => id),
		).toEqual(['demo']);
	});

	it('counts cases that need a person or root', () => {
		const more =
			'  - {id: two, title: {zh: 二, en: Two}, privilege: {user: root, reason: {zh: 因, en: R}}, steps: [{run: [a]}, {manual: {instructions: {zh: 看, en: Look}, expect: [{zh: 好, en: Good}]}}]}\n';
		using folder = suiteOf(ONE_CASE + more);
		expect(folder.open().list()[0]).toMatchObject({ cases: 2, manualCases: 1, rootCases: 1 });
	});
});

describe('Showing a suite', () => {
	it('gives its parameters, cases and text, by id or by folder', () => {
		using folder = suiteOf(`params:\n  n: {type: integer, default: 3, title: {zh: 数, en: N}}\n${ONE_CASE}`);
		const suites = folder.open();
		const shown = suiteDetailSchema.parse(suites.show('demo'));
		expect(shown).toMatchObject({
			parameters: [{ name: 'n', type: 'integer', default: 3, required: false }],
			caseList: [{ id: 'one' }],
		});
		expect(shown.manifest).toContain('id: demo');
		expect(suites.show(join(folder.directory, 'demo'))).toEqual(shown);
	});

	it('gives what each case says it touches, where it reaches, and what restores the machine', () => {
		using folder = suiteOf(`network: loopback
params: {server: {type: string, title: {zh: 服, en: S}}}
cases:
  - id: one
    title: {zh: 一, en: One}
    touches: {packages: true, files: [/opt/demo], ports: [8080]}
    network: {lan: ['\${params.server}']}
    steps: [{run: [echo]}]
    cleanup:
      - run: [sleep, 1]
      - action: process.gone
        with: {name: demo, seconds: 2}
      - manual: {instructions: {zh: 拔下, en: Unplug}, expect: [{zh: 已拔, en: Unplugged}]}
  - id: two
    title: {zh: 二, en: Two}
    steps: [{run: [echo]}]
`);
		const { caseList } = suiteDetailSchema.parse(folder.open().show('demo'));
		expect(caseList).toMatchObject([
			{
				touches: { packages: true, files: ['/opt/demo'], ports: [8080] },
				network: { lan: ['${params.server}'] },
				cleanup: [
					{ kind: 'run', argv: ['sleep', '1'] },
					{ kind: 'action', action: 'process.gone', with: { name: 'demo', seconds: 2 } },
					{ kind: 'manual', instructions: { zh: '拔下', en: 'Unplug' } },
				],
			},
			{ touches: {}, network: 'loopback', cleanup: [] },
		]);
	});

	it('calls a parameter without a title by its name', () => {
		using folder = suiteOf(`params:\n  launchSeconds: {type: integer, default: 20, min: 5, max: 600}\n${ONE_CASE}`);
		const { parameters } = suiteDetailSchema.parse(folder.open().show('demo'));
		expect(parameters[0]).toMatchObject({ title: { zh: 'launchSeconds', en: 'launchSeconds' }, min: 5, max: 600 });
	});

	it('refuses what is unknown, what is broken, and an id that two suites have', () => {
		using folder = suiteOf(ONE_CASE).write(
			`${HEAD}nonsense: 1\n${ONE_CASE}`.replace('id: demo', 'id: bad'),
			'bad/suite.yaml',
		);
		folder.write(HEAD + ONE_CASE, 'twin/suite.yaml');
		const suites = folder.open();
		expect(() => suites.show('nosuch')).toThrow(expect.objectContaining({ code: 'suite.unknown' }));
		expect(() => suites.show('bad')).toThrow(expect.objectContaining({ code: 'suite.broken' }));
		expect(() => suites.show('demo')).toThrow(expect.objectContaining({ code: 'suite.twice' }));
		expect(suites.show(join(folder.directory, 'twin')).id).toBe('demo');
		expect(() => suites.show('./nosuch')).toThrow(expect.objectContaining({ code: 'suite.no-manifest' }));
	});
});

describe('The origin of a suite', () => {
	it('is signed while it is as the build listed it, changed afterwards, unsigned without a list', () => {
		using folder = suiteOf(ONE_CASE);
		const suites = openSuites({ directories: [{ directory: folder.directory, origin: 'shipped' }] });
		const [first] = suites.list();
		expect(first?.origin).toMatchObject({ kind: 'shipped', signature: 'unsigned' });
		folder.write(JSON.stringify({ publisher: 'Shipei', suites: { demo: first?.digest } }), 'suites.json');
		expect(suites.list()[0]?.origin).toMatchObject({ signature: 'signed', publisher: 'Shipei' });
		folder.write('echo evil', 'demo/steps/new.sh');
		expect(suites.list()[0]?.origin).toMatchObject({ signature: 'changed' });
	});

	it('is judged by the signature beside its manifest where no list of the build names it', async () => {
		using folder = suiteOf(ONE_CASE);
		const asked: unknown[] = [];
		const judge: SignatureJudge = (envelope, suite) => {
			asked.push([Buffer.from(envelope).toString(), suite]);
			return { signature: 'untrusted' };
		};
		const suites = folder.open({ judge });
		const [first] = suites.list();
		expect(first?.origin.signature).toBe('unsigned');
		const directory = join(folder.directory, 'demo');
		expect(suites.keepSignature(directory, Buffer.from('signed'))).toBe(join(directory, 'suite.sig.json'));
		const suite = { id: 'demo', version: '1.0.0', digest: first?.digest };
		const planned = await folder.plan({}, { judge });
		expect([
			suites.list()[0]?.origin.signature,
			suites.show('demo').origin.signature,
			suites.check(folder.directory).origins[0]?.origin.signature,
			planned.suites[0]?.origin.signature,
		]).toEqual(Array(4).fill('untrusted'));
		expect(asked).toEqual(Array(4).fill(['signed', suite]));
	});

	it('takes a signature that is a link, a folder or endless as one that fits nothing', () => {
		using folder = suiteOf(ONE_CASE);
		const directory = join(folder.directory, 'demo');
		const sizes: number[] = [];
		const suites = folder.open({
			judge: ({ length }) => {
				sizes.push(length);
				return { signature: 'changed' };
			},
		});
		const at = join(directory, 'suite.sig.json');
		const place = (act: () => void) => {
			act();
			suites.list();
			rmSync(at, { recursive: true });
		};
		place(() => symlinkSync('/etc/passwd', at));
		place(() => mkdirSync(at));
		place(() => writeFileSync(at, 'x'.repeat(1_000_000)));
		expect(sizes).toEqual([0, 0, 0]);
	});
});

describe('The digest of a suite', () => {
	const change = (act: (directory: string) => void): boolean => {
		using folder = suiteOf(ONE_CASE).write('echo 1', 'demo/a.sh').write('echo 2', 'demo/sub/b.sh');
		const directory = join(folder.directory, 'demo');
		const before = suiteDigest(directory);
		act(directory);
		return suiteDigest(directory) !== before;
	};

	it('changes with the bytes, the name, the place and the executable bit of any file', () => {
		expect(change((at) => writeFileSync(join(at, 'a.sh'), 'echo 3'))).toBe(true);
		expect(change((at) => renameSync(join(at, 'a.sh'), join(at, 'c.sh')))).toBe(true);
		expect(change((at) => renameSync(join(at, 'a.sh'), join(at, 'sub/a.sh')))).toBe(true);
		expect(change((at) => chmodSync(join(at, 'a.sh'), 0o755))).toBe(true);
		expect(change((at) => rmSync(join(at, 'sub/b.sh')))).toBe(true);
		expect(change((at) => symlinkSync('/etc/passwd', join(at, 'link')))).toBe(true);
	});

	it('does not change with times, the permissions of a group, or an empty folder', () => {
		expect(change((at) => utimesSync(join(at, 'a.sh'), 1, 1))).toBe(false);
		expect(change((at) => chmodSync(join(at, 'a.sh'), 0o664))).toBe(false);
		expect(change((at) => mkdirSync(join(at, 'empty')))).toBe(false);
	});

	it('does not change with the publisher’s signature, but with anything else of that name', () => {
		expect(change((at) => writeFileSync(join(at, 'suite.sig.json'), '{}'))).toBe(false);
		expect(change((at) => writeFileSync(join(at, 'sub/suite.sig.json'), '{}'))).toBe(true);
		expect(change((at) => symlinkSync('a.sh', join(at, 'suite.sig.json')))).toBe(true);
		expect(
			change((at) => {
				mkdirSync(join(at, 'suite.sig.json'));
				writeFileSync(join(at, 'suite.sig.json/evil.sh'), 'echo evil');
			}),
		).toBe(true);
	});

	it('sees a change that keeps the length and the time of a file', () => {
		using folder = suiteOf(ONE_CASE).write('echo 1', 'demo/a.sh');
		const directory = join(folder.directory, 'demo');
		utimesSync(join(directory, 'a.sh'), 1, 1);
		const before = suiteDigest(directory);
		writeFileSync(join(directory, 'a.sh'), 'echo 2');
		utimesSync(join(directory, 'a.sh'), 1, 1);
		expect(suiteDigest(directory)).not.toBe(before);
	});
});

describe('A new suite', () => {
	it('is a working example that its own test proves', async () => {
		using folder = new SuiteFolder();
		const suites = folder.open();
		const { files } = suites.create(join(folder.directory, 'my-suite'));
		expect(files.map((file) => file.slice(folder.directory.length))).toEqual([
			'/my-suite/suite.yaml',
			'/my-suite/steps/count-files.sh',
			'/my-suite/test.sh',
		]);
		expect(suites.check(folder.directory)).toMatchObject({ suites: 1, cases: 2, problems: [] });
		expect(suites.list()[0]?.id).toBe('my-suite');
		expect(execFileSync('sh', [join(folder.directory, 'my-suite/test.sh')], { encoding: 'utf8' })).toBe('all good\n');
	});

	it('overwrites nothing and takes no id that cannot be one', () => {
		using folder = suiteOf(ONE_CASE);
		const suites = folder.open();
		expect(() => suites.create(join(folder.directory, 'demo'))).toThrow(
			expect.objectContaining({ code: 'suite.exists' }),
		);
		expect(() => suites.create(join(folder.directory, 'x'), 'Not An Id')).toThrow(
			expect.objectContaining({ code: 'suite.bad-id' }),
		);
	});
});
