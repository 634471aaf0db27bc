import { z } from 'zod';
import type { Context } from './context.ts';

/** One part of the machine, as its inventory lists it. */
export interface Component {
	readonly hardware: boolean;
	readonly kind: string;
	readonly name: string;
	readonly version: string;
	readonly maker: string;
	readonly count: string;
}

/** The little of CycloneDX 1.6/1.7 that is printed; the rest of the file stays in the bundle. */
const inventorySchema = z.object({
	components: z
		.array(
			z.object({
				type: z.string(),
				name: z.string(),
				version: z.string().optional(),
				manufacturer: z.object({ name: z.string().optional() }).optional(),
				supplier: z.object({ name: z.string().optional() }).optional(),
				properties: z.array(z.object({ name: z.string(), value: z.string().optional() })).optional(),
			}),
		)
		.optional(),
});

/** Printed at most; a server with a thousand packages has its inventory in the bundle. */
const MOST = 120;

const HARDWARE_TYPES = new Set(['device', 'firmware', 'device-driver']);

const KIND_WORDS: Readonly<Record<string, { zh: string; en: string }>> = {
	device: { zh: '设备', en: 'Device' },
	firmware: { zh: '固件', en: 'Firmware' },
	'device-driver': { zh: '驱动', en: 'Driver' },
	'operating-system': { zh: '操作系统', en: 'Operating system' },
	platform: { zh: '平台', en: 'Platform' },
	application: { zh: '应用软件', en: 'Application' },
	library: { zh: '库', en: 'Library' },
	framework: { zh: '框架', en: 'Framework' },
};

/** The machine's parts from its inventory; none when the inventory is withheld, not at hand or not readable. */
export function hostComponents({ document, predicate, say }: Context): Component[] {
	const sha256 = predicate.host.inventory?.digest.sha256;
	const bytes = sha256 === undefined ? null : (document.evidence?.(sha256) ?? null);
	const parsed = bytes === null ? null : inventorySchema.safeParse(readJson(bytes));
	return (parsed?.data?.components ?? []).slice(0, MOST).map((component) => {
		const words = Object.hasOwn(KIND_WORDS, component.type) ? KIND_WORDS[component.type] : undefined;
		const property = (name: string) => component.properties?.find((one) => one.name === name)?.value ?? '';
		const detail = property('cdx:device:deviceType') || property('cdx:device:function');
		return {
			hardware: HARDWARE_TYPES.has(component.type),
			kind: detail !== '' ? detail : words === undefined ? component.type : say(words),
			name: component.name,
			version: component.version ?? '',
			maker: component.manufacturer?.name ?? component.supplier?.name ?? '',
			count: property('cdx:device:quantity') || '1',
		};
	});
}

function readJson(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		// A broken inventory was already reported by the verifier; the document does without the table.
		return null;
	}
}
