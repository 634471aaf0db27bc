import { createReadStream, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Digest } from '../../contract/digest.ts';
import { ShipeiError } from '../../contract/errors.ts';
import type { Product, ProductPackage } from '../../contract/product.ts';
import { createDigest } from '../crypto/index.ts';
import { type FileWindow, openWindow } from './file-window.ts';
import { isAppImage, readAppImage } from './formats/read-appimage.ts';
import { isDeb, readDeb } from './formats/read-deb.ts';
import { isRpm, readRpm } from './formats/read-rpm.ts';
import { isZip, readZip } from './formats/read-zip.ts';
import { nameFacts } from './name-facts.ts';
import type { PackageFacts } from './package-facts.ts';
import { productId } from './product-id.ts';

export interface ReadProduct {
	package: ProductPackage;
	product: Product;
}

/** Reads a package file: its digests, and what its own metadata says. Nothing of it is executed or installed. */
export async function readProduct(path: string): Promise<ReadProduct> {
	const file = resolve(path);
	const { size } = regularFile(file);
	const facts = withNameFacts(basename(file), readFacts(file));
	const digest = await digestOf(file);
	const entry: ProductPackage = {
		name: basename(file),
		file,
		size,
		digest,
		...(facts.arch === '' ? {} : { arch: facts.arch }),
		format: facts.format,
	};
	return { package: entry, product: productOf(facts, entry) };
}

function regularFile(file: string): { size: number } {
	const stat = statSync(file, { throwIfNoEntry: false });
	if (stat === undefined) throw new ShipeiError('product.no-file', { file });
	if (!stat.isFile()) throw new ShipeiError('product.not-a-file', { file });
	return stat;
}

function readFacts(file: string): PackageFacts {
	let window: FileWindow;
	try {
		window = openWindow(file);
	} catch (error) {
		throw new ShipeiError('product.unreadable', { file, reason: (error as Error).message }, { cause: error });
	}
	const start = window.read(0, 512);
	const format = formatOf(start, file);
	try {
		return format === 'deb'
			? readDeb(window)
			: format === 'rpm'
				? readRpm(window)
				: format === 'zip'
					? readZip(window)
					: format === 'appimage'
						? readAppImage(start)
						: { format, name: '', version: '', vendor: '', arch: '' };
	} catch (error) {
		throw new ShipeiError('product.damaged', { file, format, reason: (error as Error).message }, { cause: error });
	} finally {
		window.close();
	}
}

/** By content; a tar that is packed shows only in its name. */
function formatOf(start: Uint8Array, file: string): NonNullable<ProductPackage['format']> {
	if (isDeb(start)) return 'deb';
	if (isRpm(start)) return 'rpm';
	if (isAppImage(start)) return 'appimage';
	if (isZip(start)) return 'zip';
	const tar = Buffer.from(start.subarray(257, 262)).toString('latin1') === 'ustar';
	return tar || /\.(?:tar(?:\.\w+)?|tgz|txz|tbz2?)$/iu.test(file) ? 'tar' : 'other';
}

/** The package's own words first; where it says nothing, what its file name seems to say. */
function withNameFacts(name: string, facts: PackageFacts): PackageFacts {
	const guessed = nameFacts(name);
	return {
		...facts,
		name: facts.name || guessed.name,
		version: facts.version || guessed.version,
		arch: facts.arch || guessed.arch,
	};
}

async function digestOf(file: string): Promise<Digest> {
	const running = createDigest();
	try {
		for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) running.update(chunk as Buffer);
	} catch (error) {
		throw new ShipeiError('product.unreadable', { file, reason: (error as Error).message }, { cause: error });
	}
	return running.digest();
}

function productOf({ name, version, vendor, arch }: PackageFacts, entry: ProductPackage): Product {
	return {
		id: productId(vendor, name, version),
		name,
		vendor,
		version,
		category: 'application',
		...(arch === '' ? {} : { arch }),
		packages: [entry],
	};
}
