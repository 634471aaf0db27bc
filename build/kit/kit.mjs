// `npm run kit [-- --out DIR] [--no-archive]`: the headless kit for x64. One folder (and .tar.gz) with its own Node, the
// CLI, the server and its page, the suites and the native programs; runs where glibc is 2.28 or newer and nothing is
// installed. Same input, same bytes.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { licencesOf } from './licences.mjs';
import { writeSuiteList } from './suite-list.mjs';
import { writeSums } from './sums.mjs';

const ARCH = 'x64';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const out = resolve(option('--out') ?? 'dist/kit');
const name = `shipei-kit-${version}-linux-${ARCH}`;
const kit = join(out, name);

rmSync(kit, { recursive: true, force: true });
mkdirSync(kit, { recursive: true });
run(process.execPath, ['build/build.mjs', '--if-missing']);
const inputs = await bundleProgram(join(kit, 'app'));
copyApplication(join(kit, 'app'));
writeSuiteList(join(kit, 'app'));
copy('node_modules/node/bin/node', join(kit, 'node', 'bin', 'node'));
copyFonts(join(kit, 'fonts'));
copy('build/kit/shipei.sh', join(kit, 'shipei'));
for (const program of ['shipei', 'node/bin/node']) chmodSync(join(kit, program), 0o755);
copy('LICENSE', join(kit, 'LICENSE'));
copy('build/kit/README.txt', join(kit, 'README.txt'));
writeFileSync(join(kit, 'LICENSES.txt'), licencesOf(inputs));
writeSums(kit);
if (!process.argv.includes('--no-archive')) archive();
console.log(kit);

// The program as few JavaScript files; only the database addon's loader stays a package.
async function bundleProgram(app) {
	const result = await build({
		entryPoints: {
			shipei: 'cli/shipei.js',
			'ask-systeminformation': 'engine/host/systeminformation/ask-systeminformation.ts',
			'pdf-worker': 'engine/report/pdf/pdf-worker.ts',
			'check-worker': 'engine/store/check/check-worker.ts',
		},
		outdir: join(app, 'cli'),
		bundle: true,
		splitting: true,
		platform: 'node',
		target: 'node24',
		format: 'esm',
		external: ['better-sqlite3', 'electron'],
		metafile: true,
		legalComments: 'none',
		logLevel: 'warning',
		// What was CommonJS asks for Node's own modules by require.
		banner: {
			js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
		},
	});
	// Copied whole, so not among the inputs.
	return [...Object.keys(result.metafile.inputs), 'node_modules/better-sqlite3/lib/index.js'];
}

function copyApplication(app) {
	const { name: program, license, type } = JSON.parse(readFileSync('package.json', 'utf8'));
	writeFileSync(join(app, 'package.json'), `${JSON.stringify({ name: program, version, license, type }, null, 2)}\n`);
	for (const folder of ['test-suites', 'renderer/dist', 'verifier/dist', 'engine/report/templates'])
		copyFolder(folder, join(app, folder));
	for (const part of ['supervisor', 'kernels', 'addon'])
		copyFolder(`build/${part}/bin/linux-${ARCH}`, join(app, `build/${part}/bin/linux-${ARCH}`));
	for (const file of ['package.json', 'LICENSE', 'lib'])
		copyFolder(`node_modules/better-sqlite3/${file}`, join(app, 'node_modules/better-sqlite3', file));
}

function copyFonts(folder) {
	for (const [family, weight, file] of [
		['noto-serif-sc', '400Regular', 'NotoSerifSC_400Regular.ttf'],
		['noto-sans-sc', '400Regular', 'NotoSansSC_400Regular.ttf'],
		['noto-sans-sc', '700Bold', 'NotoSansSC_700Bold.ttf'],
	]) {
		copy(`node_modules/@expo-google-fonts/${family}/${weight}/${file}`, join(folder, file));
		copy(`node_modules/@expo-google-fonts/${family}/LICENSE_FONT`, join(folder, `LICENSE-${family}`));
	}
}

function archive() {
	const epoch = process.env.SOURCE_DATE_EPOCH ?? '0';
	const steady = [
		'--sort=name',
		`--mtime=@${epoch}`,
		'--owner=0',
		'--group=0',
		'--numeric-owner',
		'--format=ustar',
		'--mode=go-w',
	];
	run('tar', [...steady, '-I', 'gzip -n -6', '-cf', join(out, `${name}.tar.gz`), '-C', out, name]);
}

function copyFolder(from, to) {
	if (!existsSync(from)) throw new Error(`${from} is missing: the kit would not be whole`);
	cpSync(from, to, { recursive: true });
}

function copy(from, to) {
	mkdirSync(dirname(to), { recursive: true });
	copyFileSync(from, to);
}

function option(flag) {
	const at = process.argv.indexOf(flag);
	return at === -1 ? undefined : process.argv[at + 1];
}

function run(command, argv) {
	const { status } = spawnSync(command, argv, { stdio: ['ignore', 2, 2] });
	if (status !== 0) throw new Error(`${command} ended with ${status}`);
}
