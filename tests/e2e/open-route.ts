import type { Page } from 'playwright/test';

export interface Look {
	readonly language?: 'zh' | 'en' | 'pseudo';
	readonly theme?: 'light' | 'dark';
	readonly person?: string;
}

/** No screen of the app: passed through between two, so that nothing of the one is taken for the other. */
const NOWHERE = '/nowhere';
const HEADING = 'main :is(h1, [data-state]):not([data-left])';

/** Opens routes as a person does: within the page while the look stays the same, loaded anew when it changes. */
export function openRoute(page: Page): (route: string, look?: Look) => Promise<void> {
	let shown = '';
	let last = NOWHERE;
	return async (route, look = {}) => {
		const preferences = JSON.stringify({ language: 'zh', theme: 'light', motion: false, ...look });
		const withinPage = preferences === shown && route !== NOWHERE && last !== NOWHERE;
		if (withinPage) await leave(page);
		else await page.evaluate((kept) => localStorage.setItem('shipei.preferences', kept), preferences);
		await page.evaluate((hash) => {
			window.location.hash = hash;
		}, `#${route}`);
		if (!withinPage) await page.reload();
		await page.locator(HEADING).first().waitFor();
		shown = preferences;
		last = route;
	};
}

/** Leads to no screen, waits until it is there, and marks it as what comes before the next one. */
async function leave(page: Page): Promise<void> {
	await markLeft(page);
	await page.evaluate((hash) => {
		window.location.hash = hash;
	}, `#${NOWHERE}`);
	await page.locator(HEADING).first().waitFor();
	await markLeft(page);
}

function markLeft(page: Page): Promise<void> {
	return page.evaluate(() => {
		for (const element of document.querySelectorAll('main :is(h1, [data-state])'))
			element.setAttribute('data-left', '');
	});
}
