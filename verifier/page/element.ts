import { visibleText } from '../../contract/visible-text.ts';

type Child = Node | string | undefined;

/**
 * Makes an element. Text is always text, and all of it can be seen: nothing of a report is ever taken for markup, hides, or
 * turns the direction of writing.
 */
export function element(
	tag: string,
	attributes: Readonly<Record<string, string>>,
	...children: readonly Child[]
): HTMLElement {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
	for (const child of children) {
		if (child !== undefined) made.append(typeof child === 'string' ? visibleText(child) : child);
	}
	return made;
}
