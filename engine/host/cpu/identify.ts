import type { Confidence, Field } from '../../../contract/host/field.ts';
import { known, unknown } from '../field.ts';
import { type Product, partsOfModel, productOfCores } from './arm-products.ts';
import type { Claim } from './claims.ts';
import type { Midr } from './midr.ts';

export interface Identity {
	readonly vendorId: Field<string>;
	readonly vendorName: Field<string>;
	readonly model: Field<string>;
}

const VENDOR_NAMES: Readonly<Record<string, string>> = {
	phytium: 'Phytium 飞腾',
	huawei: 'Huawei 华为',
	loongson: 'Loongson 龙芯',
	hygon: 'Hygon 海光',
	zhaoxin: 'Zhaoxin 兆芯',
	sunway: 'Sunway 申威',
	alibaba: 'Alibaba 阿里巴巴',
	thead: 'T-Head 平头哥',
	intel: 'Intel',
	amd: 'AMD',
	ampere: 'Ampere',
	arm: 'Arm',
	other: 'other',
};

/** Weights of what speaks: the CPU's own registers before names, names before neighbours. */
const RANK: Readonly<Record<Claim['from'], number>> = {
	hardware: 6,
	firmware: 5,
	kernel: 4,
	tool: 3,
	tree: 2,
	board: 1,
};

export function identify(
	claims: readonly Claim[],
	midrs: readonly Midr[],
	cpus: number | undefined,
	virtual: boolean,
): Identity {
	const vendor = decideVendor(claims, virtual);
	const model = decideModel(claims, midrs, cpus, vendor.value, virtual);
	const vendorName: Field<string> =
		vendor.value === null
			? vendor
			: { ...vendor, value: VENDOR_NAMES[vendor.value] ?? vendor.value, conflicts: undefined };
	return { vendorId: vendor, vendorName: withoutUndefined(vendorName), model };
}

function decideVendor(claims: readonly Claim[], virtual: boolean): Field<string> {
	// Arm's own number only says who designed the core: anybody who names the chip's maker knows better.
	const makers = claims.filter(({ vendor }) => vendor !== 'arm');
	const ranked = byRank(makers.length > 0 ? makers : claims);
	const [best] = ranked;
	if (best === undefined) return unknown('no evidence names a CPU vendor');
	const others = ranked.filter(({ vendor }) => vendor !== best.vendor);
	const disputed = others.some(({ from }) => RANK[from] >= RANK.kernel);
	const confidence = disputed || best.from === 'board' ? lower(best.confidence) : best.confidence;
	const field = known(best.vendor, virtual ? weaker(confidence, 'likely') : confidence, ...best.evidence);
	if (others.length === 0) return field;
	const conflicts = others.map((claim) => ({ value: claim.vendor, source: claim.evidence[0]?.from ?? '' }));
	return { ...field, conflicts };
}

function decideModel(
	claims: readonly Claim[],
	midrs: readonly Midr[],
	cpus: number | undefined,
	vendor: string | null,
	virtual: boolean,
): Field<string> {
	// A guest sees its host's cores, but as many of them as it was given.
	const product = virtual ? guessed(productOfCores(midrs, undefined)) : productOfCores(midrs, cpus);
	const named = claims.filter((claim) => claim.model !== undefined && claim.vendor === vendor);
	const fitting = byRank(named.filter((claim) => fitsCores(claim.model ?? '', midrs)));
	const strangers = claims.filter((claim) => claim.model !== undefined && !fitting.includes(claim));
	const conflicts = strangers.map(asConflict);
	const best = mostSpecific(fitting);
	if (best?.model === undefined) return productField(product, midrs, conflicts, virtual);
	const rivals = fitting.filter((claim) => !extend(claim.model ?? '', best.model ?? ''));
	const confidence = confidenceOf(best, fitting, rivals, strangers, virtual);
	const field = completed(known(best.model, confidence, ...best.evidence), product, midrs);
	const all = [...conflicts, ...rivals.map(asConflict)];
	return all.length === 0 ? field : { ...field, conflicts: all };
}

function guessed(product: Product | undefined): Product | undefined {
	return product === undefined ? undefined : { ...product, confidence: 'guess' };
}

