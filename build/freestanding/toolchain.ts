import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One processor architecture we ship programs for. `flags` choose its lowest common instruction set. */
export interface Target {
	readonly id: string;
	readonly triple: string;
	readonly flags: readonly string[];
	readonly entry: string;
	readonly emulator: string;
}

/** The pinned compiler and everything that decides the bytes it makes. */
export interface Toolchain {
	readonly compiler: { readonly command: string; readonly version: string; readonly package: string };
	readonly linker: { readonly command: string; readonly package: string };
	readonly flags: readonly string[];
	readonly linkerFlags: readonly string[];
	readonly targets: readonly Target[];
}

export function readToolchain(): Toolchain {
	return JSON.parse(readFileSync(new URL('targets.json', import.meta.url), 'utf8')) as Toolchain;
}

/** Another compiler version makes other code, so its figures could not be compared: it is refused, not tried. */
export function requireToolchain(toolchain: Toolchain): void {
	for (const tool of [toolchain.compiler, toolchain.linker]) {
		const found = versionOf(tool.command);
		if (found.includes(` ${toolchain.compiler.version}`)) continue;
		throw new Error(
			`expected ${tool.command} ${toolchain.compiler.version} (apt install ${tool.package}), found: ${found}`,
		);
	}
}

function versionOf(command: string): string {
	try {
		return execFileSync(command, ['--version'], { encoding: 'utf8' }).split('\n', 1)[0] ?? '';
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
