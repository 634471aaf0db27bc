import { beforeAll, describe, expect, it } from 'vitest';
import { type HostProfile, hostProfileSchema } from '../../../contract/host.ts';
import { detectHost, maskProfile } from '../../../engine/host/index.ts';
import { type Contents, writeSnapshot } from './dump-snapshots.ts';

/** A whole office machine, written by us from the published facts: everything that a profile speaks of, in one snapshot. */
const files = (entries: Readonly<Record<string, string>>): Contents =>
	Object.fromEntries(Object.entries(entries).map(([path, text]) => [`files${path}`, `${text}\n`]));

const cpuinfo = Array.from({ length: 8 }, (_, number) =>
	[
		`processor\t: ${number}`,
		'model name\t: Phytium,D2000/8 E8C',
		'BogoMIPS\t: 96.00',
		'Features\t: fp asimd evtstrm aes pmull sha1 sha2 crc32 cpuid sm3 sm4',
		'CPU implementer\t: 0x70',
		'CPU architecture: 8',
		'CPU variant\t: 0x1',
		'CPU part\t: 0x663',
		'CPU revision\t: 3\n',
	].join('\n'),
).join('\n');

const dmidecode = [
	'Handle 0x0000, DMI type 0, 26 bytes\nBIOS Information\n\tVendor: KunLun\n\tVersion: KL4.2A\n\tRelease Date: 03/21/2023\n',
	'Handle 0x0001, DMI type 1, 27 bytes\nSystem Information\n\tManufacturer: GreatWall\n\tProduct Name: GW-001Y1A-FTF\n\tSerial Number: SYS-SECRET\n\tUUID: 0-1-2\n',
	'Handle 0x0002, DMI type 2, 15 bytes\nBase Board Information\n\tManufacturer: GreatWall\n\tProduct Name: GW-FTF-D2000\n\tSerial Number: BRD-SECRET\n',
	'Handle 0x0004, DMI type 4, 48 bytes\nProcessor Information\n\tManufacturer: PHYTIUM\n\tID: 33 66 1F 70 00 00 00 00\n\tVersion: D2000/8\n\tMax Speed: 2300 MHz\n\tCurrent Speed: 2300 MHz\n\tStatus: Populated, Enabled\n\tCore Count: 8\n\tThread Count: 8\n',
	'Handle 0x0011, DMI type 17, 92 bytes\nMemory Device\n\tSize: 8 GB\n\tLocator: DIMM0\n\tType: DDR4\n\tSpeed: 2666 MT/s\n\tManufacturer: UniIC\n\tSerial Number: MEM-SECRET\n\tPart Number: UIC0812\n',
].join('\n');

const links = {
	'/sys/block/nvme0n1': '../devices/pci0000:00/0000:03:00.0/nvme/nvme0/nvme0n1',
	'/sys/bus/pci/devices/0000:05:00.0/driver': '../../../bus/pci/drivers/jmgpu',
	'/sys/class/drm/card0-HDMI-A-1': '../../devices/pci0000:00/0000:05:00.0/drm/card0/card0-HDMI-A-1',
	'/sys/class/net/eth0': '../../devices/platform/3200c000.eth/net/eth0',
	'/sys/class/net/eth0/device/driver': '../../../../bus/platform/drivers/phytmac_platform',
	'/sys/bus/usb/devices/1-1:1.0/driver': '../../../../bus/usb/drivers/usb-storage',
	'/etc/localtime': '/usr/share/zoneinfo/Asia/Shanghai',
};

const packages = [
	'ii  fcitx-bin             1:4.2.9.8-0kylin1   arm64  essential binaries for Fcitx',
	'ii  sogouimebs            2.2.0.2117          arm64  Sogou',
	'ii  wps-office            11.8.2.11813        arm64  WPS Office',
	'ii  firefox               102.10.0esr         arm64  browser',
	'ii  docker.io             20.10.21-0kylin1    arm64  containers',
	'rc  libreoffice-core      1:6.4.7             arm64  removed, its settings stayed',
];

const stat = (pid: number, name: string): Contents => files({ [`/proc/${pid}/stat`]: `${pid} (${name}) S 1 0 0` });

