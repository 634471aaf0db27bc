import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostProfileSchema } from '../../../contract/host.ts';
import { detectHost, maskProfile } from '../../../engine/host/index.ts';
import { maskCommand } from '../../../engine/host/masking/mask-command.ts';
import { Probes } from '../../../engine/host/probes.ts';
import { liveSource } from '../../../engine/host/source/live-source.ts';
import { recordingSource } from '../../../engine/host/source/recording-source.ts';
import type { Source } from '../../../engine/host/source/source.ts';
import { parseAnswers } from '../../../engine/host/systeminformation/answers.ts';
import { readSysteminformation } from '../../../engine/host/systeminformation/read-systeminformation.ts';
import { type Contents, writeSnapshot } from './dump-snapshots.ts';

async function profileOf(contents: Contents) {
	using snapshot = writeSnapshot(contents);
	return hostProfileSchema.parse(await detectHost({ snapshot: snapshot.directory }));
}

function saying(answers: Record<string, unknown>): Contents {
	const lines = Object.entries(answers).map(([topic, answer]) => JSON.stringify({ topic, answer }));
	return { 'commands/systeminformation.stdout': `${lines.join('\n')}\n` };
}

const DISK = { name: 'sda', model: null, vendor: null, bytes: null, type: null, serial: null, firmware: null };
const sda: Contents = { 'files/sys/block/sda/size': '1000\n', 'files/sys/block/sda/device/model': 'GW SSD 512\n' };

describe('systeminformation on this machine', () => {
	it('answers all six topics, and agrees with the kernel on the memory', async () => {
		const answer = await liveSource({ deadlineMs: 20_000, mounts: [] }).run(['systeminformation'], { byLine: true });
		const answers = parseAnswers(answer?.stdout ?? '');
		expect(Object.keys(answers).sort()).toEqual(['batteries', 'disks', 'graphics', 'memory', 'network', 'users']);
		const kilobytes = Number(/^MemTotal:\s+(\d+) kB$/mu.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]);
		expect(answers.memory?.total).toBe(kilobytes * 1024);
	});

	it('keeps the topics that were answered when another one hangs, and is reported', async () => {
		const line = JSON.stringify({ topic: 'users', answer: [{ name: 'zhangsan', terminal: 'tty1' }] });
		const live = liveSource({ deadlineMs: 400, mounts: [] });
		// Stands for a program that answers one topic and is stuck in the next.
		const stuck: Source = {
			...live,
			run: (_argv, options) => live.run(['sh', '-c', `echo '${line}'; sleep 60`], options),
		};
		const { source, recording } = recordingSource(stuck);
		const probes = new Probes(source, { deadlineMs: 5000 });
		const answers = await probes.run('systeminformation', {}, readSysteminformation);
		expect(answers).toEqual({ users: [{ name: 'zhangsan', terminal: 'tty1' }] });
		expect(probes.reports).toMatchObject([{ name: 'systeminformation', state: 'timedOut' }]);
		expect([...recording.commands.values()].map(({ answer }) => answer.stdout)).toEqual([`${line}\n`]);
	});

	it('is reported when its program does not start', async () => {
		const live = liveSource({ deadlineMs: 400, mounts: [] });
		const probes = new Probes({ ...live, run: async () => undefined }, { deadlineMs: 5000 });
		expect(await probes.run('systeminformation', {}, readSysteminformation)).toEqual({});
		expect(probes.reports).toMatchObject([{ name: 'systeminformation', state: 'failed' }]);
	});
});

