/**
 * node build/freestanding/build-program.ts build/<program>            builds bin/ and manifest.json for all targets
 * node build/freestanding/build-program.ts build/<program> --check    rebuilds elsewhere; fails unless the bytes are equal
 *                                                                     (one target only, when its id follows)
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compileProgram, type Program, readProgram } from './compile-program.ts';
import { readToolchain, requireToolchain, type Toolchain } from './toolchain.ts';

interface Manifest {
	readonly program: string;
	readonly version: string;
	readonly compiler: string;
	readonly files: readonly ManifestFile[];
}

interface ManifestFile {
	readonly target: string;
	readonly path: string;
	readonly bytes: number;
	readonly sha256: string;
}

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
	const [folder, mode, only] = args;
	if (folder === undefined || (mode !== undefined && mode !== '--check')) {
		throw new Error('usage: build-program.ts FOLDER [--check [TARGET]]');
	}
	const toolchain = readToolchain();
	requireToolchain(toolchain);
	await (mode === '--check' ? check(narrow(toolchain, only), resolve(folder)) : build(toolchain, resolve(folder)));
}

function narrow(toolchain: Toolchain, only: string | undefined): Toolchain {
	const targets = toolchain.targets.filter((target) => only === undefined || target.id === only);
	if (targets.length === 0) throw new Error(`there is no target ${only}`);
	return { ...toolchain, targets };
}

async function build(toolchain: Toolchain, folder: string): Promise<void> {
	const manifest = await compileAll(toolchain, folder, join(folder, 'bin'));
	writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
	for (const file of manifest.files) console.log(`${file.sha256.slice(0, 16)} ${file.bytes} ${file.path}`);
}

async function check(toolchain: Toolchain, folder: string): Promise<void> {
	const elsewhere = mkdtempSync(join(tmpdir(), 'shipei-rebuild-'));
	try {
		const rebuilt = await compileAll(toolchain, folder, elsewhere);
		const committed = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
		for (const file of rebuilt.files) {
			const expected = committed.files.find((entry) => entry.target === file.target)?.sha256;
			if (expected === file.sha256) continue;
			console.error(`${file.path}: manifest says ${expected ?? 'nothing'}, rebuilding gives ${file.sha256}`);
			process.exitCode = 1;
		}
		if (rebuilt.version !== committed.version || rebuilt.compiler !== committed.compiler) {
			console.error(`manifest describes ${committed.version} by ${committed.compiler}`);
			process.exitCode = 1;
		}
		const count = rebuilt.files.length;
		if (process.exitCode !== 1) console.log(`${count} ${count === 1 ? 'file is' : 'files are'} byte for byte the same`);
	} finally {
		rmSync(elsewhere, { recursive: true, force: true });
	}
}

async function compileAll(toolchain: Toolchain, folder: string, output: string): Promise<Manifest> {
	const program = readProgram(folder);
	const files: ManifestFile[] = [];
	for (const target of toolchain.targets) {
		const path = join(output, target.id, program.name);
		await compileProgram(toolchain, target, folder, path);
		files.push(describe(target.id, program, readFileSync(path)));
	}
	return { program: program.name, version: program.version, compiler: toolchain.compiler.package, files };
}

function describe(target: string, program: Program, bytes: Buffer): ManifestFile {
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	return { target, path: `bin/${target}/${program.name}`, bytes: bytes.length, sha256 };
}
