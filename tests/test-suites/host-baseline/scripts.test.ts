import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { PlannedStep } from '../../../contract/plan.ts';
import { exitVerdict, judge } from '../../../engine/parsers/index.ts';
import { openSuites } from '../../../engine/suites/index.ts';
import { field, sampleHost } from '../../engine/suites/sample-host.ts';
import { Tree } from './baseline-test.ts';

const shipped = fileURLToPath(new URL('../../../test-suites', import.meta.url));
// Every command counts as installed: what is judged here is what the scripts make of recorded answers.
const tools = { find: (name: string) => ({ path: `/usr/bin/${name}`, version: null }) };
const suites = openSuites({ directories: [{ directory: shipped, origin: 'shipped' }], tools });
const disk = { ...sampleDisk('sda') };

/** A case that needs root or a restart, its last step carried out and judged here by what the manifest says. */
async function judged(
	only: string,
	params: Readonly<Record<string, unknown>>,
	words: (argv: readonly string[]) => string[],
) {
	const host = sampleHost({ 'storage.disks': [disk] });
	const plan = await suites.plan({ suites: ['host-baseline'], params, product: null, host, only: [only] });
	const step = plan.cases.find((entry) => entry.case === only)?.steps.at(-1) as Extract<PlannedStep, { kind: 'run' }>;
	const argv = words(step.argv);
	const { status, stdout, stderr } = spawnSync(process.execPath, argv, { env: { ...process.env, ...step.env } });
	const output = (bytes: Buffer) => ({ bytes, evidence: null, cutBytes: 0 });
	const outcome = { exitCode: status, signal: null, stdout: output(stdout), stderr: output(stderr), file: () => null };
	return exitVerdict(step.exitMeanings, outcome) ?? judge(step.expect, outcome);
}

function sampleDisk(name: string): object {
	const unknown = Object.fromEntries(
		['model', 'vendor', 'bytes', 'serial', 'firmware'].map((key) => [key, field(null)]),
	);
	return { name, ...unknown, type: field('ssd') };
}

describe('disk-smart', () => {
	const healthy = { model_name: 'ZTSSD', smart_status: { passed: true } };
	const ata = (id: number, value: number) => ({ ata_smart_attributes: { table: [{ id, raw: { value } }] } });

	async function report(answer: object) {
		using tree = new Tree({ 'smart/sda.json': JSON.stringify(answer) });
		return await judged('disk-smart', { root: tree.root }, (argv) => argv.slice(1));
	}

	it.each([
		['the disk expects to fail', { ...healthy, smart_status: { passed: false } }, 'disk-failing'],
		['sectors wait to be replaced', { ...healthy, ...ata(197, 8) }, 'disk-counters'],
		[
			'NVMe media errors were counted',
			{ ...healthy, nvme_smart_health_information_log: { media_errors: 2 } },
			'disk-counters',
		],
		[
			'nine tenths of its life are used',
			{ ...healthy, nvme_smart_health_information_log: { percentage_used: 90 } },
			'disk-worn',
		],
	])('fails when %s', async (_when, answer, code) => {
		expect(await report(answer)).toMatchObject({ status: 'failed', reason: { code } });
	});

	it('passes on a healthy disk and is unsupported where a disk tells nothing', async () => {
		expect(await report({ ...healthy, ...ata(197, 0) })).toBeNull();
		expect(await report({ device: { name: '/dev/vda' } })).toMatchObject({ status: 'skipped', skip: 'unsupported' });
	});
});

describe('reboot-stability', () => {
	const device = (address: string) => `sys/bus/pci/devices/${address}/vendor`;

	async function afterRestart(change: (tree: Tree) => void) {
		using tree = new Tree({ [device('0000:01:00.0')]: '0x19e5', 'sys/devices/system/cpu/present': '0-3' });
		const file = join(tree.root, 'devices.json');
		const script = fileURLToPath(new URL('../../../test-suites/host-baseline/steps/device-list.mjs', import.meta.url));
		spawnSync(process.execPath, [script, 'record', file], { env: { ...process.env, BASELINE_ROOT: tree.root } });
		change(tree);
		return await judged('reboot-stability', { root: tree.root, reboot: true }, (argv) => [...argv.slice(1, -1), file]);
	}

	it('fails when a device is gone or new after the restart', async () => {
		const gone = await afterRestart((tree) =>
			rmSync(join(tree.root, 'sys/bus/pci/devices/0000:01:00.0'), { recursive: true }),
		);
		expect(gone).toMatchObject({ status: 'failed', reason: { code: 'devices-gone' } });
		const added = await afterRestart((tree) => tree.write(device('0000:02:00.0'), '0x1db7'));
		expect(added).toMatchObject({ status: 'failed', reason: { code: 'devices-new' } });
	});

	it('passes when everything is as before', async () => {
		expect(await afterRestart(() => undefined)).toBeNull();
	});

	it('restarts nothing unless it was asked to', async () => {
		const plan = await suites.plan({ suites: ['host-baseline'], params: {}, product: null, host: sampleHost() });
		expect(plan.cases.flatMap((entry) => entry.steps).filter(({ kind }) => kind === 'reboot')).toEqual([]);
		expect(plan.notApplicable.map((entry) => entry.case)).toContain('reboot-stability');
	});
});
