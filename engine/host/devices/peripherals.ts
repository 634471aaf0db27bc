import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, likely, textOf, unknown } from '../field.ts';
import type { Source } from '../source/source.ts';
import { readUsbDevices, type UsbDevice } from './usb.ts';

type Device = HostProfile['peripherals'][number];

export async function detectPeripherals(source: Source): Promise<Device[]> {
	const usb = await readUsbDevices(source);
	const [scanners, printers, cameras, sound] = await Promise.all([
		readScanners(source, usb),
		readPrinters(source),
		readCameras(source),
		readSoundCards(source),
	]);
	return [...printers, ...scanners, ...usb.map(usbPeripheral), ...cameras, ...sound];
}

function usbPeripheral(device: UsbDevice): Device {
	return {
		kind: device.kind,
		name: device.name,
		vendor: device.vendor,
		id: `${device.vendorId}:${device.productId}`,
		driver: device.driver,
	};
}

/** Queues that CUPS knows, asked of the local scheduler only: a name in the network may take long to answer. */
async function readPrinters(source: Source): Promise<Device[]> {
	const socket = (await source.list('/run/cups'))?.includes('cups.sock') === true;
	if (source.origin === 'live' && !socket) return [];
	const answer = await source.run(['lpstat', '-v']);
	if (answer === undefined || answer.exitCode !== 0) return [];
	return answer.stdout.split('\n').flatMap((line): Device[] => {
		const match = /^device for (.+?): (\S+)/u.exec(line);
		if (match?.[1] === undefined) return [];
		// Behind the scheme stand the device's serial number or its place in the network.
		const uri = match[2] ?? '';
		const from = evidence('lpstat -v', `device for ${match[1]}: ${uri.replace(/:.*$/u, ': …')}`);
		const driver = uri.includes(':')
			? certain(uri.slice(0, uri.indexOf(':')), from)
			: unknown<string>('no device URI', from);
		return [{ kind: 'printer', name: certain(match[1], from), vendor: unknown('CUPS does not say'), id: null, driver }];
	});
}

/** USB classes under which a scanner or a printer with one may stand; vendors often give it no class at all. */
const MAY_SCAN = new Set(['scanner', 'printer', 'usb']);

/**
 * Scanners that SANE has a driver for. It opens each device to ask it, so on a live machine it is only started where
 * something is plugged in that may be one. "device `pixma:04A91913_49D1FD' is a CANON CanoScan LiDE 110 flatbed scanner"
 */
async function readScanners(source: Source, usb: readonly UsbDevice[]): Promise<Device[]> {
	if (source.origin === 'live' && !usb.some(({ kind }) => MAY_SCAN.has(kind))) return [];
	const answer = await source.run(['scanimage', '-L']);
	if (answer === undefined || answer.exitCode !== 0) return [];
	return answer.stdout.split('\n').flatMap((line): Device[] => {
		// Behind the driver's name stands the device's address or serial number.
		const match = /^device [`'](\w+):[^'`]*' is an? (.+)$/u.exec(line.trim());
		if (match?.[1] === undefined || match[2] === undefined) return [];
		const from = evidence('scanimage -L', `${match[1]}: ${match[2]}`);
		const name = certain(match[2], from);
		return [{ kind: 'scanner', name, vendor: unknown('SANE does not say'), id: null, driver: certain(match[1], from) }];
	});
}

async function readCameras(source: Source): Promise<Device[]> {
	const base = '/sys/class/video4linux';
	const names = (await source.list(base)) ?? [];
	const cameras = await Promise.all(
		names.map(async (name): Promise<Device> => {
			const path = `${base}/${name}/name`;
			return {
				kind: 'camera',
				name: textOf(await source.readText(path), path),
				vendor: unknown('the kernel does not say'),
				id: name,
				driver: unknown('not asked'),
			};
		}),
	);
	// One camera has several nodes (picture, metadata) of the same name.
	return cameras.filter((camera, index) => cameras.findIndex(({ name }) => name.value === camera.name.value) === index);
}

/** " 0 [PCH            ]: HDA-Intel - HDA Intel PCH" */
async function readSoundCards(source: Source): Promise<Device[]> {
	const path = '/proc/asound/cards';
	const text = (await source.readText(path)) ?? '';
	return text.split('\n').flatMap((line, index): Device[] => {
		const match = /^\s*(\d+) \[.*?\]: (\S+) - (.+)$/u.exec(line);
		if (match?.[3] === undefined) return [];
		const from = evidence(path, line.trim(), index + 1);
		return [
			{
				kind: 'sound',
				name: certain(match[3].trim(), from),
				vendor: unknown('the kernel does not say'),
				id: match[1] ?? null,
				driver: likely(match[2] ?? '', from),
			},
		];
	});
}
