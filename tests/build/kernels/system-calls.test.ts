import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { binaryOf, isInstalled, kernelsFolder, repository } from './run-kernel.ts';

const runtimeFolder = resolve(repository, 'build/freestanding');
const allowed: string[] = JSON.parse(readFileSync(resolve(kernelsFolder, 'system-calls.json'), 'utf8')).calls;

/** Numbers that the x86-64 program loads before its system call instructions; undefined where it cannot be seen. */
function numbersInProgram(): (number | undefined)[] {
	const assembly = execFileSync('llvm-objdump-19', ['-d', '--no-show-raw-insn', binaryOf('linux-x64')], {
		encoding: 'utf8',
		maxBuffer: 1 << 26,
	}).split('\n');
	return assembly.flatMap((line, index) => (/\tsyscall/.test(line) ? [numberBefore(assembly, index)] : []));
}

/** The last instruction before `index` that writes the register rax, if it loads a constant. */
function numberBefore(assembly: readonly string[], index: number): number | undefined {
	for (let at = index - 1; at >= Math.max(0, index - 60); at--) {
		const line = assembly[at] ?? '';
		if (/xorl\s+%eax, %eax/.test(line)) return 0;
		const loaded = /movl\s+\$0x([0-9a-f]+), %eax/.exec(line) ?? /pushq\s+\$0x([0-9a-f]+)/.exec(line);
		if (loaded) return Number.parseInt(loaded[1] ?? '', 16);
		if (/%[re]?ax$/.test(line) && !/\t(cmp|test|j)/.test(line)) return undefined;
	}
	return undefined;
}

function numbersOfAllowed(): Set<number> {
	const table = readFileSync(resolve(runtimeFolder, 'arch/x64-numbers.h'), 'utf8');
	return new Set(
		[...table.matchAll(/NR_(\w+) = (\d+)/g)]
			.filter(([, name]) => allowed.includes(name ?? ''))
			.map((m) => Number(m[2])),
	);
}

describe('system calls of the kernels', () => {
	it('are made by wrappers of the allow-list only', () => {
		const header = readFileSync(resolve(runtimeFolder, 'system.h'), 'utf8');
		const callOfWrapper = new Map(
			[...header.matchAll(/ALWAYS_INLINE[^(]*?(\w+)\([^{]*\{[^}]*?SYSTEM_CALL\(NR_(\w+)/g)].map((m) => [m[1], m[2]]),
		);
		expect(callOfWrapper.size).toBeGreaterThan(40);
		const used = new Set<string>();
		for (const file of readdirSync(resolve(kernelsFolder, 'src'), { recursive: true, encoding: 'utf8' })) {
			if (!/\.[ch]$/.test(file)) continue;
			const source = readFileSync(resolve(kernelsFolder, 'src', file), 'utf8');
			expect(source, `${file} goes round the wrappers`).not.toMatch(/\bNR_|SYSTEM_CALL|system_call6|"syscall"/);
			for (const [, name] of source.matchAll(/\b(sys_\w+|monotonic_now)\(/g))
				used.add(callOfWrapper.get(name) ?? `${name}?`);
		}
		expect([...used].sort()).toEqual([...allowed].sort());
	});

	it.skipIf(!isInstalled('llvm-objdump-19'))(
		'have allowed numbers in the compiled program (needs llvm-19 to disassemble)',
		() => {
			const permitted = numbersOfAllowed();
			const found = numbersInProgram();
			const seen = found.filter((number) => number !== undefined);
			expect(seen.filter((number) => !permitted.has(number))).toEqual([]);
			expect(seen.length).toBeGreaterThan(found.length * 0.9);
			expect(seen.length).toBeGreaterThan(60);
		},
	);
});
