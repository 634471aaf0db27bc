import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../../contract/plan.ts';
import { exitVerdict, judge, type Outcome, readFileFact } from '../../../engine/parsers/index.ts';

const NOTHING = { bytes: Buffer.alloc(0), evidence: null, cutBytes: 0 };

function outcome(changes: Partial<Outcome> & { out?: string; cutBytes?: number } = {}): Outcome {
	const { out = '', cutBytes = 0, ...rest } = changes;
	const stdout = { bytes: Buffer.from(out), evidence: 'sha', cutBytes };
	return { exitCode: 0, signal: null, stdout, stderr: NOTHING, file: () => null, ...rest };
}

function code(expected: Expectation | undefined, found: Outcome): string {
	const judgement = judge(expected, found);
	return judgement === null ? 'holds' : `${judgement.status}: ${judgement.reason.code}`;
}

describe('The end of a step', () => {
	it('is expected to be exit status 0 when nothing else is said', () => {
		expect(code(undefined, outcome())).toBe('holds');
		expect(code({}, outcome({ exitCode: 1 }))).toBe('failed: exit');
		expect(code({ stdout: { contains: 'x' } }, outcome({ exitCode: 1, out: 'x' }))).toBe('failed: exit');
		expect(code(undefined, outcome({ exitCode: null, signal: 'SIGSEGV' }))).toBe('failed: signal');
	});

	it('may be another status, one of several, any, or a signal', () => {
		expect(code({ exit: 3 }, outcome({ exitCode: 3 }))).toBe('holds');
		expect(code({ exit: 3 }, outcome())).toBe('failed: exit');
		expect(code({ exit: [0, 4] }, outcome({ exitCode: 4 }))).toBe('holds');
		expect(code({ exit: 'any' }, outcome({ exitCode: 99 }))).toBe('holds');
		expect(code({ signal: 'SIGTERM' }, outcome({ exitCode: null, signal: 'SIGTERM' }))).toBe('holds');
		expect(code({ signal: 'SIGTERM' }, outcome())).toBe('failed: signal');
	});

	it('means what the suite says of it, but a signal is never an exit status', () => {
		const meanings = [{ code: 77, status: 'skipped' as const, reason: 'unsupported' as const }];
		expect(exitVerdict(meanings, outcome({ exitCode: 77 }))).toMatchObject({ status: 'skipped', skip: 'unsupported' });
		expect(exitVerdict(meanings, outcome({ exitCode: 1 }))).toBeNull();
		expect(exitVerdict([{ code: 0, status: 'failed' }], outcome({ signal: 'SIGKILL' }))).toBeNull();
	});
});

describe('A text', () => {
	it.each<[Expectation['stdout'] & object, string, string]>([
		[{ contains: '中文' }, '输出中文', 'holds'],
		[{ contains: '中文' }, 'latin', 'failed: stdout'],
		[{ notContains: 'error' }, 'an error\n', 'failed: stdout'],
		[{ equals: 'Linux' }, 'Linux\n', 'holds'],
		[{ equals: 'Linux' }, 'Linux 6', 'failed: stdout'],
		[{ empty: true }, '\n', 'holds'],
		[{ empty: true }, 'x', 'failed: stdout'],
		[{ empty: false }, '', 'failed: stdout'],
		[{ matches: '^b$' }, 'a\nb\nc', 'holds'],
		[{ matches: '^d$' }, 'a\nb\nc', 'failed: stdout'],
		[{ notMatches: 'E\\d' }, 'E1', 'failed: stdout'],
		[{ matches: '(' }, 'x', 'errored: expectation'],
		[{ notMatches: '^(a+)+$' }, `${'a'.repeat(50)}!`, 'errored: expectation'],
	])('%j of %j: %s', (stdout, out, expected) => {
		expect(code({ stdout }, outcome({ out }))).toBe(expected);
	});

	it('names the bytes that decided', () => {
		const judgement = judge({ stdout: { notContains: '错误' } }, outcome({ out: '行一\n有错误\n' }));
		expect(judgement?.reason).toMatchObject({
			actual: '有错误',
			decisive: { evidence: 'sha', byteFrom: 10, byteTo: 16 },
		});
	});

	it('that was cut proves nothing by what is absent from it', () => {
		expect(code({ stdout: { notContains: 'error' } }, outcome({ out: 'fine', cutBytes: 9 }))).toBe(
			'errored: output.cut',
		);
		expect(code({ stdout: { contains: 'ok' } }, outcome({ out: 'fine', cutBytes: 9 }))).toBe('errored: output.cut');
		expect(code({ stdout: { contains: 'ok' } }, outcome({ out: 'ok', cutBytes: 9 }))).toBe('holds');
		expect(code({ stdout: { notContains: 'error' } }, outcome({ out: 'error', cutBytes: 9 }))).toBe('failed: stdout');
		expect(code({ json: { path: 'a', equals: 1 } }, outcome({ out: '{"a":1}', cutBytes: 9 }))).toBe(
			'errored: output.cut',
		);
	});
});

