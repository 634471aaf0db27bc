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
		// Bounds for what hangs, wide enough for a machine that is slow and busy; no promises of speed. The only ones:
		// a test with a bound of its own is one that a slower machine fails.
		testTimeout: 600_000,
		hookTimeout: 600_000,
		expect: { poll: { timeout: 60_000 } },
	},
});
