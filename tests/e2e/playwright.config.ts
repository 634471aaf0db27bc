import { defineConfig } from 'playwright/test';
import { findBrowser } from '../browser/find-browser.ts';

const browser = await findBrowser();

export default defineConfig({
	testDir: '.',
	testMatch: '**/*.spec.ts',
	globalSetup: './global-setup.ts',
	outputDir: '../../test-results',
	// Bounds for what hangs, wide enough for a machine that is slow and busy; no promises of speed.
	timeout: 600_000,
	expect: { timeout: 90_000 },
	// Each test has its own page and data; two share the cores that most machines have.
	workers: 2,
	fullyParallel: true,
	retries: 0,
	reporter: [['list']],
	use: {
		browserName: 'chromium',
		launchOptions: browser === null ? {} : { executablePath: browser.executablePath, args: browser.args },
		actionTimeout: 90_000,
		locale: 'zh-CN',
		viewport: { width: 1366, height: 768 },
		screenshot: 'only-on-failure',
		permissions: ['clipboard-read', 'clipboard-write'],
	},
	metadata: { browser: browser?.executablePath ?? 'none' },
});
