import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of one test's own, gone when the test is. */
export async function folder(): Promise<string> {
	const dir = await mkdtemp(join(tmpdir(), 'shipei-bundle-'));
	onTestFinished(() => rm(dir, { recursive: true, force: true }));
	return dir;
}
