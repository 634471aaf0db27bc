import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A command that was found on this machine. */
export interface FoundTool {
	readonly path: string;
	readonly version: string | null;
}

/** Where the commands that suites name are found. The composer may answer for commands that it brings along. */
export interface ToolLookup {
	find(name: string): FoundTool | null;
}

/** Administrators' tools (smartctl, dmidecode) lie outside a plain user's PATH, but every step gets these folders. */
export function systemPath(): string {
	return [
		process.env['PATH'] ?? '',
		'/usr/local/sbin',
		'/usr/local/bin',
		'/usr/sbin',
		'/usr/bin',
		'/sbin',
		'/bin',
	].join(delimiter);
}

/** The name by which suites ask for the built-in kernels. */
const KERNELS = 'shipei-kernels';

/** Adds the program that the application brings along; null: it has none for this machine. */
export function withKernels(tools: ToolLookup, kernels: string | null): ToolLookup {
	return {
		find: (name) => (name !== KERNELS ? tools.find(name) : kernels === null ? null : { path: kernels, version: null }),
	};
}

/** Looks along a PATH, as the shell does; nothing is started. An absolute name is looked at directly. */
export function pathLookup(searched: string): ToolLookup {
	const known = new Map<string, FoundTool | null>();
	return {
		find(name) {
			const cached = known.get(name);
			if (cached !== undefined) return cached;
			const found = locate(name, searched.split(delimiter));
			known.set(name, found);
			return found;
		},
	};
}

function locate(name: string, folders: readonly string[]): FoundTool | null {
	const places = name.includes('/')
		? [name]
		: folders.filter((folder) => folder !== '').map((folder) => join(folder, name));
	const path = places.find(isExecutable);
	return path === undefined ? null : { path, version: null };
}

function isExecutable(path: string): boolean {
	if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		// There, but not for us to execute: as good as missing.
		return false;
	}
}
