import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../../contract/methods.ts';

type Component = Output<'about.components'>[number];

/** The open-source packages in this installation: those of the program and those of its page, by name. */
export function componentsOf(root: string, renderer: string | null): Component[] {
	const found = [...programPackages(root), ...(renderer === null ? [] : pagePackages(renderer))];
	const unique = new Map(found.map((component) => [`${component.name} ${component.version}`, component]));
	return [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** A package carries the licence texts of what was bundled; a checkout has the lockfile. */
function programPackages(root: string): Component[] {
	const notices = [join(root, 'LICENSES.txt'), join(root, '..', 'LICENSES.txt')].find((file) => existsSync(file));
	if (notices !== undefined) return headings(notices, /^=+\n(\S+) (\S+) {2}\(([^)\n]*)\)$/gmu);
	const lock = join(root, 'package-lock.json');
	if (!existsSync(lock)) return [];
	const { packages } = JSON.parse(readFileSync(lock, 'utf8')) as { packages: Record<string, LockEntry> };
	return Object.entries(packages).flatMap(([path, { version, license, dev, devOptional }]) => {
		const name = path.split('node_modules/').at(-1) ?? '';
		if (name === '' || version === undefined || dev === true || devOptional === true) return [];
		return [{ name, version, licence: license ?? '' }];
	});
}

interface LockEntry {
	readonly version?: string;
	readonly license?: string;
	readonly dev?: boolean;
	readonly devOptional?: boolean;
}

/** Written by the page's build. */
function pagePackages(renderer: string): Component[] {
	const file = join(renderer, 'licenses.md');
	return existsSync(file) ? headings(file, /^## (\S+) - (\S+) \(([^)\n]*)\)$/gmu) : [];
}

function headings(file: string, pattern: RegExp): Component[] {
	return [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name = '', version = '', licence = '']) => ({
		name,
		version,
		licence,
	}));
}
