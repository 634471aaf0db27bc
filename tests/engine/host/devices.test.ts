import { describe, expect, it } from 'vitest';
import type { HostProfile } from '../../../contract/host.ts';
import { detectHost } from '../../../engine/host/index.ts';
import { type Contents, writeSnapshot } from './dump-snapshots.ts';

async function detect(...parts: readonly Contents[]): Promise<HostProfile> {
	const links = Object.assign({}, ...parts.map((part) => JSON.parse(part['links.json'] ?? '{}')));
	using snapshot = writeSnapshot({ ...Object.assign({}, ...parts), 'links.json': JSON.stringify(links) });
	return await detectHost({ snapshot: snapshot.directory });
}

function pci(address: string, kind: string, vendor: string, device: string, driver?: string): Contents {
	const base = `/sys/bus/pci/devices/${address}`;
	return {
		[`files${base}/class`]: `${kind}\n`,
		[`files${base}/vendor`]: `0x${vendor}\n`,
		[`files${base}/device`]: `0x${device}\n`,
		'links.json': JSON.stringify(
			driver === undefined ? {} : { [`${base}/driver`]: `../../../bus/pci/drivers/${driver}` },
		),
	};
}

function usb(
	name: string,
	ids: string,
	strings: { product?: string; manufacturer?: string },
	interfaceClass: string,
): Contents {
	const base = `files/sys/bus/usb/devices/${name}`;
	const [vendor, product] = ids.split(':');
	return {
		[`${base}/idVendor`]: `${vendor}\n`,
		[`${base}/idProduct`]: `${product}\n`,
		[`${base}/bDeviceClass`]: '00\n',
		...(strings.product === undefined ? {} : { [`${base}/product`]: `${strings.product}\n` }),
		...(strings.manufacturer === undefined ? {} : { [`${base}/manufacturer`]: `${strings.manufacturer}\n` }),
		[`files/sys/bus/usb/devices/${name}:1.0/bInterfaceClass`]: `${interfaceClass}\n`,
	};
}

describe('Graphics', () => {
	it.each([
		['0731', '7200', 'Jingjia Micro 景嘉微'],
		['1ed5', '0201', 'Moore Threads 摩尔线程'],
		['6766', '3d02', 'Glenfly 格兰菲'],
		['1002', '6611', 'AMD'],
	])('knows the maker of a card with PCI vendor %s without any list of ids', async (vendor, device, name) => {
		const { graphics } = await detect(pci('0000:05:00.0', '0x030000', vendor, device, 'somedrv'));
		expect(graphics.map((card) => [card.vendor.value, card.model.value, card.driver.value, card.pci])).toEqual([
			[name, null, 'somedrv', '0000:05:00.0'],
		]);
	});

	it('takes the model from lspci and the screen from its connector', async () => {
		const { graphics } = await detect(pci('0000:05:00.0', '0x030000', '1002', '6611', 'amdgpu'), {
			'commands/lspci -Dmm.stdout':
				'0000:05:00.0 "VGA compatible controller" "Advanced Micro Devices, Inc. [AMD/ATI]" "Oland [Radeon HD 8570]" -r87\n',
			'files/sys/class/drm/card0-HDMI-A-1/status': 'connected\n',
			'files/sys/class/drm/card0-HDMI-A-1/modes': '1920x1080\n1280x720\n',
			'files/sys/class/drm/card0-VGA-1/status': 'disconnected\n',
			'links.json': JSON.stringify({
				'/sys/class/drm/card0-HDMI-A-1': '../../devices/pci0000:00/0000:05:00.0/drm/card0/card0-HDMI-A-1',
			}),
		});
		expect(graphics[0]?.model.value).toBe('Oland [Radeon HD 8570]');
		expect(graphics[0]?.displays).toEqual([{ connector: 'HDMI-A-1', mode: '1920x1080' }]);
	});

	it('reads the list that lspci -nnk prints, driver and all', async () => {
		const { graphics } = await detect({
			'commands/lspci -nnk.stdout':
				'00:00.0 PCI bridge [0604]: Phytium Device [1db7:dc01]\n05:00.0 VGA compatible controller [0300]: Device [0731:7200] (rev 01)\n\tSubsystem: Device [0731:7201]\n\tKernel driver in use: jmgpu\n06:00.0 Audio device [0403]: AMD Oland HDMI Audio [1002:aab0]\n',
		});
		expect(graphics.map(({ vendor, model, driver, pci: at }) => [vendor.value, model.value, driver.value, at])).toEqual(
			[['Jingjia Micro 景嘉微', null, 'jmgpu', '0000:05:00.0']],
		);
	});

	it('shows the display of a system on chip, which hangs on no bus that has names', async () => {
		const { graphics } = await detect({
			'files/sys/class/drm/card0/dev': '226:0\n',
			'files/sys/class/drm/card0-DP-1/status': 'connected\n',
			'files/sys/class/drm/card0-DP-1/modes': '1920x1080\n',
			'links.json': JSON.stringify({
				'/sys/class/drm/card0': '../../devices/platform/32000000.dc/drm/card0',
				'/sys/class/drm/card0-DP-1': '../../devices/platform/32000000.dc/drm/card0/card0-DP-1',
				'/sys/class/drm/card0/device/driver': '../../../bus/platform/drivers/phytium-dc',
			}),
		});
		expect(graphics.map(({ driver, pci: address, displays }) => [driver.value, address, displays])).toEqual([
			['phytium-dc', null, [{ connector: 'DP-1', mode: '1920x1080' }]],
		]);
	});

	it('takes no network card for a graphics card', async () => {
		expect((await detect(pci('0000:01:00.0', '0x020000', '0731', '1'))).graphics).toEqual([]);
	});
});

