import type { Confidence } from '../../../contract/host/field.ts';
import type { Midr } from './midr.ts';

export interface Product {
	readonly model: string;
	readonly confidence: Confidence;
}

const PHYTIUM = 0x70;
const HUAWEI = 0x48;

/**
 * What the core types alone allow to say. `cpus` is the number of logical CPUs when it is known for sure to be that of
 * the whole machine. Several products share a part number, so this never says "certain".
 */
export function productOfCores(midrs: readonly Midr[], cpus: number | undefined): Product | undefined {
	const parts = new Set(midrs.filter(({ implementer }) => implementer === PHYTIUM).map(({ part }) => part));
	if (parts.size > 0) return phytium(midrs, parts, cpus);
	const huawei = new Set(midrs.filter(({ implementer }) => implementer === HUAWEI).map(({ part }) => part));
	return huawei.size > 0 ? huaweiProduct(huawei, midrs.length > 1) : undefined;
}

/** Parts that a named model can have. A name on other cores comes from a mistaken table or from another machine. */
export function partsOfModel(model: string): readonly number[] | undefined {
	return PARTS.find(([pattern]) => pattern.test(model))?.[1];
}

const PARTS: readonly (readonly [RegExp, readonly number[]])[] = [
	[/^FT-1500A/u, [0x660]],
	[/^FT-2000A/u, [0x661]],
	[/^FT-2000\+/u, [0x662]],
	[/^FT-2000\/4/u, [0x663]],
	[/^D2000/u, [0x663]],
	[/^S2500/u, [0x663]],
	[/^E2000/u, [0x303, 0x664]],
	[/^D3000/u, [0x862]],
	[/^S5000/u, [0x862]],
	[/^Kunpeng 920/u, [0xd01, 0xd02, 0xd03, 0xd22]],
	[/^Kunpeng 950/u, [0xd06]],
	[/^Kirin 9(?:80|90)/u, [0xd40, 0xd05]],
];

function phytium(midrs: readonly Midr[], parts: ReadonlySet<number>, cpus: number | undefined): Product | undefined {
	if (parts.has(0x303) || parts.has(0x664)) {
		const count = (part: number) => midrs.find((midr) => midr.part === part)?.count;
		const quad = cpus === 4 && count(0x303) === 2 && count(0x664) === 2;
		if (quad) return { model: 'E2000Q', confidence: 'likely' };
		// The E2000D has two small cores and no big ones, the E2000S one.
		const dual = cpus === 2 && count(0x303) === 2;
		return { model: dual ? 'E2000D' : 'E2000', confidence: 'guess' };
	}
	if (parts.size > 1) return undefined;
	if (parts.has(0x660)) {
		const suffix = cpus === 4 || cpus === 16 ? `/${cpus}` : '';
		return { model: `FT-1500A${suffix}`, confidence: 'likely' };
	}
	if (parts.has(0x661)) return { model: 'FT-2000A', confidence: 'likely' };
	if (parts.has(0x662)) return { model: 'FT-2000+/64', confidence: 'likely' };
	if (parts.has(0x663)) return sharedCore(cpus);
	if (!parts.has(0x862) || cpus === undefined) return undefined;
	if (cpus === 8) return { model: 'D3000', confidence: 'guess' };
	return cpus >= 16 && cpus % 16 === 0 ? { model: 'S5000C', confidence: 'guess' } : undefined;
}

/** FT-2000/4, D2000 and S2500 have the same core: only a whole machine's usual number of cores hints at one of them. */
function sharedCore(cpus: number | undefined): Product | undefined {
	if (cpus === 4) return { model: 'FT-2000/4', confidence: 'guess' };
	if (cpus === 8) return { model: 'D2000', confidence: 'guess' };
	return cpus !== undefined && cpus >= 64 && cpus % 64 === 0 ? { model: 'S2500', confidence: 'guess' } : undefined;
}

function huaweiProduct(parts: ReadonlySet<number>, mixed: boolean): Product | undefined {
	if (parts.has(0xd42)) return { model: 'Kirin 9000S', confidence: 'likely' };
	if (parts.has(0xd40) || parts.has(0xd41)) return { model: 'Kirin', confidence: 'guess' };
	if (mixed) return undefined;
	if (parts.has(0xd01)) return { model: 'Kunpeng 920', confidence: 'likely' };
	if (parts.has(0xd06)) return { model: 'Kunpeng 950', confidence: 'likely' };
	// Later generations went on under the name 920.
	return [0xd02, 0xd03, 0xd22].some((part) => parts.has(part))
		? { model: 'Kunpeng 920', confidence: 'guess' }
		: undefined;
}
