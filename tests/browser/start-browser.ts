import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

/** A running Chromium; undefined where none is found or none starts, so that a test can say what it skips. */
export async function startBrowser(): Promise<Browser | undefined> {
	const found = await findBrowser();
	if (found === null) return undefined;
	try {
		return await chromium.launch({ headless: true, chromiumSandbox: false, ...found });
	} catch {
		// The libraries that a packaged one needs are not on every machine.
		return undefined;
	}
}
