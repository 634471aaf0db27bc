import type { Field } from '../../../contract/host/field.ts';
import { certain, evidence, firstKnown, likely, textOf, unknown } from '../field.ts';
import type { Source } from '../source/source.ts';

export interface UsbDevice {
	readonly kind: string;
	readonly vendorId: string;
	readonly productId: string;
	readonly name: Field<string>;
	readonly vendor: Field<string>;
	readonly driver: Field<string>;
}

const BASE = '/sys/bus/usb/devices';

/** USB base classes (usb.org) that tell what a device is for. */
const CLASSES: Readonly<Record<string, string>> = {
	'01': 'sound',
	'03': 'input',
	'06': 'scanner',
	'07': 'printer',
	'08': 'storage',
	'09': 'hub',
	'0b': 'smartcard',
	'0e': 'camera',
	e0: 'wireless',
};

/**
 * Makers of UKeys (网银盾、CA 证书介质): many of them show themselves as storage or input devices. Sources: what devices
 * say of themselves ("Longmai mToken", "HENGBAO URANUSAFE_KEY") and the tables of CA middleware. null: several makers.
 */
const UKEY_VENDORS: Readonly<Record<string, string | null>> = {
	'096e': 'Feitian 飞天诚信',
	'163c': 'Watchdata 握奇',
	'055c': 'Longmai 龙脉',
	'5488': 'Haitai 海泰方圆',
	'14d6': 'Hengbao 恒宝',
	'1ea8': null,
};

export async function readUsbDevices(source: Source): Promise<UsbDevice[]> {
	const names = (await source.list(BASE)) ?? [];
	const devices = names.filter((name) => !name.includes(':') && !/^usb\d+$/u.test(name));
	const read = await Promise.all(devices.map((device) => readDevice(source, device, names)));
	return read
		.filter((device) => device !== undefined && device.kind !== 'hub')
		.filter((device) => device !== undefined);
}

async function readDevice(source: Source, device: string, names: readonly string[]): Promise<UsbDevice | undefined> {
	const path = `${BASE}/${device}`;
	const file = (name: string) => source.readText(`${path}/${name}`);
	const [vendorId, productId, product, maker, deviceClass] = await Promise.all([
		file('idVendor'),
		file('idProduct'),
		file('product'),
		file('manufacturer'),
		file('bDeviceClass'),
	]);
	if (vendorId === undefined || productId === undefined) return undefined;
	const interfaces = names.filter((name) => name.startsWith(`${device}:`));
	const classes = await Promise.all(interfaces.map((name) => source.readText(`${BASE}/${name}/bInterfaceClass`)));
	const drivers = await Promise.all(interfaces.map((name) => source.readLink(`${BASE}/${name}/driver`)));
	const driver = drivers
		.find((link) => link !== undefined)
		?.split('/')
		.at(-1);
	const vendor = vendorId.trim().toLowerCase();
	const own = UKEY_VENDORS[vendor];
	const id = evidence(`${path}/idVendor`, `${vendor}:${productId.trim()}`);
	return {
		kind: kindOf([deviceClass, ...classes], own !== undefined),
		vendorId: vendor,
		productId: productId.trim().toLowerCase(),
		name: textOf(product, `${path}/product`),
		vendor: firstKnown(
			textOf(maker, `${path}/manufacturer`),
			own === undefined || own === null ? unknown('the device does not say', id) : likely(own, id),
		),
		driver: driver === undefined ? unknown('no driver is bound') : certain(driver, evidence(`${path}/driver`, driver)),
	};
}

function kindOf(classes: readonly (string | undefined)[], ukey: boolean): string {
	const kinds = classes.map((text) => CLASSES[text?.trim().toLowerCase() ?? '']).filter((kind) => kind !== undefined);
	if (kinds.includes('smartcard')) return 'smartcard';
	return ukey ? 'ukey' : (kinds[0] ?? 'usb');
}
