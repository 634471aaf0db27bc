import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

const ALWAYS = ['/lib', '/usr/lib', '/lib64', '/usr/lib64', '/usr/local/lib'];

/** Where the loader of this machine looks: its configuration and its built-in folders. */
export function loaderFolders(configuration = '/etc/ld.so.conf'): string[] {
	const multiarch = globSync(['/lib/*-linux-gnu*', '/usr/lib/*-linux-gnu*']);
	return [...new Set([...configuredFolders(configuration), ...multiarch, ...ALWAYS])];
}

/** True when a folder holds the library. */
export function isFound(library: string, folders: readonly string[]): boolean {
	return isAbsolute(library) ? existsSync(library) : folders.some((folder) => existsSync(join(folder, library)));
}

function configuredFolders(file: string, depth = 0): string[] {
	if (depth > 5 || !existsSync(file)) return [];
	return readFileSync(file, 'utf8')
		.split('\n')
		.map((line) => line.replace(/#.*/u, '').trim())
		.flatMap((line) => {
			const included = /^include\s+(\S+)/u.exec(line)?.[1];
			if (included === undefined) return isAbsolute(line) ? [line] : [];
			const pattern = isAbsolute(included) ? included : join(dirname(file), included);
			return globSync(pattern).flatMap((path) => configuredFolders(path, depth + 1));
		});
}
