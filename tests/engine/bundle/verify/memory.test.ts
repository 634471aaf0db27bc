import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { expect, it } from 'vitest';
import { folder } from '../folder.ts';

const program = join(import.meta.dirname, 'large-bundle.ts');
const mebibytes = process.env.SHIPEI_LONG_TESTS === '1' ? 1024 : 128;

it(`a bundle of ${mebibytes} MiB is written and verified in less than 200 MB of memory (1 GiB with SHIPEI_LONG_TESTS=1)`, async () => {
	const file = join(await folder(), 'large.xcr');
	const ended = spawnSync(execPath, [program, file, String(mebibytes)], { encoding: 'utf8', timeout: 600_000 });
	expect(ended.stderr).toBe('');
	const { verdict, maxMiB } = JSON.parse(ended.stdout);
	expect(verdict).toBe('intact');
	expect(maxMiB * 1.048576).toBeLessThan(200);
});
