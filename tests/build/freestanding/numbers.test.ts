import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const arch = resolve(import.meta.dirname, '../../../build/freestanding/arch');

/** The kernel's own tables, where their packages are installed. */
const tables = [
	{ ours: 'x64-numbers.h', kernel: '/usr/include/x86_64-linux-gnu/asm/unistd_64.h', base: 0 },
	{ ours: 'generic-numbers.h', kernel: '/usr/include/asm-generic/unistd.h', base: 0 },
	{ ours: 'mips64el-numbers.h', kernel: '/usr/mips64el-linux-gnuabi64/include/asm/unistd_n64.h', base: 5000 },
];

function readOurs(file: string): Map<string, number> {
	const text = readFileSync(resolve(arch, file), 'utf8');
	return new Map([...text.matchAll(/NR_(\w+) = (\d+),/g)].map((match) => [match[1] ?? '', Number(match[2])]));
}

function readKernel(file: string, base: number): Map<string, number> {
	const text = readFileSync(file, 'utf8');
	const lines = text.matchAll(/#define __NR(?:3264)?_(\w+)\s+(?:\(__NR_Linux \+ (\d+)\)|(\d+))/g);
	return new Map([...lines].map((match) => [match[1] ?? '', match[2] ? base + Number(match[2]) : Number(match[3])]));
}

describe('system call numbers', () => {
	it('exist for the same calls on every architecture', () => {
		const [first, ...others] = tables.map((table) => [...readOurs(table.ours).keys()]);
		for (const names of others) expect(names).toEqual(first);
		expect(first?.length).toBeGreaterThan(60);
	});

	for (const table of tables) {
		it.skipIf(!existsSync(table.kernel))(
			`of ${table.ours} are those of the kernel header (needs linux-libc-dev or linux-libc-dev-mips64el-cross)`,
			() => {
				const kernel = readKernel(table.kernel, table.base);
				for (const [name, number] of readOurs(table.ours)) expect(kernel.get(name), name).toBe(number);
			},
		);
	}
});
