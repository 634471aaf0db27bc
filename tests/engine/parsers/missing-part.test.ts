import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../engine/parsers/index.ts';
import { missingPart } from '../../../engine/parsers/missing-part.ts';

const SAID = {
	glibc:
		'./app: error while loading shared libraries: libssl.so.1.1: cannot open shared object file: No such file or directory\n',
	musl: 'Error loading shared library libssl.so.1.1: No such file or directory (needed by ./app)\n',
	symbols: "./app: /lib/aarch64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by ./app)\n",
	format: 'sh: 1: ./app: Exec format error\n',
};

function output(text: string) {
	return { bytes: Buffer.from(text), evidence: 'sha', cutBytes: 0 };
}

function nameIn(exitCode: number, text: string): string | undefined {
	return missingPart(exitCode, output(text))?.text.zh;
}

describe('What a step lacked', () => {
	it('is the library that the loader of glibc or musl did not find, or the version that it wants of one', () => {
		expect(nameIn(127, SAID.glibc)).toBe('找不到动态库 libssl.so.1.1');
		expect(nameIn(127, SAID.musl)).toBe('找不到动态库 libssl.so.1.1');
		expect(nameIn(1, SAID.symbols)).toBe('系统的库没有版本 GLIBC_2.34（./app 需要）');
		expect(nameIn(126, SAID.format)).toContain('./app 不能在本机执行');
	});

	it.each([['/bin/sh'], ['/bin/bash']])('is the program that %s did not find', (shell) => {
		if (!existsSync(shell)) return;
		for (const script of ['no-such-program --version', 'env no-such-program', '/no/such-program']) {
			const { status, stderr } = spawnSync(shell, ['-c', script], {
				env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
			});
			expect(status, script).toBe(127);
			expect(nameIn(127, stderr.toString()), stderr.toString()).toMatch(
				/^找不到程序 \/?(?:no\/such|no-such)-program$/u,
			);
		}
	});

	it('is said by the last line that says so, with its bytes', () => {
		const text = `第一步：sh: 1: first: not found\n${SAID.glibc}`;
		const found = missingPart(127, output(text));
		expect(found?.text.en).toBe('the shared library libssl.so.1.1 was not found');
		const { byteFrom = 0, byteTo = 0 } = found?.decisive ?? {};
		expect(Buffer.from(text).subarray(byteFrom, byteTo).toString()).toBe(
			'libssl.so.1.1: cannot open shared object file',
		);
	});

	it('is not guessed from a status that stands for something else, or from silence', () => {
		expect(missingPart(2, output(SAID.glibc))).toBeNull();
		expect(missingPart(1, output('sh: 1: first: not found\n'))).toBeNull();
		expect(missingPart(127, output('gone\n'))).toBeNull();
	});

	it('stands in the reason of the step that failed', () => {
		const judgement = judge(undefined, {
			exitCode: 127,
			signal: null,
			stdout: output(''),
			stderr: output(SAID.glibc),
			file: () => null,
		});
		expect(judgement?.reason).toMatchObject({
			code: 'exit',
			text: { zh: '程序的结束方式不符：期望 exit 0，实际 exit 127：找不到动态库 libssl.so.1.1。' },
			actual: 'exit 127',
			decisive: { evidence: 'sha' },
		});
	});
});
