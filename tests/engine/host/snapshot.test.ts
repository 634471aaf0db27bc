import { execFileSync, spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HostProfile, hostProfileSchema } from '../../../contract/host.ts';
import { detectHost, maskProfile, takeSnapshot } from '../../../engine/host/index.ts';

let directory: string;
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'shipei-snapshot-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Everything but when and how it was detected. */
function lasting(profile: HostProfile) {
	const { detectedOn: _on, origin: _origin, probes: _probes, ...rest } = profile;
	return rest;
}

/** Other tests start and stop servers on this machine: what counts is a snapshot between two detections that agree. */
async function repeatDetection(options: { unmasked?: boolean }) {
	for (let round = 1; ; round += 1) {
		const before = await detectHost();
		const out = join(directory, `round-${round}`);
		const taken = await takeSnapshot({ out, ...options });
		const live = await detectHost();
		const steady = JSON.stringify(lasting(before)) === JSON.stringify(lasting(live));
		if (steady || round === 8) return { live, replayed: await detectHost({ snapshot: out }), taken };
	}
}

describe('A snapshot repeats the detection of this host', () => {
	it('gives the same profile when nothing is masked', async () => {
		const { live, replayed } = await repeatDetection({ unmasked: true });
		expect(lasting(replayed)).toEqual(lasting(live));
		expect([live.origin, replayed.origin]).toEqual(['live', 'snapshot']);
	});

	it('gives the same masked profile when it was masked', async () => {
		const { live, replayed, taken } = await repeatDetection({});
		expect(taken.masked).toBe(true);
		expect(lasting(maskProfile(replayed))).toEqual(lasting(maskProfile(live)));
	});

	it('keeps files and commands in the published layout, readable by their owner only', async () => {
		const out = join(directory, 'layout');
		const taken = await takeSnapshot({ out, tool: 'shipei test' });
		expect(readFileSync(join(out, 'files/proc/cpuinfo'), 'utf8')).toContain('processor');
		expect(readFileSync(join(out, 'commands/getconf PAGESIZE.stdout'), 'utf8')).toMatch(/^\d+\n$/u);
		const head = JSON.parse(readFileSync(join(out, 'snapshot.json'), 'utf8'));
		expect(head).toMatchObject({ format: 'shipei.snapshot/1', tool: 'shipei test', masked: true });
		expect(taken.files).toBeGreaterThan(20);
		expect(readdirSync(join(out, 'commands')).filter((name) => name.endsWith('.stdout'))).toHaveLength(taken.commands);
		expect(statSync(join(out, 'files/proc/cpuinfo')).mode & 0o077).toBe(0);
	});

	it('overwrites nothing', async () => {
		writeFileSync(join(directory, 'mine'), 'x');
		await expect(takeSnapshot({ out: directory })).rejects.toMatchObject({ code: 'host.snapshot-exists' });
		expect(readFileSync(join(directory, 'mine'), 'utf8')).toBe('x');
	});

	it('refuses a snapshot that is not there', async () => {
		await expect(detectHost({ snapshot: join(directory, 'none') })).rejects.toMatchObject({ code: 'host.no-snapshot' });
	});
});

