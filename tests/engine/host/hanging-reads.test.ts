import { execFileSync, spawnSync } from 'node:child_process';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostProfileSchema } from '../../../contract/host.ts';
import { Probes } from '../../../engine/host/probes.ts';
import { liveSource } from '../../../engine/host/source/live-source.ts';
import { liesBelow, mountsThatMayHang, parseMounts } from '../../../engine/host/source/mounts.ts';
import { ReadTimedOut } from '../../../engine/host/source/source.ts';
import { compilerPresent } from './stand-ins.ts';

let directory: string;
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'shipei-hang-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('Reads that may hang for ever', () => {
	it('are those below network and FUSE mounts, and no others', () => {
		const table =
			'proc /proc proc rw 0 0\n/dev/sda1 / ext4 rw 0 0\nnas:/x /srv/dead\\040share nfs4 rw 0 0\nssh /home/a/m fuse.sshfs rw 0 0\n';
		const risky = mountsThatMayHang(parseMounts(table));
		expect(risky.map(({ path }) => path)).toEqual(['/srv/dead share', '/home/a/m']);
		expect(risky.map((mount) => liesBelow('/srv/dead share/a', mount))).toEqual([true, false]);
		expect(risky.map((mount) => liesBelow('/srv/dead shared', mount))).toEqual([false, false]);
	});

	it('cost a deadline on such a mount, also through a link, and leave the rest of the machine readable', async () => {
		// A pipe without a writer blocks like a dead server; only a child process ever opens it.
		const dead = join(directory, 'dead');
		mkdirSync(dead);
		execFileSync('mkfifo', [join(dead, 'file')]);
		symlinkSync(join(dead, 'file'), join(directory, 'link'));
		writeFileSync(join(directory, 'fine'), 'fine');
		const source = liveSource({ deadlineMs: 300, mounts: [{ path: dead, type: 'nfs4' }] });
		await expect(source.readText(join(dead, 'file'))).rejects.toBeInstanceOf(ReadTimedOut);
		await expect(source.readText(join(directory, 'link'))).rejects.toBeInstanceOf(ReadTimedOut);
		expect(await source.readText(join(directory, 'fine'))).toBe('fine');
		expect(await source.list(dead)).toEqual(['file']);
	});

	it('cost a dead server one deadline, however many of its files are wanted', async () => {
		const bin = join(directory, 'bin');
		mkdirSync(bin);
		const asked = join(directory, 'asked');
		writeFileSync(join(bin, 'ls'), `#!/bin/sh\necho asked >> ${asked}\nsleep 60\n`);
		chmodSync(join(bin, 'ls'), 0o755);
		const path = process.env.PATH;
		process.env.PATH = `${bin}:${path}`;
		try {
			const source = liveSource({ deadlineMs: 600, mounts: [{ path: '/srv/dead', type: 'nfs' }] });
			const reads = Array.from({ length: 20 }, (_, index) => source.readText(`/srv/dead/${index}`));
			const endings = await Promise.allSettled(reads);
			expect(endings.every(({ status }) => status === 'rejected')).toBe(true);
			expect(readFileSync(asked, 'utf8')).toBe('asked\n');
		} finally {
			process.env.PATH = path;
		}
	});

	it('do not exist for pipes and devices on local disks: they are no files to us', async () => {
		execFileSync('mkfifo', [join(directory, 'pipe')]);
		const source = liveSource({ deadlineMs: 300, mounts: [] });
		expect(await source.readText(join(directory, 'pipe'))).toBeUndefined();
		expect(await source.readText('/dev/zero')).toBeUndefined();
	});
});

describe('A probe that hangs', () => {
	const source = liveSource({ deadlineMs: 200, mounts: [] });

	it('costs its deadline, is reported, and leaves the others their answers', async () => {
		const seen: string[] = [];
		const probes = new Probes(source, { deadlineMs: 500, onProbe: ({ name, state }) => seen.push(`${name} ${state}`) });
		const [never, quick, broken] = await Promise.all([
			probes.run('never', 'unknown', () => new Promise<string>(() => undefined)),
			probes.run('quick', 'unknown', async () => 'answer'),
			probes.run('broken', 'unknown', async () => {
				throw new Error('no such thing');
			}),
		]);
		expect([never, quick, broken]).toEqual(['unknown', 'answer', 'unknown']);
		expect(seen.sort()).toEqual(['broken failed', 'never timedOut', 'quick done']);
		expect(probes.reports.find(({ name }) => name === 'broken')?.message).toBe('no such thing');
	});

	it('still answers with the rest when only one of its reads hung, and names that read', async () => {
		const probes = new Probes(source, { deadlineMs: 2000 });
		const answer = await probes.run('partly', '', async (view) => {
			const [hung, fine] = await Promise.all([view.run(['sleep', '60']), view.run(['echo', 'fine'])]);
			return `${hung === undefined ? 'nothing' : 'something'} and ${fine?.stdout.trim()}`;
		});
		expect(answer).toBe('nothing and fine');
		expect(probes.reports).toMatchObject([{ name: 'partly', state: 'timedOut' }]);
		expect(probes.reports[0]?.message).toContain('sleep 60');
	});
});