const DESKTOP: Contents = {
	...files({
		'/proc/cpuinfo': cpuinfo,
		'/proc/meminfo': 'MemTotal:        8031524 kB\nSwapTotal:       4194300 kB',
		'/proc/sys/kernel/hostname': 'lab-secret-07',
		'/proc/sys/kernel/osrelease': '5.4.18-85-generic',
		'/proc/1/comm': 'systemd',
		'/proc/asound/cards': ' 0 [phytiumhda     ]: phytium-hda - phytium-hda',
		'/etc/os-release':
			'NAME="Kylin"\nVERSION="银河麒麟桌面操作系统V10 (SP1)"\nVERSION_US="Kylin Linux Desktop V10 (SP1)"\nID=kylin\nID_LIKE=debian\nPRETTY_NAME="Kylin V10 SP1"\nVERSION_ID="v10"\nKYLIN_RELEASE_ID="2403"',
		'/etc/.kyinfo': '[dist]\nname=Kylin\n\n[servicekey]\nkey=KEY-SECRET',
		'/lib/ld-linux-aarch64.so.1': '',
		'/sys/devices/system/cpu/online': '0-7',
		'/sys/devices/system/cpu/cpufreq/policy0/cpuinfo_max_freq': '2300000',
		'/sys/devices/system/cpu/cpufreq/policy0/related_cpus': '0 1 2 3 4 5 6 7',
		'/sys/devices/system/cpu/cpufreq/policy0/scaling_governor': 'ondemand',
		'/sys/devices/system/clocksource/clocksource0/current_clocksource': 'arch_sys_counter',
		'/sys/block/nvme0n1/size': '500118192',
		'/sys/block/nvme0n1/device/model': 'YMTC PC005 256GB',
		'/sys/block/nvme0n1/device/serial': 'DSK-SECRET',
		'/sys/bus/pci/devices/0000:05:00.0/class': '0x030000',
		'/sys/bus/pci/devices/0000:05:00.0/vendor': '0x0731',
		'/sys/bus/pci/devices/0000:05:00.0/device': '0x7200',
		'/sys/class/drm/card0-HDMI-A-1/status': 'connected',
		'/sys/class/drm/card0-HDMI-A-1/modes': '1920x1080',
		'/sys/class/net/eth0/address': '52:54:00:12:34:56',
		'/sys/class/net/eth0/operstate': 'up',
		'/sys/class/net/eth0/speed': '1000',
		'/sys/class/video4linux/video0/name': 'HD Webcam',
		'/sys/bus/usb/devices/1-1/idVendor': '055c',
		'/sys/bus/usb/devices/1-1/idProduct': 'db08',
		'/sys/bus/usb/devices/1-1/product': 'Longmai mToken',
		'/sys/bus/usb/devices/1-1/manufacturer': 'Longmai Technologies',
		'/sys/bus/usb/devices/1-1/bDeviceClass': '00',
		'/sys/bus/usb/devices/1-1:1.0/bInterfaceClass': '08',
		'/sys/kernel/security/lsm': 'lockdown,capability,kysec',
		'/usr/lib/jvm/bisheng-jdk-17/release': 'IMPLEMENTOR="BiSheng"\nJAVA_VERSION="17.0.9"',
		'/opt/apps/cn.com.suwell.ofdreader/info': '{"version":"5.0.23"}',
		'/opt/dmdbms/bin/dmserver': '',
	}),
	...stat(700, 'chronyd'),
	...stat(900, 'ukui-session'),
	...stat(901, 'Xorg'),
	...stat(902, 'fcitx'),
	...stat(903, 'wps'),
	'commands/uname -m.stdout': 'aarch64\n',
	'commands/getconf PAGESIZE.stdout': '4096\n',
	'commands/getconf GNU_LIBC_VERSION.stdout': 'glibc 2.31\n',
	'commands/dmidecode.stdout': dmidecode,
	'commands/dpkg -l.stdout': `${packages.join('\n')}\n`,
	'commands/getstatus.stdout': 'KySec status: Normal\n\nexec control: on\nfile protect: on\n',
	'commands/lpstat -v.stdout': 'device for Pantum_P3300DN: socket://10.1.2.3:9100\n',
	'commands/scanimage -L.stdout': "device `pantum:SN-SECRET' is a Pantum M7160 multi-function peripheral\n",
	'commands/_opt_dmdbms_bin_disql help.stdout': 'disql V8\n',
	'commands/systeminformation.stdout': `${JSON.stringify({ topic: 'users', answer: [{ name: 'zhangsan', terminal: 'tty7' }] })}\n`,
	'links.json': JSON.stringify(links),
	'environment.json': JSON.stringify({ LANG: 'zh_CN.UTF-8' }),
};

let host: HostProfile;
beforeAll(async () => {
	using snapshot = writeSnapshot(DESKTOP);
	host = hostProfileSchema.parse(await detectHost({ snapshot: snapshot.directory }));
});

const values = (...fields: readonly { value: unknown }[]) => fields.map(({ value }) => value);
const named = (entries: readonly { id: { value: unknown }; version: { value: unknown }; state: string }[]) =>
	entries.map(({ id, version, state }) => [id.value, version.value, state]);

