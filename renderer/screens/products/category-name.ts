import { useText } from '../../texts/use-text.ts';
import { commonTexts } from '../../texts/word-texts.ts';

type CategoryKey = Extract<keyof typeof commonTexts, `category.${string}`>;

/** The kinds of products and suites that have a name here. */
export const CATEGORIES = Object.keys(commonTexts).flatMap((key) =>
	key.startsWith('category.') ? [key.slice('category.'.length)] : [],
);

/** A category in the language of the page; one that somebody made up stays as it is. */
export function useCategoryName(): (category: string) => string {
	const { t } = useText();
	return (category) => (CATEGORIES.includes(category) ? t(`category.${category}` as CategoryKey) : category);
}