describe('A value of a JSON output', () => {
	it.each<[Expectation['json'] & object, string, string]>([
		[{ path: 'a', equals: 1 }, '{"a":1}', 'holds'],
		[{ path: 'a', equals: 1 }, '{"a":"1"}', 'failed: json'],
		[{ path: 'a', equals: { b: [1] } }, '{"a":{"b":[1]}}', 'holds'],
		[{ path: 'a', notEquals: 1 }, '{"a":1}', 'failed: json'],
		[{ path: 'a', min: 1, max: 2 }, '{"a":2}', 'holds'],
		[{ path: 'a', min: 1, max: 2 }, '{"a":2.1}', 'failed: json'],
		[{ path: 'a', min: 1 }, '{"a":"9"}', 'failed: json'],
		[{ path: 'a', oneOf: [1, null] }, '{"a":null}', 'holds'],
		[{ path: 'a', notOneOf: [1] }, '{"a":1}', 'failed: json'],
		[{ path: 'a', maxSize: 0 }, '{"a":[]}', 'holds'],
		[{ path: 'a', maxSize: 0 }, '{"a":[1]}', 'failed: json'],
		[{ path: 'a', maxSize: 0 }, '{"a":0}', 'failed: json'],
		[{ path: 'a', minSize: 2 }, '{"a":"汉字"}', 'holds'],
		[{ path: 'a', matches: '^v\\d' }, '{"a":"v2"}', 'holds'],
		[{ path: 'a', matches: '^(x+)+$' }, `{"a":"${'x'.repeat(50)}!"}`, 'errored: expectation'],
		[{ path: 'b', exists: false }, '{"a":1}', 'holds'],
		[{ path: 'a', exists: false }, '{"a":1}', 'failed: json'],
		[{ path: 'b', equals: 1 }, '{"a":1}', 'failed: json'],
		[{ path: 'a', equals: 1 }, 'no json', 'failed: json'],
		[{ path: 'a[' }, '{}', 'errored: expectation'],
		[
			[
				{ path: 'a', equals: 1 },
				{ path: 'b', equals: 2 },
			],
			'{"a":1,"b":3}',
			'failed: json',
		],
	])('%j of %s: %s', (json, out, expected) => {
		expect(code({ json }, outcome({ out }))).toBe(expected);
	});

	it('asked for of every entry holds for none that lacks it, and for an empty list', () => {
		const json = { path: 'list[*].errors', equals: 0 };
		expect(code({ json }, outcome({ out: '{"list":[{"errors":0},{"errors":0}]}' }))).toBe('holds');
		expect(code({ json }, outcome({ out: '{"list":[]}' }))).toBe('holds');
		expect(code({ json }, outcome({ out: '{"list":[{"errors":0},{"errors":1}]}' }))).toBe('failed: json');
		expect(code({ json }, outcome({ out: '{"list":[{"errors":0},{}]}' }))).toBe('failed: json');
		expect(code({ json }, outcome({ out: '{"other":[]}' }))).toBe('failed: json');
		expect(code({ json }, outcome({ out: '{"list":7}' }))).toBe('failed: json');
	});

	it('fails in the words and with the code of the author', () => {
		const otherwise = { code: 'too-hot', text: { zh: '过热', en: 'too hot' } };
		const judgement = judge({ json: { path: 'c', max: 90, otherwise } }, outcome({ out: '{"c": 95}' }));
		expect(judgement?.reason).toEqual({
			code: 'too-hot',
			text: otherwise.text,
			expected: 'max 90',
			actual: '95',
			decisive: { evidence: 'sha', byteFrom: 6, byteTo: 8 },
		});
	});
});

describe('A file', () => {
	it('is judged by what it is, how large it is, its permissions, digest and text', () => {
		const folder = mkdtempSync(join(tmpdir(), 'shipei-judge-'));
		try {
			writeFileSync(join(folder, 'f'), 'hello\n', { mode: 0o640 });
			symlinkSync('f', join(folder, 'link'));
			const file = (path: string) => readFileFact(join(folder, path));
			const check = (...files: NonNullable<Expectation['files']>) => code({ files }, outcome({ file }));
			const sha256 = '5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03';
			expect(check({ path: 'f', type: 'file', minBytes: 6, maxBytes: 6, mode: '0640', sha256 })).toBe('holds');
			expect(check({ path: 'f', content: { contains: 'ell' } })).toBe('holds');
			expect(check({ path: 'none', exists: false })).toBe('holds');
			expect(check({ path: 'link', type: 'link' })).toBe('holds');
			expect(check({ path: 'none' })).toBe('failed: file');
			expect(check({ path: 'f', exists: false })).toBe('failed: file');
			expect(check({ path: 'f', type: 'directory' })).toBe('failed: file');
			expect(check({ path: 'f', minBytes: 7 })).toBe('failed: file');
			expect(check({ path: 'f', maxBytes: 5 })).toBe('failed: file');
			expect(check({ path: 'f', mode: '0600' })).toBe('failed: file');
			expect(check({ path: 'f', sha256: '0'.repeat(64) })).toBe('failed: file');
			expect(check({ path: 'f', content: { equals: 'bye' } })).toBe('failed: file');
			expect(check({ path: 'link', content: { contains: 'ell' } })).toBe('failed: file');
		} finally {
			rmSync(folder, { recursive: true });
		}
	});

	it('that cannot be looked at is an error, not a failure', () => {
		const file = (): never => {
			throw new Error('EACCES: permission denied');
		};
		expect(code({ files: [{ path: 'f', exists: false }] }, outcome({ file }))).toBe('errored: file.unreadable');
	});
});
