// The devices of the machine, to be compared before and after a restart: `record FILE`, then `compare FILE`.
import { readFileSync, writeFileSync } from 'node:fs';
import { answer, names, text } from './machine.mjs';

const [mode, file] = process.argv.slice(2);
const devices = list();
if (mode === 'record') {
	writeFileSync(file, JSON.stringify(devices));
	answer({ recorded: devices.length });
} else {
	const before = JSON.parse(readFileSync(file, 'utf8'));
	answer({
		before: before.length,
		now: devices.length,
		gone: before.filter((device) => !devices.includes(device)),
		new: devices.filter((device) => !before.includes(device)),
	});
}

function list() {
	const pci = names('/sys/bus/pci/devices').map(
		(address) => `pci ${address} ${read('pci', address, 'vendor')}:${read('pci', address, 'device')}`,
	);
	const disks = names('/sys/block', /^(?:sd|hd|vd|nvme|mmcblk)/u).map(
		(name) => `disk ${name} ${text(`/sys/block/${name}/size`)}`,
	);
	const nics = names('/sys/class/net', /^(?:e|w|ib)/u).map(
		(name) => `nic ${name} ${text(`/sys/class/net/${name}/address`)}`,
	);
	return [...pci, ...disks, ...nics, `cpus ${text('/sys/devices/system/cpu/present')}`];
}

function read(bus, address, name) {
	return text(`/sys/bus/${bus}/devices/${address}/${name}`);
}
