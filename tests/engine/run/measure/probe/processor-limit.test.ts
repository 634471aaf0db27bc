import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readProcessorLimit } from '../../../../../engine/run/measure/probe/processor-limit.ts';
import { SensorFiles } from '../../../../../engine/run/measure/probe/sensor-files.ts';

let root = '';
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'shipei-limit-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The limit on a machine of eight processors with these files. */
function limitOf(files: Readonly<Record<string, string>>): Promise<number | null> {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), `${text}\n`);
	}
	return readProcessorLimit(new SensorFiles(root), 8);
}

describe('the limit of processors', () => {
	it('is none where nothing limits, or nothing can be read', async () => {
		expect(await limitOf({})).toBeNull();
		const free = { 'proc/self/cgroup': '0::/a/b', 'sys/fs/cgroup/a/b/cpu.max': 'max 100000' };
		expect(await limitOf({ ...free, 'proc/self/status': 'Cpus_allowed_list:\t0-7' })).toBeNull();
	});

	it('is what the affinity mask leaves', async () => {
		expect(await limitOf({ 'proc/self/status': 'Name:\tnode\nCpus_allowed_list:\t0-2,5' })).toBe(4);
	});

	it('is the smallest quota of the group and all above it, the container’s own root included', async () => {
		const files = { 'proc/self/cgroup': '0::/a/b', 'sys/fs/cgroup/a/b/cpu.max': 'max 100000' };
		expect(await limitOf({ ...files, 'sys/fs/cgroup/cpu.max': '200000 100000' })).toBe(2);
		expect(await limitOf({ ...files, 'sys/fs/cgroup/a/cpu.max': '150000 100000' })).toBe(1.5);
	});

	it('is the quota of version 1 too, where −1 is none', async () => {
		const group = 'sys/fs/cgroup/cpu,cpuacct/lab';
		const files = {
			'proc/self/cgroup': '4:cpu,cpuacct:/lab\n1:name=systemd:/',
			[`${group}/cpu.cfs_period_us`]: '100000',
		};
		expect(await limitOf({ ...files, [`${group}/cpu.cfs_quota_us`]: '-1' })).toBeNull();
		expect(await limitOf({ ...files, [`${group}/cpu.cfs_quota_us`]: '50000' })).toBe(0.5);
	});

	it.skipIf(cpus().length < 2)('is one for a process that really may use one only (needs two processors)', () => {
		const url = (name: string) => new URL(`../../../../../engine/run/measure/probe/${name}`, import.meta.url).href;
		const program = `
			const { readProcessorLimit } = await import('${url('processor-limit.ts')}');
			const { SensorFiles } = await import('${url('sensor-files.ts')}');
			console.log(await readProcessorLimit(new SensorFiles('/'), ${cpus().length}));`;
		const { stdout } = spawnSync('taskset', ['-c', '0', process.execPath, '--input-type=module', '-e', program], {
			encoding: 'utf8',
		});
		expect(stdout.trim()).toBe('1');
	});
});
