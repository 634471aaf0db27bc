import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostProfile } from '../../contract/host.ts';
import { runShipei } from './run-shipei.ts';

let directory: string;

beforeAll(() => {
	directory = mkdtempSync(join(tmpdir(), 'shipei-snapshot-'));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('shipei host snapshot', () => {
	it('writes nothing readable unless a person at the terminal or --yes agrees, whatever is piped in', async () => {
		const out = join(directory, 'asked');
		const refused = await runShipei(['host', 'snapshot', '--out', out, '--unmasked'], {
			input: 'y\n',
			language: 'zh_CN.UTF-8',
		});
		expect([refused.code, refused.stdout, existsSync(out)]).toEqual([2, '', false]);
		expect(refused.stderr).toContain('--yes');
	});

	it('masks what is sensitive by default and says so, and leaves it readable where --yes agreed', async () => {
		const [masked, readable] = [join(directory, 'masked'), join(directory, 'readable')];
		const first = await runShipei(['host', 'snapshot', '--out', masked, '--json']);
		expect([first.code, JSON.parse(first.stdout).masked]).toEqual([0, true]);
		const second = await runShipei(['host', 'snapshot', '--out', readable, '--unmasked', '--yes', '--json']);
		expect([second.code, JSON.parse(second.stdout).masked]).toEqual([0, false]);
		const name = readFileSync('/proc/sys/kernel/hostname', 'utf8').trim();
		expect(readFileSync(join(readable, 'files/proc/sys/kernel/hostname'), 'utf8').trim()).toBe(name);
		expect(readFileSync(join(masked, 'files/proc/sys/kernel/hostname'), 'utf8').trim()).not.toBe(name);
	});

	it('can be replayed: the same machine comes out of it', async () => {
		const facts = async (...more: string[]) => {
			const { stdout } = await runShipei(['host', 'detect', '--json', ...more]);
			const { cpu, os, memory, databases, toolchains } = JSON.parse(stdout) as HostProfile;
			return { cpu: { ...cpu, clusters: [] }, os, total: memory.total, databases, toolchains };
		};
		const out = join(directory, 'replayed');
		await runShipei(['host', 'snapshot', '--out', out, '--unmasked', '--yes']);
		expect(await facts('--snapshot', out)).toEqual(await facts());
	});
});
