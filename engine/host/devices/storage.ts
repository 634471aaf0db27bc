import type { Field } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, likely, sensitive, textOf, unknown } from '../field.ts';
import { unescapeMount } from '../source/mounts.ts';
import type { Source } from '../source/source.ts';

type Disk = HostProfile['storage']['disks'][number];
type Filesystem = HostProfile['storage']['filesystems'][number];

const BLOCK = '/sys/block';
const NOT_DISKS = /^(?:loop|ram|zram|dm-|md|sr|fd|nbd)\d/u;
const SECTOR_BYTES = 512;
const DF = ['df', '-B1', '--output=target,fstype,size', '--'];

export async function detectStorage(source: Source): Promise<HostProfile['storage']> {
	const names = ((await source.list(BLOCK)) ?? []).filter((name) => !NOT_DISKS.test(name));
	const disks = await Promise.all(names.map((name) => readDisk(source, name)));
	return { disks: disks.filter(({ bytes }) => bytes.value !== 0), filesystems: await readFilesystems(source) };
}

async function readDisk(source: Source, name: string): Promise<Disk> {
	const path = `${BLOCK}/${name}`;
	const file = async (relative: string) => textOf(await source.readText(`${path}/${relative}`), `${path}/${relative}`);
	const [size, rotational, device, model, vendor, serial, nvmeFirmware, revision] = await Promise.all([
		source.readText(`${path}/size`),
		source.readText(`${path}/queue/rotational`),
		source.readLink(path),
		file('device/model'),
		file('device/vendor'),
		file('device/serial'),
		file('device/firmware_rev'),
		file('device/rev'),
	]);
	return {
		name,
		model,
		vendor: vendorOf(vendor),
		bytes: bytesOf(size, `${path}/size`),
		type: diskType(name, rotational?.trim(), device ?? '', `${path}/queue/rotational`),
		serial: sensitive(serial),
		firmware: nvmeFirmware.value === null ? revision : nvmeFirmware,
	};
}

/** "ATA" is a bus and 0x1af4 a number, not makers. */
function vendorOf(field: Field<string>): Field<string> {
	return field.value === null || /^(?:ATA|0x[0-9a-f]+)$/iu.test(field.value)
		? unknown('the disk does not say', ...field.evidence)
		: field;
}

function bytesOf(sectors: string | undefined, path: string): Field<number> {
	const number = Number(sectors);
	return sectors === undefined || !Number.isInteger(number)
		? unknown('not there or not readable')
		: certain(number * SECTOR_BYTES, evidence(path, sectors.trim()));
}

function diskType(name: string, rotational: string | undefined, device: string, path: string): Field<string> {
	const link = evidence(`${BLOCK}/${name}`, device);
	if (name.startsWith('nvme')) return certain('nvme', link);
	if (/^(?:vd|xvd)/u.test(name) || device.includes('/virtio')) return certain('virtual', link);
	if (name.startsWith('mmcblk')) return certain('mmc', link);
	if (/\/usb\d/u.test(device)) return certain('usb', link);
	if (rotational === '1') return likely('hdd', evidence(path, rotational));
	if (rotational === '0') return likely('ssd', evidence(path, rotational));
	return unknown('the kernel does not say');
}

/** Mounts of real file systems: what people store things on. df is asked for these only: a dead other one would stop it. */
async function readFilesystems(source: Source): Promise<Filesystem[]> {
	const table = (await source.readText('/proc/self/mounts')) ?? '';
	const mounts = table.split('\n').flatMap((line) => {
		const [device = '', path = ''] = line.split(' ');
		return device.startsWith('/dev/') ? [unescapeMount(path)] : [];
	});
	const asked = [...new Set(mounts)].sort();
	const answer = asked.length === 0 ? undefined : await source.run([...DF, ...asked]);
	const rows = (answer?.stdout ?? '').split('\n').flatMap((line) => {
		const match = /^(.+?)\s+(\S+)\s+(\d+)$/u.exec(line);
		if (match === null) return [];
		const mount = match[1] ?? '';
		return asked.includes(mount) ? [{ mount, type: match[2] ?? '', bytes: Number(match[3]) }] : [];
	});
	return rows.sort((one, other) => (one.mount < other.mount ? -1 : 1));
}
