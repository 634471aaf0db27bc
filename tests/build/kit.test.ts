import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readElf } from '../../engine/run/actions/elf/read-elf.ts';

const canChroot =
	process.getuid?.() === 0 && process.arch === 'x64' && spawnSync('debootstrap', ['--version']).status === 0;

let out: string;
let kit: string;
beforeAll(() => {
	out = mkdtempSync(join(tmpdir(), 'shipei-kit-'));
	const built = spawnSync(process.execPath, ['build/kit/kit.mjs', '--no-archive', '--out', out], { encoding: 'utf8' });
	expect(built.status, built.stderr).toBe(0);
	kit = built.stdout.trim().split('\n').at(-1) ?? '';
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('the headless kit', () => {
	it('holds its own Node, the native programs, fonts, licences and a sum for every file', () => {
		for (const file of [
			'shipei',
			'node/bin/node',
			'app/build/addon/bin/linux-x64/better_sqlite3.node',
			'app/renderer/dist/index.html',
			'LICENSES.txt',
		]) {
			expect([file, existsSync(join(kit, file))]).toEqual([file, true]);
		}
		const checked = spawnSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: kit, encoding: 'utf8' });
		expect(checked.stdout + checked.stderr).toBe('');
		expect(readFileSync(join(kit, 'LICENSES.txt'), 'utf8')).toContain('better-sqlite3');
	});

	it('needs no C library newer than glibc 2.28 and no C++ library beside Node’s own', () => {
		const addon = join(kit, 'app/build/addon/bin/linux-x64/better_sqlite3.node');
		const asked = Object.values(readElf(addon)?.versions ?? {}).flat();
		const versions = asked.flatMap((name) => /^GLIBC_2\.(\d+)/u.exec(name)?.[1] ?? []).map(Number);
		expect(versions.length).toBeGreaterThan(0);
		expect(Math.max(...versions)).toBeLessThanOrEqual(28);
		expect(asked.filter((name) => name.startsWith('GLIBCXX'))).toEqual([]);
	});

	it('answers without anything of this machine on PATH', () => {
		const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
		const ran = spawnSync(join(kit, 'shipei'), ['--version'], { encoding: 'utf8', env: { PATH: '/usr/bin:/bin' } });
		expect(ran.stdout).toBe(`${version}\n`);
	});

	it('knows its suites as published, and sees when one was changed', () => {
		const signatures = () => {
			const { stdout } = spawnSync(join(kit, 'shipei'), ['--data', join(out, 'none'), 'suite', 'list', '--json'], {
				encoding: 'utf8',
			});
			const suites = JSON.parse(stdout) as { id: string; origin: { signature: string; publisher: string } }[];
			return suites.map(({ id, origin }) => [id, origin.publisher, origin.signature]);
		};
		const before = signatures();
		expect(before.length).toBeGreaterThan(5);
		expect(before).toEqual(before.map(([id]) => [id, 'Shipei', 'signed']));
		const added = join(kit, 'app/test-suites/host-baseline/steps/added.sh');
		writeFileSync(added, 'echo evil\n');
		expect(signatures().filter(([, , signature]) => signature !== 'signed')).toEqual([
			['host-baseline', 'Shipei', 'changed'],
		]);
		rmSync(added);
	});

	it('asks systeminformation through the program that comes with it', () => {
		const program = join(kit, 'app/cli/ask-systeminformation.js');
		const { stdout, stderr } = spawnSync(join(kit, 'node/bin/node'), [program], { encoding: 'utf8', timeout: 300_000 });
		const topics = stdout
			.split('\n')
			.filter(Boolean)
			.map((line) => JSON.parse(line).topic as string);
		expect([topics.sort(), stderr]).toEqual([['batteries', 'disks', 'graphics', 'memory', 'network', 'users'], '']);
		const detected = spawnSync(join(kit, 'shipei'), ['host', 'detect', '--json'], {
			encoding: 'utf8',
			timeout: 300_000,
		});
		const { probes } = JSON.parse(detected.stdout) as { probes: { name: string; state: string }[] };
		expect(probes.find(({ name }) => name === 'systeminformation')).toMatchObject({ state: 'done' });
	});

	it.skipIf(!canChroot)(
		'does the whole main job in a bare Debian bullseye without Node (skipped without root and debootstrap)',
		() => {
			const root = join(out, 'bullseye');
			const made = spawnSync('debootstrap', ['--variant=minbase', 'bullseye', root], { encoding: 'utf8' });
			expect(made.status, made.stdout.slice(-500)).toBe(0);
			spawnSync('cp', ['-r', kit, join(root, 'kit')]);
			const script =
				'mount -t proc proc /proc; ! command -v node && HOME=/root LANG=C.UTF-8 /kit/shipei quickstart --json; code=$?; umount /proc; exit $code';
			const ran = spawnSync('chroot', [root, 'sh', '-c', script], { encoding: 'utf8' });
			expect(ran.status, ran.stderr.slice(-2000)).toBe(0);
			expect(JSON.parse(ran.stdout)).toMatchObject({ verification: 'intact' });
		},
	);
});