describe('Storage and network', () => {
	it('tells NVMe, SATA, USB and virtual disks apart and leaves out what is no disk', async () => {
		const disk = (name: string, link: string, files: Record<string, string>): Contents => ({
			[`files/sys/block/${name}/size`]: '1000215216\n',
			...Object.fromEntries(
				Object.entries(files).map(([file, text]) => [`files/sys/block/${name}/${file}`, `${text}\n`]),
			),
			'links.json': JSON.stringify({ [`/sys/block/${name}`]: link }),
		});
		const { storage } = await detect(
			disk('nvme0n1', '../devices/pci0000:00/nvme/nvme0/nvme0n1', {
				'device/model': 'YMTC PC411-512GB',
				'device/serial': 'YM1',
				'device/firmware_rev': '1.0',
			}),
			disk('sda', '../devices/pci0000:00/ata1/host0/sda', {
				'device/model': 'ST1000',
				'device/vendor': 'ATA',
				'queue/rotational': '1',
			}),
			disk('sdb', '../devices/pci0000:00/usb1/1-1/host2/sdb', { 'device/model': 'Flash', 'queue/rotational': '1' }),
			disk('vda', '../devices/pci0000:00/virtio2/block/vda', {}),
			disk('loop0', '../devices/virtual/block/loop0', {}),
		);
		expect(storage.disks.map(({ name, type, model, vendor }) => [name, type.value, model.value, vendor.value])).toEqual(
			[
				['nvme0n1', 'nvme', 'YMTC PC411-512GB', null],
				['sda', 'hdd', 'ST1000', null],
				['sdb', 'usb', 'Flash', null],
				['vda', 'virtual', null, null],
			],
		);
		expect(storage.disks[0]?.bytes.value).toBe(1_000_215_216 * 512);
		expect(storage.disks[0]?.serial).toMatchObject({ value: 'YM1', sensitive: true });
	});

	it('names a network card by its PCI device and asks for the speed only while the link is up', async () => {
		const { network } = await detect(pci('0000:02:00.0', '0x020000', '8088', '0101', 'txgbe'), {
			'files/sys/class/net/eth0/operstate': 'up\n',
			'files/sys/class/net/eth0/speed': '10000\n',
			'files/sys/class/net/eth1/operstate': 'down\n',
			'files/sys/class/net/eth1/speed': '4294967295\n',
			'files/sys/class/net/lo/operstate': 'unknown\n',
			'links.json': JSON.stringify({
				'/sys/class/net/eth0': '../../devices/pci0000:00/0000:02:00.0/net/eth0',
				'/sys/class/net/eth0/device': '../../../0000:02:00.0',
				'/sys/class/net/eth0/device/driver': '../../../../bus/pci/drivers/txgbe',
				'/sys/class/net/eth1': '../../devices/virtual/net/eth1',
			}),
		});
		expect(
			network.interfaces.map(({ name, vendor, driver, speed, virtual }) => [
				name,
				vendor.value,
				driver.value,
				speed.value,
				virtual,
			]),
		).toEqual([
			['eth0', 'Wangxun 网迅', 'txgbe', 10_000, false],
			['eth1', null, null, null, true],
		]);
	});
});

