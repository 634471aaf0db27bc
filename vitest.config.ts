import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	resolve: {
		alias: {
			// The npm package throws outside Electron; tests get a typed stand-in that really runs processes and ports.
			electron: fileURLToPath(new URL('./tests/electron/fake-electron.ts', import.meta.url)),
		},
	},
	test: {
		include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
		exclude: ['tests/e2e/**'],
		pool: 'forks',
		maxWorkers: 2,
		// A bound for what hangs, not a promise of speed: a busy machine starts processes slowly.
		testTimeout: 90_000,
		hookTimeout: 60_000,
	},
});
