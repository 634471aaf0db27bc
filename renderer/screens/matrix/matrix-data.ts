import type { RunSummary } from '../../../contract/run.ts';
import type { MatrixEntry } from './matrix-entry.ts';
import { compareKnown, comparePlatforms, type Platform } from './platform.ts';

/** A product, or one of its versions. */
export interface MatrixRow {
	readonly key: string;
	/** null: the machine itself was tested. */
	readonly name: string | null;
	readonly vendor: string;
	/** null on a product with several versions. */
	readonly version: string | null;
	/** Its versions, newest first; empty where there is but one. */
	readonly versions: readonly MatrixRow[];
}

/** As a report names it. */
export type TestedProduct = Pick<
	NonNullable<MatrixEntry['summary']['product']>,
	'name' | 'version' | 'vendor' | 'category'
>;

/** An own run of a product on a platform that is not over yet. */
export interface RunningTest {
	readonly run: RunSummary;
	readonly product: TestedProduct | null;
	readonly platform: Platform;
}

export interface Matrix {
	readonly products: readonly MatrixRow[];
	readonly columns: readonly Platform[];
	/** By {@link cellKey}: the one that counts first. A product's cell has the entries of all its versions. */
	readonly cells: ReadonlyMap<string, readonly MatrixEntry[]>;
	readonly running: ReadonlyMap<string, RunningTest>;
}

/**
 * Products by platforms. `shown` are the entries that the cells show; rows and columns are those of all `entries`, so that
 * a gap stays a gap. `moreColumns` stand there although nothing was tested on them.
 */
export function matrixOf(
	entries: readonly MatrixEntry[],
	more: {
		readonly shown?: readonly MatrixEntry[];
		readonly running?: readonly RunningTest[];
		readonly moreColumns?: readonly Platform[];
	} = {},
): Matrix {
	const { shown = entries, running = [], moreColumns = [] } = more;
	const products = productRows([
		...entries.map(({ summary }) => summary.product),
		...running.map(({ product }) => product),
	]);
	const columns = new Map(
		[...entries, ...running, ...moreColumns.map((platform) => ({ platform }))].map(({ platform }) => [
			platform.key,
			platform,
		]),
	);
	return {
		products,
		columns: products.length === 0 ? [] : [...columns.values()].sort(comparePlatforms),
		cells: cellsOf(shown),
		running: new Map(
			running.flatMap((test) => rowKeys(test.product).map((row) => [cellKey(row, test.platform.key), test])),
		),
	};
}

export function cellKey(row: string, column: string): string {
	return `${row}\n${column}`;
}

/** null: the machine itself was tested. */
type Product = TestedProduct | null;

/** The product's key, then the version's. A product with one version is told by the latter alone. */
function rowKeys(product: Product): [string, string] {
	if (product === null) return ['', '\t'];
	const group = `${product.vendor}\t${product.name}`;
	return [group, `${group}\t${product.version}`];
}

function productRows(tested: readonly Product[]): MatrixRow[] {
	const groups = new Map<string, Map<string, Product>>();
	for (const product of tested) {
		const [group, version] = rowKeys(product);
		const versions = groups.get(group) ?? new Map<string, Product>();
		groups.set(group, versions.set(version, product));
	}
	return [...groups].map(([key, versions]) => productRow(key, versions)).sort(compareRows);
}

function productRow(key: string, versions: ReadonlyMap<string, Product>): MatrixRow {
	const rows = [...versions]
		.map(([versionKey, product]): MatrixRow => {
			const { name = null, vendor = '', version = null } = product ?? {};
			return { key: versionKey, name, vendor, version, versions: [] };
		})
		.sort((a, b) => compareKnown(b.version, a.version));
	const [first] = rows;
	if (first !== undefined && rows.length === 1) return first;
	return { key, name: first?.name ?? null, vendor: first?.vendor ?? '', version: null, versions: rows };
}

function compareRows(a: MatrixRow, b: MatrixRow): number {
	return compareKnown(a.name, b.name) || compareKnown(a.vendor, b.vendor);
}

function cellsOf(entries: readonly MatrixEntry[]): Matrix['cells'] {
	const cells = new Map<string, MatrixEntry[]>();
	for (const entry of entries) {
		for (const row of rowKeys(entry.summary.product)) {
			const key = cellKey(row, entry.platform.key);
			const cell = cells.get(key);
			if (cell === undefined) cells.set(key, [entry]);
			else cell.push(entry);
		}
	}
	for (const cell of cells.values()) cell.sort(compareEntries);
	return cells;
}

/** What was corrected counts no more; else the newest counts, and of one moment always the same one. */
function compareEntries(a: MatrixEntry, b: MatrixEntry): number {
	return (
		Number(a.superseded) - Number(b.superseded) ||
		Date.parse(b.summary.finishedOn) - Date.parse(a.summary.finishedOn) ||
		(a.result.reportId < b.result.reportId ? -1 : 1)
	);
}