/** "phytium FT1500a" on sixteen cores of that kind is an FT-1500A/16. */
function completed(field: Field<string>, product: Product | undefined, midrs: readonly Midr[]): Field<string> {
	const { value } = field;
	if (value === null || product === undefined || product.confidence === 'guess') return field;
	if (product.model === value || !product.model.startsWith(value)) return field;
	const lines = midrs.flatMap(({ evidence }) => [...evidence]);
	return known(product.model, 'likely', ...field.evidence, ...lines);
}

function productField(
	product: Product | undefined,
	midrs: readonly Midr[],
	conflicts: NonNullable<Field<string>['conflicts']>,
	virtual: boolean,
): Field<string> {
	// Arm's own cores beside a maker's say least of which chip it is.
	const [makers, arms] = [true, false].map((own) => midrs.filter(({ implementer }) => (implementer !== 0x41) === own));
	const lines = [...(makers ?? []), ...(arms ?? [])].flatMap(({ evidence }) => [...evidence]);
	const field =
		product === undefined
			? unknown<string>(
					virtual ? 'virtual machine: its core type is shared by several products' : 'no evidence names the model',
					...lines,
				)
			: known(product.model, product.confidence, ...lines);
	return conflicts.length === 0 ? field : { ...field, conflicts };
}

function confidenceOf(
	best: Claim,
	fitting: readonly Claim[],
	rivals: readonly Claim[],
	strangers: readonly Claim[],
	virtual: boolean,
): Confidence {
	let confidence: Confidence = best.confidence;
	// Vendor kernels derive these names from the number of cores, and lscpu from a table of parts: not proof.
	const derived = fitting.every(({ from }) => from === 'tool' || from === 'tree' || from === 'board');
	const derivedByKernel = best.vendor === 'phytium' && !fitting.some(({ from }) => from === 'firmware');
	if ((derived && SHARED_PART_NAMES.has(best.vendor)) || derivedByKernel) confidence = weaker(confidence, 'likely');
	if (rivals.length > 0) confidence = weaker(confidence, 'likely');
	if (strangers.length > 0) confidence = weaker(confidence, 'likely');
	return virtual ? weaker(confidence, best.vendor === 'loongson' ? 'guess' : 'likely') : confidence;
}

/** Vendors whose part numbers cover several products. */
const SHARED_PART_NAMES = new Set(['phytium', 'huawei', 'alibaba', 'thead']);

function fitsCores(model: string, midrs: readonly Midr[]): boolean {
	const parts = partsOfModel(model);
	// Firmware is known to carry the register of another product: it contradicts no name.
	const seen = midrs.filter(({ implementer, fromFirmware }) => implementer !== 0x41 && fromFirmware !== true);
	return parts === undefined || seen.length === 0 || seen.some(({ part }) => parts.includes(part));
}

/** The highest-ranked name, or a longer form of it that another source gives ("Kunpeng 920" → "Kunpeng 920 5250"). */
function mostSpecific(ranked: readonly Claim[]): Claim | undefined {
	const [best] = ranked;
	return ranked
		.filter(({ model }) => extend(model ?? '', best?.model ?? ''))
		.reduce<Claim | undefined>(
			(longest, claim) => ((claim.model?.length ?? 0) > (longest?.model?.length ?? 0) ? claim : longest),
			best,
		);
}

function extend(one: string, other: string): boolean {
	return one.startsWith(other) || other.startsWith(one);
}

function asConflict(claim: Claim): { value: string; source: string } {
	return { value: claim.model ?? '', source: claim.evidence[0]?.from ?? '' };
}

function byRank(claims: readonly Claim[]): Claim[] {
	return [...claims].sort((one, other) => RANK[other.from] - RANK[one.from]);
}

function lower(confidence: Confidence): Confidence {
	return confidence === 'certain' ? 'likely' : 'guess';
}

function weaker(one: Confidence, other: Confidence): Confidence {
	const order: readonly Confidence[] = ['guess', 'likely', 'certain'];
	return order.indexOf(one) < order.indexOf(other) ? one : other;
}

function withoutUndefined(field: Field<string>): Field<string> {
	const { conflicts, ...rest } = field;
	return conflicts === undefined ? rest : { ...rest, conflicts };
}
