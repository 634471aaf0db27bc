import { globSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ActionWith } from '../../../../contract/actions.ts';
import { type Action, type ActionResult, type ActionTools, errored, failed, keepText, PASSED } from '../action.ts';
import { isFound, loaderFolders } from './library-folders.ts';
import { productFiles } from './product-files.ts';
import { type ElfFile, readElf } from './read-elf.ts';

interface Found {
	readonly path: string;
	readonly elf: ElfFile;
}

/**
 * Looks at ELF files statically: instruction set, C library floor, alignment of segments, libraries that are not there.
 * Folders are searched through; unless files are named, it is what the product's packages installed. Nothing found to
 * look at is an error of the test, never a pass.
 */
export const auditElf: Action<'elf.audit'> = async (given, tools) => {
	const paths = given.files === undefined ? await installedFiles(tools) : namedFiles(given.files, tools);
	if ('status' in paths) return paths;
	const found: Found[] = [];
	const damaged: string[] = [];
	for (const path of paths) {
		if (tools.signal.aborted) return PASSED;
		try {
			const elf = readElf(path);
			if (elf !== null) found.push({ path, elf });
		} catch (error) {
			damaged.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	const evidence = [
		keepText(tools.journal, 'elf-audit.json', `${JSON.stringify(found, null, '\t')}\n`, 'application/json'),
	];
	if (damaged.length > 0) return { ...errored('elf.damaged', DAMAGED, damaged.join('\n').slice(0, 2000)), evidence };
	if (found.length === 0) return { ...errored('elf.none', NONE, given.files?.join(', ') ?? 'product'), evidence };
	const problem = problemOf(given, found);
	return problem === null ? { ...PASSED, evidence } : { ...problem, evidence };
};

// A name that stands for nothing is a mistake in the suite, whatever the other names stand for.
function namedFiles(names: readonly string[], { path }: ActionTools): string[] | ActionResult {
	const absent = names.find((name) => filesOf([path(name)]).length === 0);
	if (absent !== undefined) return errored('elf.none', NONE, absent);
	return filesOf(names.map((name) => path(name)));
}

async function installedFiles({ run, signal }: ActionTools): Promise<readonly string[] | ActionResult> {
	const { product } = run.plan;
	if (product === null || product.packages.length === 0) return errored('elf.no-product', NO_PRODUCT, '∅');
	const { files, unknown } = await productFiles(product, signal);
	return unknown.length === 0 ? files : errored('elf.not-installed', NOT_INSTALLED, unknown.join(', '));
}

function problemOf(given: ActionWith<'elf.audit'>, found: readonly Found[]) {
	const folders = given.libraries === undefined ? [] : [...given.libraries, ...loaderFolders()];
	const own = new Set(found.map(({ path }) => dirname(path)));
	for (const { path, elf } of found) {
		if (given.isa !== undefined && elf.isa !== given.isa)
			return failed('elf.isa', ISA, given.isa, `${path}: ${elf.isa}`);
		const floor = highestGlibc(elf);
		if (given.glibcMax !== undefined && floor !== null && compareVersions(floor, given.glibcMax) > 0) {
			return failed('elf.glibc', GLIBC, `GLIBC ≤ ${given.glibcMax}`, `${path}: GLIBC_${floor}`);
		}
		if (given.pageSize !== undefined && elf.alignment !== null && elf.alignment < given.pageSize) {
			return failed('elf.alignment', ALIGNMENT, `≥ ${given.pageSize}`, `${path}: ${elf.alignment}`);
		}
		const missing =
			given.libraries === undefined
				? []
				: elf.needed.filter((name) => !isFound(name, [...folders, ...own, ...ownPaths(path, elf)]));
		if (missing.length > 0) return failed('elf.library', LIBRARY, missing.join(', '), `${path}: not found`);
	}
	return null;
}

/** $ORIGIN in a search path is the folder of the file itself. */
function ownPaths(path: string, { searchPaths }: ElfFile): string[] {
	return searchPaths.flatMap((list) => list.split(':')).map((entry) => entry.replace(/\$\{?ORIGIN\}?/u, dirname(path)));
}

/** Highest GLIBC_x.y that a file asks for; null when it asks for none (static, or another C library). */
export function highestGlibc({ versions }: ElfFile): string | null {
	const found = Object.values(versions)
		.flat()
		.flatMap((name) => /^GLIBC_(\d+(?:\.\d+)*)$/u.exec(name)?.[1] ?? []);
	return found.sort(compareVersions).at(-1) ?? null;
}

export function compareVersions(left: string, right: string): number {
	const [a, b] = [left.split('.').map(Number), right.split('.').map(Number)];
	for (let index = 0; index < Math.max(a.length, b.length); index++) {
		const difference = (a[index] ?? 0) - (b[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** Files as given, those that match, and every file below a folder; links are not followed out of it. */
function filesOf(patterns: readonly string[]): string[] {
	const paths = patterns.flatMap((pattern) => (/[*?[]/u.test(pattern) ? globSync(pattern) : [pattern]));
	return paths.flatMap((path) => {
		const stat = statSync(path, { throwIfNoEntry: false });
		if (stat?.isDirectory() === true)
			return globSync('**/*', { cwd: path })
				.map((name) => `${path}/${name}`)
				.filter(isRegularFile);
		return stat?.isFile() === true ? [path] : [];
	});
}

function isRegularFile(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

const ISA = { zh: '文件的指令集与本机不符。', en: 'A file is for another instruction set.' };
const GLIBC = { zh: '文件要求的 glibc 版本高于允许的版本。', en: 'A file asks for a newer glibc than allowed.' };
const ALIGNMENT = {
	zh: '文件的段对齐小于本机的内存页，无法装载。',
	en: 'Segments of a file are aligned to less than the page size: it cannot be loaded.',
};
const LIBRARY = { zh: '文件依赖的库在本机找不到。', en: 'A library that a file needs is not on this machine.' };
const DAMAGED = { zh: 'ELF 文件已损坏，无法读取。', en: 'An ELF file is damaged and cannot be read.' };
const NO_PRODUCT = {
	zh: '没有指明要检查的文件，也没有给出被测产品的安装包。',
	en: 'No files are named, and no package of a product was given.',
};
const NOT_INSTALLED = {
	zh: '被测产品的安装包没有安装在本机，无从得知它的文件。',
	en: 'A package of the product is not installed here, so its files are not known.',
};
const NONE = { zh: '没有找到任何 ELF 文件可供检查。', en: 'No ELF file was found to look at.' };
