/**
 * A program of its own: asks systeminformation for what it serves here and prints one line of JSON for each topic as
 * soon as it is known. Only what a profile uses is printed: no addresses, no command lines of people. The package works
 * through shells, some of them awaited in place; in this process they can hold up nobody, and one deadline ends them all.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Systeminformation } from 'systeminformation';
import type { Answers, Topic } from './answers.ts';

// A bundle offers what was CommonJS as one default export only.
const { battery, diskLayout, graphics, mem, memLayout, networkInterfaces, users } = (await import('systeminformation'))
	.default;

// Those that never wait in place come first: a topic that gets stuck must not keep the others' lines back. To find out
// that a machine has no card, disk, link or guest, the package would start dozens of tools: the kernel knows at once.
await Promise.all([
	say('users', async () =>
		hasSessions() ? (await users()).map(({ user, tty }) => ({ name: user, terminal: tty })) : [],
	),
	say('batteries', batteries),
	say('memory', memory),
	say('disks', async () => (names('/sys/block').some(hasModel) ? disks() : [])),
	say('graphics', async () => (hasDisplayDevice() ? graphicsOf(await graphics()) : { controllers: [], displays: [] })),
	say('network', async () => (names('/sys/class/net').some(hasSpeed) ? network() : [])),
]);

async function say<Key extends Topic>(topic: Key, ask: () => Promise<Answers[Key]>): Promise<void> {
	try {
		process.stdout.write(`${JSON.stringify({ topic, answer: await ask() })}\n`);
	} catch (error) {
		// Left out of the answers; the others are worth no less.
		process.stderr.write(`${topic}: ${error instanceof Error ? error.message : String(error)}\n`);
	}
}

async function memory(): Promise<Answers['memory']> {
	const [sizes, modules] = await Promise.all([mem(), existsSync('/sys/firmware/dmi/tables/DMI') ? memLayout() : []]);
	return {
		total: sizes.total || null,
		swap: sizes.swaptotal,
		// Where the firmware cannot be read the package makes up one module of the whole size, without a type.
		modules: modules
			.filter(({ size, type }) => size > 0 && type !== '' && type !== 'Empty')
			.map((module) => ({
				slot: module.bank || null,
				bytes: module.size,
				type: module.type,
				speed: module.clockSpeed || null,
				manufacturer: module.manufacturer || null,
				part: module.partNum || null,
				serial: module.serialNum || null,
			})),
	};
}

async function disks(): Promise<Answers['disks']> {
	return (await diskLayout()).map((disk) => ({
		name: disk.device.replace(/^\/dev\//u, ''),
		model: disk.name || null,
		vendor: disk.vendor || null,
		bytes: disk.size || null,
		type: DISK_TYPES[disk.type] ?? null,
		serial: disk.serialNum || null,
		firmware: disk.firmwareRevision || null,
	}));
}

const DISK_TYPES: Readonly<Record<string, string>> = { HD: 'hdd', SSD: 'ssd', NVMe: 'nvme' };

async function network(): Promise<Answers['network']> {
	return [await networkInterfaces()]
		.flat()
		.filter(({ internal }) => !internal)
		.map(({ iface, mac, speed }) => ({
			name: iface,
			mac: mac || null,
			speed: speed !== null && speed > 0 ? speed : null,
		}));
}

function graphicsOf({ controllers, displays }: Systeminformation.GraphicsData): Answers['graphics'] {
	return {
		controllers: controllers.flatMap(({ busAddress, vendor, model }) =>
			busAddress ? [{ pci: busAddress, vendor: vendor || null, model: model || null }] : [],
		),
		displays: displays.map(({ connection, resolutionX, resolutionY }) => ({
			connector: connection || 'unnamed',
			mode: resolutionX && resolutionY ? `${resolutionX}x${resolutionY}` : null,
		})),
	};
}

function hasSessions(): boolean {
	return text('/run/utmp') !== '' || names('/run/systemd/sessions').length > 0;
}

function hasModel(disk: string): boolean {
	return text(`/sys/block/${disk}/device/model`) !== '';
}

/** Virtual cards and open cables have none; wireless ones are asked in another way. */
function hasSpeed(link: string): boolean {
	const path = `/sys/class/net/${link}`;
	return existsSync(`${path}/wireless`) || (existsSync(`${path}/device`) && Number(text(`${path}/speed`)) > 0);
}

function hasDisplayDevice(): boolean {
	const pci = '/sys/bus/pci/devices';
	const card = names('/sys/class/drm').some((name) => /^card\d/u.test(name));
	return card || names(pci).some((address) => text(`${pci}/${address}/class`).startsWith('0x03'));
}

function text(path: string): string {
	try {
		return readFileSync(path, 'latin1');
	} catch {
		// Not there, or a link without a speed.
		return '';
	}
}

function names(directory: string): string[] {
	try {
		return readdirSync(directory);
	} catch {
		// A machine without such a bus.
		return [];
	}
}

async function batteries(): Promise<Answers['batteries']> {
	const first = await battery();
	return [first, ...(first.additionalBatteries ?? [])]
		.filter(({ hasBattery }) => hasBattery)
		.map(({ model, designedCapacity, capacityUnit }) => ({
			model: model || null,
			capacity: capacityUnit === 'mWh' && designedCapacity > 0 ? designedCapacity / 1000 : null,
		}));
}
