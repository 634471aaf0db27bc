import type { TestedProduct } from './matrix-data.ts';
import type { MatrixEntry } from './matrix-entry.ts';
import { compareKnown, type Platform } from './platform.ts';
import { STANDINGS } from './standing.ts';

/** What the matrix can be narrowed by; names as they stand in the address. */
export const FACETS = ['category', 'vendor', 'cpu', 'os', 'verdict', 'assurance', 'origin'] as const;
export type Facet = (typeof FACETS)[number];
export type Facets = ReadonlyMap<string, readonly string[]>;

/** In the place of what a report does not say. */
export const UNKNOWN = '?';
const SELF = 'self_attested';

/** Whether a product and a platform are among those that were asked for. */
export function isInRange(product: TestedProduct | null, platform: Platform, facets: Facets): boolean {
	const category = product === null ? 'machine' : product.category;
	return (
		isChosen(facets, 'category', [category]) &&
		isChosen(facets, 'vendor', [product?.vendor ?? null]) &&
		isPlatformInRange(platform, facets)
	);
}

export function isPlatformInRange(platform: Platform, facets: Facets): boolean {
	return isChosen(facets, 'cpu', cpuNames(platform)) && isChosen(facets, 'os', systemNames(platform));
}

/** Whether the cells may show a report: by whom it was made and where it comes from. */
export function isShown({ summary, result }: MatrixEntry, facets: Facets, thirdPartyOnly: boolean): boolean {
	return (
		!(thirdPartyOnly && summary.assuranceLevel === SELF) &&
		isChosen(facets, 'assurance', [summary.assuranceLevel]) &&
		isChosen(facets, 'origin', [result.origin])
	);
}

/** What there is to choose from: what the reports say, and what was chosen before. */
export function facetOptions(entries: readonly MatrixEntry[], facets: Facets): ReadonlyMap<Facet, readonly string[]> {
	const said = (facet: Facet, valuesOf: (entry: MatrixEntry) => readonly (string | null)[]) =>
		[
			facet,
			[...new Set([...entries.flatMap((entry) => valuesOf(entry).map(known)), ...(facets.get(facet) ?? [])])].sort(
				(a, b) => Number(a === UNKNOWN) - Number(b === UNKNOWN) || compareKnown(a, b),
			),
		] as const;
	return new Map<Facet, readonly string[]>([
		said('category', ({ summary }) => [summary.product === null ? 'machine' : summary.product.category]),
		said('vendor', ({ summary }) => [summary.product?.vendor ?? null]),
		said('cpu', ({ platform }) => cpuNames(platform)),
		said('os', ({ platform }) => systemNames(platform)),
		['verdict', STANDINGS],
		said('assurance', ({ summary }) => [summary.assuranceLevel]),
		['origin', ['own', 'imported']],
	]);
}

/** A maker stands for all of its families, a family for itself. */
function cpuNames({ cpuVendor, cpu }: Platform): (string | null)[] {
	return cpuVendor === null ? [cpu] : [cpuVendor, cpu];
}

/** A system's name stands for all of its versions. */
function systemNames({ osName, osVersion }: Platform): (string | null)[] {
	return osName === null || osVersion === null ? [osName] : [osName, `${osName} ${osVersion}`];
}

function isChosen(facets: Facets, facet: Facet, values: readonly (string | null)[]): boolean {
	const chosen = facets.get(facet) ?? [];
	return chosen.length === 0 || values.some((value) => chosen.includes(known(value)));
}

function known(value: string | null): string {
	return value === null || value === '' ? UNKNOWN : value;
}