describe('A Phytium desktop with Kylin: everything that its profile promises is there', () => {
	it('the processor, by firmware and register together', () => {
		const { cpu } = host;
		expect(values(cpu.vendor.id, cpu.model, cpu.microarchitecture, cpu.isa)).toEqual([
			'phytium',
			'D2000/8',
			'FTC663',
			'aarch64',
		]);
		expect(values(cpu.sockets, cpu.cores, cpu.threads, cpu.frequency.max)).toEqual([1, 8, 8, 2300]);
		expect(cpu.model).toMatchObject({ confidence: 'certain', source: 'dmidecode' });
		expect(cpu.features.value).toEqual(['aes', 'carryless-multiply', 'crc32', 'sha1', 'sha2', 'simd128', 'sm3', 'sm4']);
	});

	it('the machine, its firmware and memory', () => {
		const { board, firmware, memory } = host;
		expect(values(board.systemVendor, board.systemProduct, board.boardProduct)).toEqual([
			'GreatWall',
			'GW-001Y1A-FTF',
			'GW-FTF-D2000',
		]);
		expect(values(firmware.vendor, firmware.version)).toEqual(['KunLun', 'KL4.2A']);
		expect(values(memory.total, memory.swap)).toEqual([8031524 * 1024, 4194300 * 1024]);
		expect(memory.modules.map(({ bytes, type, manufacturer }) => values(bytes, type, manufacturer))).toEqual([
			[8 * 1024 ** 3, 'DDR4', 'UniIC'],
		]);
	});

	it('disk, Jingjia graphics with a screen, and a network card that is part of the chip', () => {
		expect(host.storage.disks.map(({ model, type }) => values(model, type))).toEqual([['YMTC PC005 256GB', 'nvme']]);
		expect(host.graphics.map(({ vendor, driver, displays }) => [vendor.value, driver.value, displays])).toEqual([
			['Jingjia Micro 景嘉微', 'jmgpu', [{ connector: 'HDMI-A-1', mode: '1920x1080' }]],
		]);
		const [eth0] = host.network.interfaces;
		expect([eth0?.driver.value, eth0?.speed.value, eth0?.virtual]).toEqual(['phytmac_platform', 1000, false]);
	});

	it('printer, scanner, UKey, camera and sound', () => {
		expect(host.peripherals.map(({ kind, name }) => [kind, name.value])).toEqual([
			['printer', 'Pantum_P3300DN'],
			['scanner', 'Pantum M7160 multi-function peripheral'],
			['ukey', 'Longmai mToken'],
			['camera', 'HD Webcam'],
			['sound', 'phytium-hda'],
		]);
	});

	it('the system and what it runs on', () => {
		const { os, runtime, timeSource, power } = host;
		expect(values(os.id, os.edition, os.version, os.release, os.packageFormat, os.base)).toEqual([
			'kylin',
			'desktop',
			'V10 SP1',
			'2403',
			'deb',
			'Ubuntu 20.04',
		]);
		expect(values(runtime.kernel, runtime.pageSize, runtime.libc.version, runtime.loader, runtime.init)).toEqual([
			'5.4.18-85-generic',
			4096,
			'2.31',
			'/lib/ld-linux-aarch64.so.1',
			'systemd',
		]);
		expect(values(runtime.desktop, runtime.displayServer, runtime.locale, runtime.timeZone)).toEqual([
			'UKUI',
			'x11',
			'zh_CN.UTF-8',
			'Asia/Shanghai',
		]);
		expect(values(runtime.securityModule.name, runtime.securityModule.state)).toEqual([
			'kysec',
			'Normal, exec control on',
		]);
		expect(values(timeSource.service, timeSource.clocksource, power.governor)).toEqual([
			'chronyd',
			'arch_sys_counter',
			'ondemand',
		]);
	});

	it('the software people came for, and what of it runs', () => {
		expect(named(host.databases)).toEqual([['dameng', 'V8', 'installed']]);
		expect(named(host.toolchains)).toEqual([['bisheng', '17.0.9', 'installed']]);
		expect(named(host.browsers)).toEqual([['firefox', '102.10.0esr', 'installed']]);
		expect(named(host.office)).toEqual([
			['wps', '11.8.2.11813', 'running'],
			['suwell', '5.0.23', 'installed'],
		]);
		expect(named(host.inputMethods)).toEqual([
			['fcitx', '4.2.9.8', 'running'],
			['sogou', '2.2.0.2117', 'installed'],
		]);
		expect(named(host.containers)).toEqual([['docker', '20.10.21', 'installed']]);
	});

	it('and nothing that identifies this very machine or its people, once it is masked', () => {
		const masked = JSON.stringify(maskProfile(host));
		expect(JSON.stringify(host)).toContain('SECRET');
		expect(masked).not.toMatch(/SECRET|lab-secret|52:54:00|zhangsan|10\.1\.2\.3/u);
	});
});
