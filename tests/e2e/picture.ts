import type { Page } from 'playwright/test';

/** Keeps a picture for the documents when a folder is named: SHIPEI_PICTURES=docs/screenshots npm run e2e. */
export async function picture(page: Page, name: string): Promise<void> {
	const folder = process.env['SHIPEI_PICTURES'];
	if (folder === undefined) return;
	await page.waitForTimeout(600);
	await page.screenshot({ path: `${folder}/${name}.png` });
}
