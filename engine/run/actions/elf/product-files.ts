import { lstatSync } from 'node:fs';
import type { Product, ProductPackage } from '../../../../contract/product.ts';
import { type CommandResult, runCommand } from '../../../process/index.ts';

export interface ProductFiles {
	/** Regular files, absolute. */
	readonly files: readonly string[];
	/** Packages that are not installed here, or of which nobody can tell what they installed. */
	readonly unknown: readonly string[];
}

/**
 * What the packages of a product put on this machine, as the package manager lists it; of what needs no installing (an
 * AppImage, a bare program) the file itself. Nothing of the packages is executed.
 */
export async function productFiles(product: Product, signal: AbortSignal): Promise<ProductFiles> {
	const files: string[] = [];
	const unknown: string[] = [];
	for (const entry of product.packages) {
		const listed = await filesOf(entry, signal);
		if (listed === null) unknown.push(entry.name);
		else files.push(...listed.filter(isRegularFile));
	}
	return { files: [...new Set(files)], unknown };
}

async function filesOf({ file, format }: ProductPackage, signal: AbortSignal): Promise<string[] | null> {
	if (file === undefined) return null;
	if (format !== 'deb' && format !== 'rpm') return [file];
	const { nameOf, filesOf } = MANAGERS[format];
	const name = wholeAnswer(await runCommand([...nameOf, file], { signal }))?.trim();
	if (name === undefined || name === '') return null;
	const list = wholeAnswer(await runCommand([...filesOf, name], { signal, maxBytes: 64 * 1024 * 1024 }));
	return list?.split('\n').filter((line) => line.startsWith('/')) ?? null;
}

// What stands in braces is the managers' own language, not ours.
const MANAGERS = {
	deb: { nameOf: ['dpkg-deb', '--showformat=${Package}', '--show'], filesOf: ['dpkg-query', '--listfiles'] },
	rpm: { nameOf: ['rpm', '-qp', '--queryformat', '%{NAME}'], filesOf: ['rpm', '-ql'] },
} as const;

function wholeAnswer({ state, exitCode, stdout, truncated }: CommandResult): string | null {
	return state === 'exited' && exitCode === 0 && !truncated ? stdout : null;
}

function isRegularFile(path: string): boolean {
	return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
