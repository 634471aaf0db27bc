// Network, storage and display devices that no driver has taken.
import { answer, exists, names, text, unsupported } from './machine.mjs';

const folder = '/sys/bus/pci/devices';
const KINDS = { '0x01': 'storage', '0x02': 'network', '0x03': 'display' };
const all = names(folder);
if (all.length === 0) unsupported('this machine has no PCI bus');

const devices = all.flatMap((address) => {
	const read = (name) => text(`${folder}/${address}/${name}`);
	const kind = KINDS[read('class')?.slice(0, 4) ?? ''];
	if (kind === undefined) return [];
	const ids = ['vendor', 'device', 'subsystem_vendor', 'subsystem_device'].map(
		(name) => read(name)?.replace('0x', '') ?? '????',
	);
	return [{ address, kind, ids: ids.join(':'), bound: exists(`${folder}/${address}/driver`) }];
});
answer({ devices, unbound: devices.filter((device) => !device.bound) });
