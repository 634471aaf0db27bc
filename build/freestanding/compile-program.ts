import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Target, Toolchain } from './toolchain.ts';

/** `program.json` in a program's folder: its name and the sources that need something special. */
export interface Program {
	readonly name: string;
	readonly version: string;
	/** Compiled for one architecture only, or with more than its lowest instruction set. Keyed by path under `src/`. */
	readonly special: Readonly<Record<string, { readonly target: string; readonly flags: readonly string[] }>>;
}

const run = promisify(execFile);
const runtimeFolder = dirname(fileURLToPath(import.meta.url));
const repository = resolve(runtimeFolder, '../..');

export function readProgram(folder: string): Program {
	return JSON.parse(readFileSync(join(folder, 'program.json'), 'utf8')) as Program;
}

/**
 * Compiles every C file of `<folder>/src` and of the runtime for one target and links them into `output`.
 * Same sources and same tools give the same bytes, wherever the repository lies.
 */
export async function compileProgram(
	toolchain: Toolchain,
	target: Target,
	folder: string,
	output: string,
): Promise<void> {
	const objects = mkdtempSync(join(tmpdir(), 'shipei-compile-'));
	try {
		const sources = sourcesFor(target, folder);
		const files = sources.map((source, index) => join(objects, `${index}-${basename(source.path)}.o`));
		await compileAll(toolchain, target, sources, files);
		mkdirSync(dirname(output), { recursive: true });
		const link = ['-e', target.entry, ...toolchain.linkerFlags, '-o', output, ...files];
		await run(toolchain.linker.command, link, { cwd: repository });
	} finally {
		rmSync(objects, { recursive: true, force: true });
	}
}

/** As many compilers at a time as there are processors. */
async function compileAll(
	toolchain: Toolchain,
	target: Target,
	sources: readonly Source[],
	objects: readonly string[],
): Promise<void> {
	const left = sources.map((source, index) => compilerArguments(toolchain, target, source, objects[index] ?? ''));
	const compileNext = async (): Promise<void> => {
		for (let args = left.pop(); args !== undefined; args = left.pop()) {
			await run(toolchain.compiler.command, args, { cwd: repository });
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, compileNext));
}

interface Source {
	readonly path: string;
	readonly flags: readonly string[];
}

function sourcesFor(target: Target, folder: string): Source[] {
	const { special } = readProgram(folder);
	const own = cFilesIn(join(folder, 'src')).flatMap((file): Source[] => {
		const rule = special[file];
		if (rule !== undefined && rule.target !== target.id) return [];
		return [{ path: join(folder, 'src', file), flags: rule?.flags ?? [] }];
	});
	const runtime = cFilesIn(runtimeFolder).map((file): Source => ({ path: join(runtimeFolder, file), flags: [] }));
	return [...runtime, ...own];
}

function cFilesIn(folder: string): string[] {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return names.filter((name) => name.endsWith('.c')).sort();
}

function compilerArguments(toolchain: Toolchain, target: Target, source: Source, object: string): string[] {
	return [
		`--target=${target.triple}`,
		...target.flags,
		...source.flags,
		...toolchain.flags,
		'-isystem',
		join(ownHeaders(toolchain), 'include'),
		'-I',
		runtimeFolder,
		`-ffile-prefix-map=${repository}=.`,
		'-c',
		'-o',
		object,
		source.path,
	];
}

/** The headers that belong to the compiler itself (vector intrinsics); no others are visible. */
function ownHeaders(toolchain: Toolchain): string {
	return execFileSync(toolchain.compiler.command, ['-print-resource-dir'], { encoding: 'utf8' }).trim();
}
