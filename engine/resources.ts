import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files that come with the product, in a checkout and in a package alike. */
export interface Resources {
	readonly root: string;
	readonly suites: string;
	/** The page; null when it has not been built. */
	readonly renderer: string | null;
	/** null where there is none for this architecture. */
	readonly supervisor: string | null;
	readonly kernels: string | null;
	/** better-sqlite3 built for glibc 2.17 and later; null: use the package's own. */
	readonly databaseAddon: string | null;
}

export function findResources(): Resources {
	const root = rootAbove(dirname(fileURLToPath(import.meta.url)));
	const binary = (folder: string, name: string) =>
		existing(join(root, 'build', folder, 'bin', `linux-${nativeArch()}`, name));
	return {
		root,
		suites: join(root, 'test-suites'),
		renderer: existing(join(root, 'renderer', 'dist')),
		supervisor: binary('supervisor', 'shipei-supervisor'),
		kernels: binary('kernels', 'shipei-kernels'),
		databaseAddon: binary('addon', 'better_sqlite3.node'),
	};
}

function rootAbove(start: string): string {
	for (let folder = start; ; folder = dirname(folder)) {
		if (existsSync(join(folder, 'test-suites')) && existsSync(join(folder, 'package.json'))) return folder;
		if (folder === dirname(folder))
			throw new Error(`test-suites was not found above ${start}: the installation is incomplete`);
	}
}

function existing(path: string): string | null {
	return existsSync(path) ? path : null;
}

function nativeArch(): string {
	return process.arch === 'mipsel' ? 'mips64el' : process.arch;
}
