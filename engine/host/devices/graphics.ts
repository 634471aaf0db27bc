import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, unknown } from '../field.ts';
import type { Source } from '../source/source.ts';
import type { PciDevice } from './pci.ts';

type Graphics = HostProfile['graphics'][number];

const DRM = '/sys/class/drm';
/** PCI base class 03: VGA, 3D and other display controllers. Enflame and other accelerators are class 12. */
const DISPLAY_CLASS = 0x03;
const ACCELERATOR_CLASS = 0x12;

export async function detectGraphics(source: Source, pci: readonly PciDevice[]): Promise<Graphics[]> {
	const cards = pci.filter((device) => [DISPLAY_CLASS, ACCELERATOR_CLASS].includes(device.class >>> 16));
	const connectors = await readConnectors(source);
	return [...cards.map((device) => ofPci(device, connectors)), ...(await readBuiltIn(source, connectors))];
}

function ofPci(device: PciDevice, connectors: readonly Connector[]): Graphics {
	return {
		vendor: device.vendor,
		model: device.model,
		driver: device.driver,
		pci: device.address,
		displays: connectors
			.filter(({ link }) => link.includes(`/${device.address}/`))
			.map(({ connector, mode }) => ({ connector, mode })),
	};
}

/** Displays of a system on chip (E2000, D3000M, Kirin …) hang on no bus that has names: the driver tells them. */
async function readBuiltIn(source: Source, connectors: readonly Connector[]): Promise<Graphics[]> {
	const names = ((await source.list(DRM)) ?? []).filter((name) => /^card\d+$/u.test(name));
	const found = await Promise.all(
		names.map(async (name): Promise<Graphics | undefined> => {
			const link = (await source.readLink(`${DRM}/${name}`)) ?? '';
			const driver = (await source.readLink(`${DRM}/${name}/device/driver`))?.split('/').at(-1);
			if (!link.includes('/platform/') || link.includes('/pci') || driver === undefined) return undefined;
			return {
				vendor: unknown('a part of the chip, which does not say'),
				model: unknown('a part of the chip, which does not say'),
				driver: certain(driver, evidence(`${DRM}/${name}/device/driver`, driver)),
				pci: null,
				displays: connectors
					.filter((entry) => entry.link.includes(`/${name}/`))
					.map(({ connector, mode }) => ({ connector, mode })),
			};
		}),
	);
	return found.filter((card) => card !== undefined);
}

interface Connector {
	readonly connector: string;
	readonly mode: string | null;
	readonly link: string;
}

/** "card0-HDMI-A-1" with something plugged in; its first mode is the preferred one. */
async function readConnectors(source: Source): Promise<Connector[]> {
	const names = ((await source.list(DRM)) ?? []).filter((name) => /^card\d+-/u.test(name));
	const found = await Promise.all(
		names.map(async (name): Promise<Connector | undefined> => {
			if ((await source.readText(`${DRM}/${name}/status`))?.trim() !== 'connected') return undefined;
			const [modes, link] = await Promise.all([
				source.readText(`${DRM}/${name}/modes`),
				source.readLink(`${DRM}/${name}`),
			]);
			const mode = modes?.split('\n')[0]?.trim();
			return {
				connector: name.replace(/^card\d+-/u, ''),
				mode: mode === undefined || mode === '' ? null : mode,
				link: link ?? '',
			};
		}),
	);
	return found.filter((connector) => connector !== undefined);
}
