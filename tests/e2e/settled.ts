import { expect, type Page } from 'playwright/test';

/** Waits for what a person waits for: nothing loads any more, and what arrived is drawn. */
export async function settled(page: Page): Promise<void> {
	await expect(page.locator('[data-state="loading"]')).toHaveCount(0);
	// The stream of events never ends, so not “network idle”: no call within a few frames is quiet enough.
	await page.waitForFunction(
		() =>
			new Promise((resolve) => {
				// Else the list is full after 250 and shows no new one.
				performance.setResourceTimingBufferSize(100_000);
				const calls = () => performance.getEntriesByType('resource').length;
				const before = calls();
				let frames = 6;
				const next = () => {
					frames -= 1;
					if (frames === 0) resolve(calls() === before && document.querySelector('[data-state="loading"]') === null);
					else requestAnimationFrame(next);
				};
				requestAnimationFrame(next);
			}),
	);
}