describe('What systeminformation says', () => {
	it('fills what our own evidence leaves open, as likely and by its name', async () => {
		const disks = [{ ...DISK, bytes: 512_000, serial: 'S3CR3T', firmware: 'A1' }];
		const { storage } = await profileOf({ ...sda, ...saying({ disks }) });
		const [disk] = storage.disks;
		expect(disk?.serial).toMatchObject({ value: 'S3CR3T', confidence: 'likely', source: 'systeminformation' });
		expect(disk?.serial.sensitive).toBe(true);
		expect(disk?.firmware).toMatchObject({ value: 'A1', confidence: 'likely' });
		expect(disk?.bytes).toMatchObject({ value: 512_000, confidence: 'certain' });
		expect(disk?.bytes.conflicts).toBeUndefined();
	});

	it('never overrides us: where it disagrees, its word stands beside ours', async () => {
		const memory = { total: 1, swap: null, modules: [] };
		const disks = [{ ...DISK, model: 'Some Other Disk', bytes: 7 }];
		const contents = { ...sda, ...saying({ memory, disks }), 'files/proc/meminfo': 'MemTotal:       1000 kB\n' };
		const profile = await profileOf(contents);
		expect(profile.memory.total).toMatchObject({
			value: 1_024_000,
			confidence: 'certain',
			conflicts: [{ value: 1, source: 'systeminformation' }],
		});
		const [disk] = profile.storage.disks;
		expect(disk?.model).toMatchObject({ value: 'GW SSD 512', conflicts: [{ value: 'Some Other Disk' }] });
		expect(disk?.bytes).toMatchObject({ value: 512_000, conflicts: [{ value: 7 }] });
	});

	it('takes two spellings of one name for no dispute', async () => {
		const { storage } = await profileOf({ ...sda, ...saying({ disks: [{ ...DISK, model: 'gw_ssd' }] }) });
		expect(storage.disks[0]?.model.conflicts).toBeUndefined();
	});

	it('serves who is logged in, batteries, links and memory modules that we cannot read', async () => {
		const battery = 'files/sys/class/power_supply/BAT0';
		const net = 'files/sys/class/net/eth0';
		const { users, power, network, memory } = await profileOf({
			[`${battery}/type`]: 'Battery\n',
			[`${battery}/charge_full_design`]: '5000000\n',
			[`${net}/operstate`]: 'up\n',
			[`${net}/address`]: '52:54:00:00:00:01\n',
			...saying({
				users: [{ name: 'zhangsan', terminal: 'tty1' }],
				batteries: [{ model: 'DELL', capacity: 57 }],
				network: [{ name: 'eth0', mac: '52:54:00:00:00:01', speed: 1000 }],
				memory: {
					total: 8,
					swap: 0,
					modules: [
						{ slot: 'A1', bytes: 8, type: 'DDR4', speed: 2666, manufacturer: null, part: null, serial: 'M0DUL3' },
					],
				},
			}),
		});
		expect(users).toMatchObject([{ name: { value: 'zhangsan', sensitive: true }, terminal: 'tty1' }]);
		expect(power.batteries).toMatchObject([{ name: 'BAT0', model: { value: 'DELL' }, capacity: { value: 57 } }]);
		expect(network.interfaces[0]?.speed).toMatchObject({ value: 1000, source: 'systeminformation' });
		expect(memory.modules[0]).toMatchObject({ slot: { value: 'A1' }, serial: { sensitive: true } });
		expect([memory.total.value, memory.total.confidence]).toEqual([8, 'likely']);
	});

	it('adds no device that the kernel does not show', async () => {
		const { storage, network } = await profileOf(
			saying({ disks: [{ ...DISK, name: 'sdz' }], network: [{ name: 'eth9', mac: null, speed: 1 }] }),
		);
		expect([storage.disks, network.interfaces]).toEqual([[], []]);
	});

	it('is masked in the profile and in what a snapshot keeps of it', async () => {
		const contents = saying({
			disks: [{ ...DISK, serial: 'S3CR3T' }],
			network: [{ name: 'eth0', mac: '52:54:00:00:00:01', speed: 1 }],
			users: [{ name: 'zhangsan', terminal: 'tty1' }],
		});
		const stdout = contents['commands/systeminformation.stdout'] ?? '';
		const masked = maskCommand(['systeminformation'], `${stdout}a stray line about zhangsan\n`, []);
		expect(masked).not.toMatch(/S3CR3T|52:54|zhangsan/u);
		const replayed = await profileOf({ ...sda, 'commands/systeminformation.stdout': masked });
		const live = await profileOf({ ...sda, ...contents });
		expect(maskProfile(replayed).storage).toEqual(maskProfile(live).storage);
		expect(maskProfile(replayed).users).toEqual(maskProfile(live).users);
	});

	it('may be any text whatever without harm', () => {
		const line = fc.oneof(fc.string(), fc.json(), fc.constant('{"topic":"disks","answer":[{}]}'));
		fc.assert(
			fc.property(line, (text) => {
				expect(parseAnswers(`${text}\n`)).toEqual({});
			}),
		);
	});
});