describe('A whole detection with stuck tools in its PATH', () => {
	it('ends by itself, reports them, and keeps everything that did not need them', () => {
		const bin = join(directory, 'bin');
		mkdirSync(bin);
		for (const name of ['dmidecode', 'lscpu', 'df']) {
			writeFileSync(join(bin, name), '#!/bin/sh\ntrap "" TERM\nsleep 60 &\nwait\n');
			chmodSync(join(bin, name), 0o755);
		}
		const script = join(directory, 'detect.ts');
		const engine = join(import.meta.dirname, '../../../engine/host/index.ts');
		writeFileSync(
			script,
			`import { detectHost } from ${JSON.stringify(engine)};\nconsole.log(JSON.stringify(await detectHost({ deadlineMs: 2500 })));\n`,
		);
		const done = spawnSync(process.execPath, [script], {
			encoding: 'utf8',
			timeout: 300_000,
			maxBuffer: 1 << 26,
			env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
		});
		expect(done.signal).toBeNull();
		const profile = hostProfileSchema.parse(JSON.parse(done.stdout));
		const hung = profile.probes.filter(({ state }) => state === 'timedOut').map(({ message }) => message ?? '');
		expect(hung.some((message) => message.includes('lscpu'))).toBe(true);
		expect(hung.some((message) => message.includes('dmidecode'))).toBe(true);
		// Where no disk is mounted (a bare chroot) nobody asks for sizes.
		if (/^\/dev\//mu.test(readFileSync('/proc/self/mounts', 'utf8')))
			expect(hung.some((message) => message.includes('df '))).toBe(true);
		expect([profile.cpu.isa.confidence, profile.os.id.confidence]).toEqual(['certain', 'certain']);
		expect(profile.cpu.vendor.id.value).not.toBeNull();
		expect(profile.storage.disks.length + profile.network.interfaces.length).toBeGreaterThan(0);
	});
});

const canMountDead =
	process.getuid?.() === 0 && existsSync('/dev/fuse') && existsSync('/usr/bin/unshare') && compilerPresent;

describe('A whole detection beside a file system whose server is dead', () => {
	it.skipIf(!canMountDead)(
		`costs it one deadline, and loses only what lies there${canMountDead ? '' : ' (skipped: needs root, /dev/fuse, unshare and a C compiler)'}`,
		() => {
			// The deadline is long: only what lies there may miss it, however slow the machine.
			// Mounts a FUSE file system and never answers the kernel; its end also ends the mount.
			const program = join(directory, 'dead-fuse');
			execFileSync('cc', ['-o', program, join(import.meta.dirname, 'dead-fuse.c')]);
			const script = join(directory, 'detect.ts');
			const engine = join(import.meta.dirname, '../../../engine/host/index.ts');
			writeFileSync(
				script,
				`import { detectHost } from ${JSON.stringify(engine)};\nconsole.log(JSON.stringify(await detectHost({ deadlineMs: 15_000 })));\n`,
			);
			const command = `${program} /opt & dead=$!; while ! grep -q '^dead /opt fuse' /proc/self/mounts; do sleep 0.05; done; ${process.execPath} ${script}; kill $dead`;
			const done = spawnSync('unshare', ['--mount', 'sh', '-c', command], {
				encoding: 'utf8',
				timeout: 300_000,
				maxBuffer: 1 << 26,
			});
			expect([done.signal, done.stderr]).toEqual([null, '']);
			const profile = hostProfileSchema.parse(JSON.parse(done.stdout));
			const hung = profile.probes.filter(({ state }) => state === 'timedOut');
			expect(hung.map(({ name }) => name)).toContain('desktop-software');
			expect(hung.every(({ message }) => message?.startsWith('ls -d -- /opt/.: no answer within'))).toBe(true);
			expect(profile.storage.filesystems.length).toBeGreaterThan(0);
			expect([profile.os.id.confidence, profile.cpu.isa.confidence]).toEqual(['certain', 'certain']);
		},
	);
});
