// Bundles the desktop host into electron/dist: Electron wants JavaScript, and a sandboxed preload wants one CommonJS file.
import { build } from 'esbuild';

const common = {
	bundle: true,
	platform: 'node',
	external: ['electron', 'better-sqlite3'],
	outdir: 'electron/dist',
	logLevel: 'warning',
};
const requireBanner = {
	js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
};

await build({
	...common,
	entryPoints: {
		main: 'electron/main/main.ts',
		'engine-process': 'electron/engine-process/engine-process.ts',
		'ask-systeminformation': 'engine/host/systeminformation/ask-systeminformation.ts',
		'pdf-worker': 'engine/report/pdf/pdf-worker.ts',
		'check-worker': 'engine/store/check/check-worker.ts',
	},
	format: 'esm',
	splitting: true,
	target: 'node24',
	banner: requireBanner,
});
await build({
	...common,
	entryPoints: { preload: 'electron/preload/preload.ts' },
	format: 'cjs',
	target: 'chrome140',
	outExtension: { '.js': '.cjs' },
});