describe('Peripherals', () => {
	it('knows card readers, UKeys, scanners and cameras by what they are', async () => {
		const { peripherals } = await detect(
			usb('1-1', '096e:0503', { product: 'ePass Reader' }, '0b'),
			usb('1-2', '163c:0b07', { product: 'WatchKey' }, '08'),
			usb('1-3', '04a9:1913', { product: 'CanoScan', manufacturer: 'Canon' }, '06'),
			usb('1-4', '1a40:0101', { product: 'Hub' }, '09'),
			usb('1-5', '14d6:3032', { product: 'URANUSAFE_KEY' }, '08'),
			usb('1-6', '1ea8:c001', { product: 'NETCA Key' }, '03'),
			{
				'files/sys/class/video4linux/video0/name': 'USB Camera\n',
				'files/sys/class/video4linux/video1/name': 'USB Camera\n',
			},
			{
				'files/proc/asound/cards':
					' 0 [Zhaoxin        ]: HDA-Intel - HDA Zhaoxin\n                      HDA Zhaoxin at 0x1\n',
			},
			{ 'commands/lpstat -v.stdout': 'device for Pantum_P2500: usb://Pantum/P2500?serial=1\n' },
		);
		expect(peripherals.map(({ kind, name, vendor }) => [kind, name.value, vendor.value])).toEqual([
			['printer', 'Pantum_P2500', null],
			['smartcard', 'ePass Reader', 'Feitian 飞天诚信'],
			['ukey', 'WatchKey', 'Watchdata 握奇'],
			['scanner', 'CanoScan', 'Canon'],
			['ukey', 'URANUSAFE_KEY', 'Hengbao 恒宝'],
			['ukey', 'NETCA Key', null],
			['camera', 'USB Camera', null],
			['sound', 'HDA Zhaoxin', null],
		]);
	});
});

