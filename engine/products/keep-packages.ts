import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { ShipeiError } from '../../contract/errors.ts';
import type { Product, ProductPackage } from '../../contract/product.ts';
import { readProduct } from './read-product.ts';

/**
 * The product with its packages copied below `directory`, by digest: the file it was read from may lie on a stick, or in
 * a browser's transfer folder that ends with the server. A package whose file is gone keeps its facts only.
 * Errors: product.changed when the file is not the one that was read, and those of reading it.
 */
export async function keepPackages(product: Product, directory: string): Promise<Product> {
	const packages = await Promise.all(product.packages.map((entry) => keepOne(entry, directory)));
	return { ...product, packages };
}

async function keepOne(entry: ProductPackage, directory: string): Promise<ProductPackage> {
	const { file, digest } = entry;
	if (file === undefined || !existsSync(file) || isInside(file, directory)) return entry;
	const folder = join(resolve(directory), digest.sha256);
	const kept = join(folder, basename(entry.name));
	if (!existsSync(kept)) await copyChecked(file, kept, digest.sha256);
	return { ...entry, file: kept };
}

async function copyChecked(file: string, kept: string, sha256: string): Promise<void> {
	const half = `${kept}.half`;
	await mkdir(resolve(kept, '..'), { recursive: true });
	try {
		await copyFile(file, half, constants.COPYFILE_FICLONE);
		const { package: copied } = await readProduct(half);
		if (copied.digest.sha256 !== sha256) throw new ShipeiError('product.changed', { file });
		await rename(half, kept);
	} finally {
		await rm(half, { force: true });
	}
}

function isInside(file: string, directory: string): boolean {
	return !relative(resolve(directory), resolve(file)).startsWith('..');
}
