import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepPackages, readProduct } from '../../../engine/products/index.ts';

let directory: string;
let file: string;
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'shipei-packages-'));
	file = join(directory, '示例文档-3.2.1.bin');
	writeFileSync(file, 'the package');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

it('a package stays when the file that it was read from is gone', async () => {
	const { product } = await readProduct(file);
	const kept = await keepPackages(product, join(directory, 'packages'));
	rmSync(file);
	const [entry] = kept.packages;
	expect(entry).toEqual({ ...product.packages[0], file: entry?.file });
	expect(readFileSync(entry?.file ?? '', 'utf8')).toBe('the package');
	expect(await keepPackages(kept, join(directory, 'packages'))).toEqual(kept);
});

it('a file that changed since it was read is refused, and nothing of it is kept', async () => {
	const { product } = await readProduct(file);
	writeFileSync(file, 'another package');
	await expect(keepPackages(product, join(directory, 'packages'))).rejects.toMatchObject({ code: 'product.changed' });
	const folder = join(directory, 'packages', product.packages[0]?.digest.sha256 ?? '');
	expect(existsSync(join(folder, '示例文档-3.2.1.bin'))).toBe(false);
	expect(existsSync(join(folder, '示例文档-3.2.1.bin.half'))).toBe(false);
});

it('a name that leads elsewhere ends in the folder all the same, and a missing file keeps its facts', async () => {
	const { product } = await readProduct(file);
	const [entry] = product.packages;
	if (entry === undefined) throw new Error('no package was read');
	const outside = { ...product, packages: [{ ...entry, name: '../../outside.bin' }] };
	const kept = await keepPackages(outside, join(directory, 'packages'));
	expect(kept.packages[0]?.file).toBe(join(directory, 'packages', entry.digest.sha256, 'outside.bin'));
	const gone = { ...product, packages: [{ ...entry, file: join(directory, 'gone.bin') }] };
	expect(await keepPackages(gone, join(directory, 'packages'))).toEqual(gone);
});