describe('Detection from a snapshot touches nothing of the running machine', () => {
	it('knows nothing at all from an empty directory', async () => {
		const profile = await detectHost({ snapshot: directory });
		hostProfileSchema.parse(profile);
		const values: unknown[] = [];
		const walk = (part: unknown): void => {
			if (Array.isArray(part)) part.forEach(walk);
			else if (part !== null && typeof part === 'object') {
				if ('value' in part && 'confidence' in part) values.push(part.value);
				else Object.values(part).forEach(walk);
			}
		};
		const { probes, detectedOn: _on, ...detected } = profile;
		walk(detected);
		expect(values.length).toBeGreaterThan(60);
		expect(values.filter((value) => value !== null)).toEqual([]);
		expect(probes.every(({ state }) => state === 'done')).toBe(true);
	});

	it('follows no link out of the snapshot', async () => {
		mkdirSync(join(directory, 'files/etc'), { recursive: true });
		symlinkSync('/etc/os-release', join(directory, 'files/etc/os-release'));
		symlinkSync('/proc', join(directory, 'files/proc'));
		mkdirSync(join(directory, 'commands'));
		symlinkSync('/proc/cpuinfo', join(directory, 'commands/lscpu.stdout'));
		const profile = await detectHost({ snapshot: directory });
		expect([profile.os.id.value, profile.cpu.vendor.id.value, profile.memory.total.value]).toEqual([null, null, null]);
	});

	it('does not hang on a pipe that stands where a file should be', async () => {
		mkdirSync(join(directory, 'files/etc'), { recursive: true });
		execFileSync('mkfifo', [join(directory, 'files/etc/os-release')]);
		const profile = await detectHost({ snapshot: directory });
		expect(profile.os.id.value).toBeNull();
	});

	const elsewhere = ['--fork', '--pid', '--mount-proc', '--uts', '--net', 'sh', '-c'];
	const unshare = process.getuid?.() === 0 && spawnSync('unshare', [...elsewhere, 'true']).status === 0;
	it.skipIf(!unshare)(
		`says the same where /proc, the host name and the network are others${unshare ? '' : ' (skipped: needs root and namespaces)'}`,
		async () => {
			const out = join(directory, 'taken');
			await takeSnapshot({ out, unmasked: true });
			const here = await detectHost({ snapshot: out });
			const script = join(directory, 'elsewhere.ts');
			const engine = join(import.meta.dirname, '../../../engine/host/index.ts');
			writeFileSync(
				script,
				`import { readdirSync } from 'node:fs';\nimport { hostname } from 'node:os';\nimport { detectHost } from ${JSON.stringify(engine)};\nconst pids = readdirSync('/proc').filter((name) => /^\\d+$/.test(name)).length;\nconsole.log(JSON.stringify({ pids, hostname: hostname(), profile: await detectHost({ snapshot: ${JSON.stringify(out)} }) }));\n`,
			);
			const command = `hostname elsewhere && exec ${process.execPath} ${script}`;
			const answer = execFileSync('unshare', [...elsewhere, command], { encoding: 'utf8', maxBuffer: 1 << 26 });
			const there = JSON.parse(answer);
			expect([there.hostname, there.pids < 5]).toEqual(['elsewhere', true]);
			expect(lasting(there.profile)).toEqual(lasting(here));
			expect(here.hostname.value).toBe(hostname());
		},
	);

	const straceable = existsSync('/usr/bin/strace');
	it.skipIf(!straceable)(
		`opens no file of /proc, /sys, /etc or /opt and starts no process${straceable ? '' : ' (skipped: strace is not installed)'}`,
		() => {
			const script = join(directory, 'replay.ts');
			const engine = join(import.meta.dirname, '../../../engine/host/index.ts');
			writeFileSync(
				script,
				`import { detectHost } from ${JSON.stringify(engine)};\nconsole.error('BEGIN');\nawait detectHost({ snapshot: ${JSON.stringify(directory)} });\nconsole.error('END');\n`,
			);
			const trace = join(directory, 'trace');
			execFileSync(
				'strace',
				[
					'-f',
					'-qq',
					'-e',
					'trace=openat,readlink,execve,write,connect',
					'-s',
					'400',
					'-o',
					trace,
					process.execPath,
					script,
				],
				{ stdio: 'ignore', env: { ...process.env, TZ: 'UTC' } },
			);
			const lines = readFileSync(trace, 'utf8').split('\n');
			const between = lines.slice(
				lines.findIndex((line) => line.includes('BEGIN')),
				lines.findIndex((line) => line.includes('"END')),
			);
			expect(between.length).toBeGreaterThan(20);
			const outside = between.filter(
				(line) =>
					/(?:openat|readlink|execve|connect)\(.*"\/(?:proc|sys|etc|opt|usr|var|run|lib)/u.test(line) &&
					!line.includes(directory) &&
					// V8 reads its time zone when a date is made.
					!line.includes('/zoneinfo/') &&
					// The runtime's own clock looks for its frequency at a moment of its choice.
					!line.includes('"/sys/devices/system/cpu/cpu0/tsc_freq_khz"'),
			);
			expect(outside).toEqual([]);
		},
	);
});

describe('Masking takes out what identifies this very machine', () => {
	const MAC = '52:54:00:12:34:56';

	function contents(): Record<string, string> {
		return {
			'files/proc/sys/kernel/hostname': 'lab-secret-07\n',
			'files/sys/class/net/eth0/address': `${MAC}\n`,
			'files/sys/class/net/eth0/operstate': 'up\n',
			'files/sys/class/dmi/id/product_serial': 'SN-SECRET-1\n',
			'files/sys/block/sda/size': '1000\n',
			'files/sys/block/sda/device/serial': 'DISK-SECRET-2\n',
			'commands/dmidecode.stdout':
				'Handle 0x11, DMI type 17\nMemory Device\n\tSize: 16 GB\n\tLocator: A1\n\tSerial Number: DIMM-SECRET-3\n\tAsset Tag: TAG-SECRET-4\n',
			'commands/who.stdout': 'zhangsan pts/0 2026-11-22 06:54 (10.1.2.3)\n',
			'commands/lpstat -v.stdout': 'device for laser: socket://lab-secret-07:9100\n',
		};
	}

	it('hides serial numbers, MAC addresses, host and user names in the profile, and says that they are known', async () => {
		for (const [path, text] of Object.entries(contents())) {
			mkdirSync(join(directory, path, '..'), { recursive: true });
			writeFileSync(join(directory, path), text);
		}
		const profile = await detectHost({ snapshot: directory });
		const plain = JSON.stringify(profile);
		for (const secret of ['lab-secret-07', MAC, 'SN-SECRET-1', 'DISK-SECRET-2', 'DIMM-SECRET-3', 'zhangsan'])
			expect(plain).toContain(secret);
		const masked = maskProfile(profile);
		hostProfileSchema.parse(masked);
		const text = JSON.stringify(masked);
		for (const secret of ['SECRET', 'secret', MAC, 'zhangsan', '10.1.2.3']) expect(text).not.toContain(secret);
		expect(masked.board.systemSerial.value).toBe('***');
		expect(masked.memory.modules[0]?.serial.confidence).toBe('certain');
		expect(maskProfile(masked)).toEqual(masked);
	});

	it('leaves no MAC address or host name of this host in a masked snapshot, and all of them in a plain one', async () => {
		const masked = join(directory, 'masked');
		const plain = join(directory, 'plain');
		await takeSnapshot({ out: masked });
		await takeSnapshot({ out: plain, unmasked: true });
		const all = (root: string) =>
			execFileSync('find', [root, '-type', 'f', '-exec', 'cat', '{}', '+'], { encoding: 'utf8', maxBuffer: 1 << 28 });
		const macs = readdirSync('/sys/class/net')
			.filter((name) => name !== 'lo')
			.map((name) => readFileSync(`/sys/class/net/${name}/address`, 'utf8').trim())
			.filter((mac) => /^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/u.test(mac) && mac !== '00:00:00:00:00:00');
		const [maskedText, plainText] = [all(masked), all(plain)];
		for (const mac of macs) {
			expect(maskedText).not.toContain(mac);
			expect(plainText).toContain(mac);
		}
		expect(readFileSync(join(masked, 'files/proc/sys/kernel/hostname'), 'utf8')).toBe('***\n');
		expect(readFileSync(join(plain, 'files/proc/sys/kernel/hostname'), 'utf8').trim()).toBe(hostname());
	});
});
