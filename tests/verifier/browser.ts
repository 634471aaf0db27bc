import { accessSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Starts a Chromium: the one of the system, else the packaged one; undefined where neither runs. */
export async function startBrowser(): Promise<Browser | undefined> {
	for (const find of [systemChromium, packagedChromium]) {
		const found = await find();
		if (found === undefined) continue;
		try {
			return await chromium.launch({ headless: true, chromiumSandbox: false, ...found });
		} catch {
			// Another one may run: the libraries that it needs are not on every machine.
		}
	}
	return undefined;
}

async function systemChromium() {
	for (const executablePath of ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']) {
		try {
			accessSync(executablePath);
			return { executablePath, args: [] };
		} catch {
			// Not here.
		}
	}
	return undefined;
}

async function packagedChromium() {
	try {
		const { default: packaged } = await import('@sparticuz/chromium');
		return { executablePath: await packaged.executablePath(), args: packaged.args };
	} catch {
		// It is for x86-64 only.
		return undefined;
	}
}
