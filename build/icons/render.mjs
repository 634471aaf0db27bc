// `npm run icons`: draws renderer/public/icon.svg in the sizes that desktops want (packages, window, tray). The pictures are
// committed; run it again when the drawing changes. Needs a Chromium: CHROMIUM_PATH or the package chromium.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';

const SIZES = [16, 32, 48, 64, 128, 256, 512];

const drawing = readFileSync('renderer/public/icon.svg').toString('base64');
const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
	args: ['--no-sandbox'],
});
for (const size of SIZES) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	await page.setContent(
		`<style>*{margin:0}</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${drawing}">`,
	);
	await page.screenshot({ path: `build/icons/${size}x${size}.png`, omitBackground: true });
	await page.close();
}
await browser.close();
