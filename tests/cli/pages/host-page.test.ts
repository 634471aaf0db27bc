import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostPage } from '../../../cli/pages/host-page.ts';
import { columns } from '../../../cli/terminal/table.ts';
import { detectHost } from '../../../engine/host/index.ts';

async function detect(contents: Readonly<Record<string, string>>) {
	const directory = mkdtempSync(join(tmpdir(), 'shipei-page-'));
	try {
		for (const [path, text] of Object.entries(contents)) {
			mkdirSync(dirname(join(directory, path)), { recursive: true });
			writeFileSync(join(directory, path), text);
		}
		return await detectHost({ snapshot: directory });
	} finally {
		rmSync(directory, { recursive: true, force: true });
	}
}

const block = (number: number) =>
	`processor\t: ${number}\nFeatures\t: fp asimd aes\nCPU implementer\t: 0x70\nCPU architecture: 8\nCPU part\t: 0x663\n`;

const LAB_SERVER = {
	'files/proc/cpuinfo': [0, 1, 2, 3].map(block).join('\n'),
	'files/etc/os-release':
		'NAME="Kylin Linux Advanced Server"\nVERSION="V10 (Lance)"\nID="kylin"\nVERSION_ID="V10"\nPRETTY_NAME="Kylin Linux Advanced Server V10 (Lance)"\n',
	'files/proc/meminfo': 'MemTotal:       16777216 kB\n',
	'commands/getconf PAGESIZE.stdout': '65536\n',
	'commands/getstatus.stdout': 'KySec status: Normal\nexec control: on\n',
};

describe('The host page for people', () => {
	it('names the machine and says in Chinese how sure it is', async () => {
		const page = hostPage(await detect(LAB_SERVER), 'zh', { width: 100, colour: false });
		expect(page).toContain('处理器');
		expect(page).toContain('Phytium 飞腾');
		expect(page).toMatch(/FT-2000\/4（猜测）/u);
		expect(page).toMatch(/kylin · V10 SP3 · Lance · 服务器版/u);
		expect(page).toMatch(/16\.0 GiB/u);
	});

	it('warns of large pages, of a guess and of execution control, in the asked language', async () => {
		const profile = await detect(LAB_SERVER);
		const zh = hostPage(profile, 'zh', { width: 200, colour: false });
		expect(zh).toMatch(/! 内存页为 64\.0 KiB/u);
		expect(zh).toContain('KYSEC 执行控制已开启');
		const en = hostPage(profile, 'en', { width: 200, colour: false });
		expect(en).toMatch(/! Memory pages are 64\.0 KiB/u);
		expect(en).toContain('FT-2000/4 (guess)');
		expect(en).toContain('is a guess');
		expect(en).not.toMatch(/处理器|猜测/u);
	});

	it('warns that a guest may be told another CPU', async () => {
		const profile = await detect({
			'files/proc/cpuinfo':
				'processor\t: 0\nCPU Family\t: Loongson-64bit\nModel Name\t: Loongson-3A5000\nHardware Watchpoint\t: no\n\n',
		});
		expect(hostPage(profile, 'en', { width: 200, colour: false })).toContain('This is a virtual machine (kvm)');
	});

	it('reports probes that ran out of time or failed', async () => {
		const profile = await detect(LAB_SERVER);
		profile.probes.push({
			name: 'memory',
			state: 'timedOut',
			durationMs: 8000,
			message: 'dmidecode: no answer within 5000 ms',
		});
		expect(hostPage(profile, 'en', { width: 200, colour: false })).toContain(
			'The probe “memory” ran out of time: dmidecode',
		);
	});

	it('says unknown where nothing is known, and invents nothing', async () => {
		const page = hostPage(await detect({}), 'zh', { width: 80, colour: false });
		expect(page).toMatch(/型号\s+未知/u);
		expect(page).not.toMatch(/null|undefined|NaN|\?/u);
	});

	it('leaves out what is not known of a machine’s size, and says by which lines a chip was told from its cores', async () => {
		const arm = (number: number, implementer: string, part: string) =>
			`processor\t: ${number}\nCPU implementer\t: ${implementer}\nCPU architecture: 8\nCPU part\t: ${part}\n`;
		const cpuinfo = [arm(0, '0x41', '0xd46'), arm(1, '0x48', '0xd42'), arm(2, '0x48', '0xd02')].join('\n');
		const page = hostPage(await detect({ 'files/proc/cpuinfo': cpuinfo }), 'zh', { width: 80, colour: false });
		expect(page).toMatch(/规模 +3 线程\n/u);
		expect(page).toMatch(/依据 +\/proc\/cpuinfo: CPU implementer : 0x48 · CPU part : 0xd42\n/u);
		expect(page).toMatch(/微架构 +TaiShan v120\n +指令集 +aarch64\n/u);
	});

	it('breaks lines between the parts of a value, and gives long product names a column of their own', async () => {
		const list = [
			'UID PID PPID C STIME TTY TIME CMD',
			'lab 11 1 0 10:00 ? 00:00:01 /opt/Kingbase/ES/V8/Server/bin/kingbase -D /data/kingbase/data',
		].join('\n');
		const caches = ['L1d', 'L1i', 'L2', 'L3'].map((name) => `${name} cache: 64 MiB (1 instance)\n`).join('');
		const lscpu = `Architecture: aarch64\n${caches}`;
		const profile = await detect({ 'commands/ps -ef.stdout': list, 'commands/lscpu.stdout': lscpu });
		const page = hostPage(profile, 'zh', { width: 50, colour: false });
		expect(page).toMatch(/\n {2}缓存 {4}L1d 64\.0 MiB · L1i 64\.0 MiB ·\n {10}L2 64\.0 MiB · L3 64\.0 MiB\n/u);
		expect(page).toContain('  KingbaseES 人大金仓（很可能）  运行中\n');
	});

	it('keeps to the width of the terminal, wide characters counted as two columns', async () => {
		const profile = await detectHost();
		for (const width of [60, 80, 120]) {
			for (const language of ['zh', 'en'] as const) {
				const page = hostPage(profile, language, { width, colour: false });
				// A single word longer than the line (a path) is left whole.
				const tooLong = page.split('\n').filter((line) => columns(line) > width && !/\S{30,}/u.test(line));
				expect(tooLong).toEqual([]);
			}
		}
	});

	it('uses colour only when asked, and the same words either way', async () => {
		const profile = await detect(LAB_SERVER);
		const plain = hostPage(profile, 'en', { width: 100, colour: false });
		const coloured = hostPage(profile, 'en', { width: 100, colour: true });
		expect(plain).not.toContain('\u001b');
		expect(coloured.replace(/\u001b\[\d+m/gu, '')).toBe(plain);
		expect(coloured).toContain('\u001b[1m');
	});
});
