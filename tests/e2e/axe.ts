import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the page as it stands: the rule, and the first places that break it. */
export async function violationsOf(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		// In the page itself: the other mode opens a page of its own for every look. Only the report's frame is foreign.
		.setLegacyMode(true)
		.options({ resultTypes: ['violations'] })
		.withTags(TAGS)
		.analyze();
	return violations.map(({ id, nodes }) => {
		const places = nodes.slice(0, 3).map((node) => node.html.slice(0, 160));
		return `${id}: ${places.join(' | ')}`;
	});
}
