import type { Field } from '../../../contract/host/field.ts';
import { certain, evidence, likely, unknown } from '../field.ts';
import { answered } from '../parse/dmi-text.ts';
import type { Source } from '../source/source.ts';

export interface PciDevice {
	readonly address: string;
	readonly class: number;
	readonly vendorId: string;
	readonly deviceId: string;
	readonly vendor: Field<string>;
	readonly model: Field<string>;
	readonly driver: Field<string>;
}

const BASE = '/sys/bus/pci/devices';

/** Vendors that matter here and that old pci.ids files do not know, or know by another name. */
const VENDORS: Readonly<Record<string, string>> = {
	'0014': 'Loongson 龙芯',
	'0731': 'Jingjia Micro 景嘉微',
	'1002': 'AMD',
	'1022': 'AMD',
	'10de': 'NVIDIA',
	'10ec': 'Realtek',
	'14e4': 'Broadcom',
	'15b3': 'Mellanox',
	'1a03': 'ASPEED',
	'1af4': 'Red Hat (virtio)',
	'1b36': 'Red Hat (QEMU)',
	'1234': 'QEMU',
	'15ad': 'VMware',
	'1d17': 'Zhaoxin 兆芯',
	'1d94': 'Hygon 海光',
	'1db7': 'Phytium 飞腾',
	'1e36': 'Enflame 燧原',
	'1ed5': 'Moore Threads 摩尔线程',
	'19e5': 'Huawei 华为',
	'6766': 'Glenfly 格兰菲',
	'8086': 'Intel',
	'8088': 'Wangxun 网迅',
	'1f0f': 'Nebula Matrix 云脉芯联',
	'1cc1': 'ADATA',
	'144d': 'Samsung',
	'1e4b': 'Maxio 联芸',
	'1e3b': 'DapuStor 大普微',
	'1e49': 'YMTC 长江存储',
	'1c5f': 'Memblaze 忆恒创源',
};

/** All PCI devices, named by lspci where it is there and knows them; the vendor also by our own table. */
export async function readPciDevices(source: Source): Promise<PciDevice[]> {
	const addresses = (await source.list(BASE)) ?? [];
	if (addresses.length === 0) return source.origin === 'snapshot' ? listedDevices(source) : [];
	const names = await readLspci(source);
	return Promise.all(addresses.map((address) => readDevice(source, address, names.get(address))));
}

/** `05:00.0 VGA compatible controller [0300]: Jingjia … JM7201 [0731:7200] (rev 01)`: lists that people collect. */
const LISTED =
	/^((?:[\da-f]{4}:)?[\da-f]{2}:[\da-f]{2}\.\d) [^[\n]+ \[([\da-f]{4})\]: (.*?) ?\[([\da-f]{4}):([\da-f]{4})\].*((?:\n\s.*)*)/gimu;

/** For snapshots that hold the list and not what it was made from. */
export async function listedDevices(source: Source): Promise<PciDevice[]> {
	const answers = await answered(source, [
		['lspci', '-nnk'],
		['lspci', '-nnvv'],
		['lspci', '-nnv'],
		['lspci', '-nn'],
	]);
	const [list] = answers;
	return [...(list?.text ?? '').matchAll(LISTED)].map((match) => {
		const [line, address = '', kind = '', name = '', vendorId = '', deviceId = '', details = ''] = match;
		const from = evidence(list?.command ?? '', line.split('\n')[0] ?? '');
		const driver = /Kernel driver in use: (\S+)/u.exec(details)?.[1];
		return {
			address: address.length < 12 ? `0000:${address}` : address,
			class: Number.parseInt(kind, 16) << 8,
			vendorId: vendorId.toLowerCase(),
			deviceId: deviceId.toLowerCase(),
			vendor: vendorField(vendorId.toLowerCase(), undefined, from),
			model:
				name === '' || /^(?:Device|Unknown)/u.test(name)
					? unknown('the list does not name it', from)
					: likely(name, from),
			driver: driver === undefined ? unknown('no driver is bound', from) : certain(driver, from),
		};
	});
}

interface LspciNames {
	readonly vendor: string;
	readonly device: string;
	readonly line: string;
}

async function readDevice(source: Source, address: string, named: LspciNames | undefined): Promise<PciDevice> {
	const path = `${BASE}/${address}`;
	const [kind, vendorText, deviceText, driverLink] = await Promise.all([
		source.readText(`${path}/class`),
		source.readText(`${path}/vendor`),
		source.readText(`${path}/device`),
		source.readLink(`${path}/driver`),
	]);
	const vendorId = hexDigits(vendorText);
	const deviceId = hexDigits(deviceText);
	const id = evidence(`${path}/vendor`, `${vendorId}:${deviceId}`);
	const driver = driverLink?.split('/').at(-1);
	return {
		address,
		class: Number.parseInt(kind ?? '0', 16) || 0,
		vendorId,
		deviceId,
		vendor: vendorField(vendorId, named, id),
		model: modelField(named, id),
		driver:
			driver === undefined || driverLink === undefined
				? unknown('no driver is bound')
				: certain(driver, evidence(`${path}/driver`, driver)),
	};
}

function vendorField(vendorId: string, named: LspciNames | undefined, id: ReturnType<typeof evidence>): Field<string> {
	const own = VENDORS[vendorId];
	if (own !== undefined) return certain(own, id);
	if (named === undefined || /^(?:Vendor|Device) [0-9a-f]{4}$/iu.test(named.vendor)) {
		return unknown(`PCI vendor ${vendorId} is in no list here`, id);
	}
	return certain(named.vendor, evidence('lspci -Dmm', named.line), id);
}

function modelField(named: LspciNames | undefined, id: ReturnType<typeof evidence>): Field<string> {
	if (named === undefined || /^Device [0-9a-f]{4}$/iu.test(named.device)) {
		return unknown('the list of PCI ids does not know this device', id);
	}
	return likely(named.device, evidence('lspci -Dmm', named.line), id);
}

/** `0000:00:02.0 "VGA compatible controller" "Vendor" "Device" …` */
async function readLspci(source: Source): Promise<Map<string, LspciNames>> {
	const answer = await source.run(['lspci', '-Dmm']);
	const names = new Map<string, LspciNames>();
	if (answer === undefined || answer.exitCode !== 0) return names;
	for (const line of answer.stdout.split('\n')) {
		const match = /^(\S+) "[^"]*" "([^"]*)" "([^"]*)"/u.exec(line);
		if (match !== null) names.set(match[1] ?? '', { vendor: match[2] ?? '', device: match[3] ?? '', line });
	}
	return names;
}

function hexDigits(text: string | undefined): string {
	return text?.trim().replace(/^0x/u, '').toLowerCase() ?? '';
}
