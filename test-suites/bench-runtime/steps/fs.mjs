#!/usr/bin/env node
// Small files through this runtime: create and write 4 KiB, read back, rename, look at it, delete. Page cache included.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, report, unitsPerSecond } from './report.mjs';

const folder = join(process.argv[2] ?? '.', `fs-${process.pid}`);
const content = Buffer.alloc(4096, '适配');
mkdirSync(folder, { recursive: true });
try {
	report({ value: await unitsPerSecond(cycle, { seconds: Number(process.argv[3] ?? 1.5) }) });
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function cycle(number) {
	const [first, second] = [join(folder, `文件-${number}`), join(folder, `moved-${number}`)];
	writeFileSync(first, content);
	renameSync(first, second);
	check('size', statSync(second).size, content.length);
	check('content', readFileSync(second).equals(content), true);
	rmSync(second);
}
