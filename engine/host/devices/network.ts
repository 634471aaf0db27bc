import type { Field } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, sensitive, textOf, unknown } from '../field.ts';
import type { Source } from '../source/source.ts';
import type { PciDevice } from './pci.ts';

type Interface = HostProfile['network']['interfaces'][number];

const NET = '/sys/class/net';

export async function detectNetwork(source: Source, pci: readonly PciDevice[]): Promise<HostProfile['network']> {
	const names = ((await source.list(NET)) ?? []).filter((name) => name !== 'lo' && name !== 'bonding_masters');
	return { interfaces: await Promise.all(names.map((name) => readInterface(source, name, pci))) };
}

async function readInterface(source: Source, name: string, pci: readonly PciDevice[]): Promise<Interface> {
	const path = `${NET}/${name}`;
	const [link, address, state, driverLink, deviceLink] = await Promise.all([
		source.readLink(path),
		source.readText(`${path}/address`),
		source.readText(`${path}/operstate`),
		source.readLink(`${path}/device/driver`),
		source.readLink(`${path}/device`),
	]);
	const virtual = link?.includes('/virtual/') === true;
	const device = pci.find((candidate) => deviceLink !== undefined && link?.includes(`/${candidate.address}/`));
	const driver = driverLink?.split('/').at(-1);
	return {
		name,
		driver:
			driver === undefined ? unknown('no driver is bound') : certain(driver, evidence(`${path}/device/driver`, driver)),
		vendor: device?.vendor ?? unknown('not a PCI device'),
		model: device?.model ?? unknown('not a PCI device'),
		mac: sensitive(textOf(address, `${path}/address`)),
		speed: virtual ? unknown('a virtual interface') : await readSpeed(source, path, state?.trim()),
		state: state?.trim() ?? 'unknown',
		virtual,
	};
}

/**
 * Asking a card whose link is down is an error, and −1 means the driver does not know. The answer comes from the card,
 * behind a lock of the kernel: on a live machine systeminformation waits for it, in its own process.
 */
async function readSpeed(source: Source, path: string, state: string | undefined): Promise<Field<number>> {
	if (state !== 'up') return unknown('the link is not up');
	if (source.origin === 'live') return unknown('the driver does not say');
	const text = (await source.readText(`${path}/speed`))?.trim();
	const speed = Number(text);
	return text === undefined || !(speed > 0)
		? unknown('the driver does not say')
		: certain(speed, evidence(`${path}/speed`, text));
}
