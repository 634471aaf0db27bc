import { existsSync } from 'node:fs';
import { ShipeiError } from '../../contract/errors.ts';
import type { Product } from '../../contract/product.ts';
import type { Store } from '../store/index.ts';

/** The product that an operator names: a known id or name, else a package file, which is read. */
export async function resolveProduct(store: Store, named: string | undefined): Promise<Product | null> {
	if (named === undefined) return null;
	const known = store.products().filter((product) => product.id === named || product.name === named);
	if (known.length > 1)
		throw new ShipeiError('product.ambiguous', {
			product: named,
			found: known.map((product) => product.id).join(', '),
		});
	if (known[0] !== undefined) return known[0];
	if (!existsSync(named)) throw new ShipeiError('product.unknown', { product: named });
	const { readProduct } = await import('../products/index.ts');
	return (await readProduct(named)).product;
}