describe('Memory, board and power', () => {
	it('reads the modules that are there and leaves out empty slots', async () => {
		const text = [
			'Handle 0x1\nMemory Device\n\tSize: 16 GB\n\tLocator: DIMM0\n\tType: DDR4\n\tSpeed: 3200 MT/s\n\tManufacturer: CXMT\n\tSerial Number: S1\n\tPart Number: C1\n\tConfigured Memory Speed: 2933 MT/s\n',
			'Handle 0x2\nMemory Device\n\tSize: No Module Installed\n\tLocator: DIMM1\n',
			'Handle 0x3\nMemory Device\n\tSize: 16384 MB\n\tLocator: DIMM2\n\tManufacturer: NO DIMM\n',
		].join('\n');
		const { memory } = await detect({ 'commands/dmidecode -t memory.stdout': text, 'commands/dmidecode.stdout': text });
		expect(
			memory.modules.map(({ slot, bytes, speed, manufacturer }) => [
				slot.value,
				bytes.value,
				speed.value,
				manufacturer.value,
			]),
		).toEqual([
			['DIMM0', 16 * 1024 ** 3, 2933, 'CXMT'],
			['DIMM2', 16 * 1024 ** 3, null, 'NO DIMM'],
		]);
	});

	it('takes placeholders of the firmware for absent', async () => {
		const { board } = await detect({
			'files/sys/class/dmi/id/sys_vendor': 'To be filled by O.E.M.\n',
			'files/sys/class/dmi/id/product_name': 'Default string\n',
			'files/sys/class/dmi/id/product_serial': '1234567\n',
			'files/sys/class/dmi/id/board_vendor': 'LOONGSON\n',
			'files/sys/class/dmi/id/chassis_type': '9\n',
		});
		expect([board.systemVendor.value, board.systemProduct.value, board.systemSerial.value]).toEqual([null, null, null]);
		expect([board.boardVendor.value, board.chassis.value]).toEqual(['LOONGSON', 'laptop']);
	});

	it('knows whether a laptop is on its battery', async () => {
		const { power } = await detect({
			'files/sys/class/power_supply/AC/type': 'Mains\n',
			'files/sys/class/power_supply/AC/online': '0\n',
			'files/sys/class/power_supply/BAT0/type': 'Battery\n',
			'files/sys/class/power_supply/BAT0/energy_full_design': '50000000\n',
			'files/sys/class/power_supply/BAT0/model_name': 'X1\n',
		});
		expect([power.onBattery.value, power.batteries[0]?.capacity.value, power.batteries[0]?.model.value]).toEqual([
			true,
			50,
			'X1',
		]);
	});
});

describe('A battery that counts charge', () => {
	it('has its energy at the nominal voltage', async () => {
		const base = 'files/sys/class/power_supply/BAT0';
		const { power } = await detect({
			[`${base}/type`]: 'Battery\n',
			[`${base}/charge_full_design`]: '5000000\n',
			[`${base}/voltage_min_design`]: '11400000\n',
		});
		expect(power.batteries[0]?.capacity).toMatchObject({ value: 57, confidence: 'likely' });
	});
});

describe('The session', () => {
	const stat = (pid: number, name: string): Contents => ({ [`files/proc/${pid}/stat`]: `${pid} (${name}) S 1 0 0\n` });

	it('knows the desktop by its session program when we are not part of it', async () => {
		const ukui = (await detect(stat(900, 'ukui-session'), stat(901, 'Xorg'))).runtime;
		expect([ukui.desktop.value, ukui.desktop.confidence, ukui.displayServer.value]).toEqual(['UKUI', 'likely', 'x11']);
		const dde = (await detect(stat(900, 'dde-session-dae'), stat(901, 'kwin_wayland'))).runtime;
		expect([dde.desktop.value, dde.displayServer.value]).toEqual(['DDE', 'wayland']);
	});

	it('believes the session’s own variables first', async () => {
		const environment = JSON.stringify({
			XDG_CURRENT_DESKTOP: 'UKUI',
			XDG_SESSION_TYPE: 'wayland',
			LANG: 'zh_CN.UTF-8',
		});
		const { runtime } = await detect({ 'environment.json': environment });
		expect([runtime.desktop.value, runtime.displayServer.value, runtime.locale.value]).toEqual([
			'UKUI',
			'wayland',
			'zh_CN.UTF-8',
		]);
	});

	it('takes no thread of the kernel for a program', async () => {
		const kernel = { 'files/proc/2/stat': '2 (kthreadd) S 0 0 0\n', 'files/proc/50/stat': '50 (chronyd) S 2 0 0\n' };
		expect((await detect(kernel)).timeSource.service.value).toBeNull();
		expect((await detect(stat(50, 'chronyd'))).timeSource.service.value).toBe('chronyd');
	});

	it('reads an office suite and its version from its application directory', async () => {
		const profile = await detect({
			'files/opt/apps/cn.wps.wps-office-pro/info':
				'{"appid":"cn.wps.wps-office-pro","name":"WPS","version":"12.1.0.17900"}',
		});
		expect(profile.office.map(({ id, version }) => [id.value, version.value])).toEqual([['wps', '12.1.0.17900']]);
	});
});
