import { defineConfig } from 'playwright/test';
import { findBrowser } from '../browser/find-browser.ts';

const browser = await findBrowser();

export default defineConfig({
	testDir: '.',
	testMatch: '**/*.spec.ts',
	outputDir: '../../test-results',
	timeout: 90_000,
	expect: { timeout: 10_000 },
	workers: 1,
	fullyParallel: false,
	retries: 0,
	reporter: [['list']],
	use: {
		browserName: 'chromium',
		launchOptions: browser === null ? {} : { executablePath: browser.executablePath, args: browser.args },
		actionTimeout: 12_000,
		locale: 'zh-CN',
		viewport: { width: 1366, height: 768 },
		screenshot: 'only-on-failure',
		permissions: ['clipboard-read', 'clipboard-write'],
	},
	metadata: { browser: browser?.executablePath ?? 'none' },
});
